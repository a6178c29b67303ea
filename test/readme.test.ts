import { existsSync, readFileSync } from 'fs';
import { dirname, join } from 'path';
import { DataAzurermKubernetesCluster } from '@cdktf/provider-azurerm/lib/data-azurerm-kubernetes-cluster';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import * as cdktf from 'cdktf';
import { ModuleKind, ScriptTarget, transpile } from 'typescript';
import * as library from '../lib';
import { committedFile, EXAMPLES_DIR, ROOT } from './helpers/examples';
import { thrown, warningsOf } from './helpers/synth';
import { syntaxProblems } from './helpers/terraform-json';
import { ERRORS } from '../lib/private/errors';
import { WARNINGS } from '../lib/private/warnings';

interface Block {
  /** Language and options, such as `ts nofixture`. */
  readonly info: string;
  readonly text: string;
  readonly heading: string;
}

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const blocks = codeBlocks(readme);

describe('the quickstart', () => {
  test('is the code of the example', () => {
    expect(the('ts nofixture')).toBe(readFileSync(join(EXAMPLES_DIR, 'quickstart/main.ts'), 'utf8'));
  });

  test('is followed by the JSON that the example yields', () => {
    const committed = JSON.parse(readFileSync(committedFile('quickstart', 'quickstart'), 'utf8'), (key, value) => key === '//' ? undefined : value);
    expect(the('json')).toBe(`${JSON.stringify(committed, null, 2)}\n`);
    expect(blocks.findIndex(({ info }) => info === 'json')).toBe(blocks.findIndex(({ info }) => info === 'ts nofixture') + 1);
  });
});

describe('each snippet', () => {
  const snippets = blocks.filter(({ info, heading }) => info === 'ts' && heading !== 'Errors')
    .map(({ heading, text }, index) => ({ index, heading, text }));

  test.each(snippets)('runs without an error or a warning: $index, $heading', ({ text }) => {
    const stack = run(text);
    expect(syntaxProblems(cdktf.Testing.synth(stack, true))).toEqual([]);
    expect(stack.node.findAll().flatMap(warningsOf)).toEqual([]);
  });
});

describe('messages', () => {
  test('the sample of an error is what its code raises', () => {
    const sample = blocks.find(({ info, heading }) => info === 'ts' && heading === 'Errors')!;
    expect(the('text')).toBe(`${thrown(() => run(sample.text))}\n`);
  });

  test('every warning is listed', () => {
    const section = readme.split('\n## Warnings\n')[1].split('\n## ')[0];
    expect([...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, id]) => id)).toEqual(Object.keys(WARNINGS));
  });

  test('errors and warnings that it names exist', () => {
    const named = [...readme.matchAll(/(?:[Ee]rrors?|[Ww]arns|[Ww]arnings?) \(?`([A-Z]\w+)`/g)].map(([, code]) => code);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((code) => !Object.hasOwn(ERRORS, code) && !Object.hasOwn(WARNINGS, code))).toEqual([]);
  });
});

describe.each(['README.md', 'CONTRIBUTING.md'])('%s', (file) => {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const links = [...text.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, link]) => link);

  test('has no dead link within the repository', () => {
    const anchors = [...text.matchAll(/^#+ (.*)$/gm)].map(([, title]) => `#${title.toLowerCase().replace(/[^\w\- ]/g, '').replace(/ /g, '-')}`);
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => link.startsWith('#') ? !anchors.includes(link) : !existsSync(join(ROOT, dirname(file), link)))).toEqual([]);
  });

  test('names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const named = [...text.matchAll(/npx projen ([a-z][\w:-]*)/g)].map(([, name]) => name);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

/** The text of the only block of its kind. */
function the(info: string): string {
  const found = blocks.filter((block) => block.info === info);
  expect(found).toHaveLength(1);
  return found[0].text;
}

function codeBlocks(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\S.*)\n([^]*?)^```$/gm)].map(({ 1: info, 2: text, index }) => ({
    info,
    text,
    heading: [...markdown.slice(0, index).matchAll(/^## (.*)$/gm)].at(-1)?.[1] ?? '',
  }));
}

/** Runs a snippet in what rosetta/default.ts-fixture compiles it in. */
function run(snippet: string): cdktf.TerraformStack {
  const stack = new cdktf.TerraformStack(cdktf.Testing.app(), 'shop');
  const azurerm = new AzurermProvider(stack, 'azurerm', { features: [{}] });
  const aks = new DataAzurermKubernetesCluster(stack, 'Aks', { resourceGroupName: 'myResourceGroup', name: 'myAKSCluster' });
  const names = { ...cdktf, ...library, azurerm, aks };
  const code = transpile(snippet, { target: ScriptTarget.ES2022, module: ModuleKind.CommonJS });
  new Function(...Object.keys(names), code).apply(stack, Object.values(names));
  return stack;
}
