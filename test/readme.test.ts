import { existsSync, readdirSync, readFileSync } from 'fs';
import { dirname, join } from 'path';
import { DataAzurermKubernetesCluster } from '@cdktf/provider-azurerm/lib/data-azurerm-kubernetes-cluster';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import * as cdktf from 'cdktf';
import { ModuleKind, ScriptTarget, transpile } from 'typescript';
import * as library from '../lib';
import { committedFile, EXAMPLES_DIR, ROOT } from './helpers/examples';
import { AKS, AKS_ID, extension, only, thrown, warningsOf } from './helpers/synth';
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
    expect(after('ts nofixture', 'Quickstart')).toMatchObject({ info: 'json', text: `${JSON.stringify(committed, null, 2)}\n` });
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

test('typed settings are followed by what Terraform gets', () => {
  const [snippet] = blocks.filter(({ info, heading }) => info === 'ts' && heading === 'Settings');
  expect(after('ts', 'Settings')).toMatchObject({ info: 'json', text: `${JSON.stringify(settingsOf(run(snippet.text)), null, 2)}\n` });
});

describe('the table of the preset', () => {
  const version = '1.17.13';
  const cluster = library.DaprCluster.aks(AKS_ID);

  test.each(['PRODUCTION', 'DEVELOPMENT'] as const)('%s says what it sets, each with a reason', (name) => {
    const [, table] = new RegExp(`^\\| \`DaprPreset\\.${name}\` sets \\| why \\|\\n\\|---\\|---\\|\\n((?:\\|.*\\n)+)`, 'm').exec(readme)!;
    const rows = [...table.matchAll(/^\| `(.+)` \| (.+) \|$/gm)];
    expect(rows).toHaveLength(table.trim().split('\n').length);
    const written = rows.map(([, code]) => new Function(`return { ${code} };`)()).map((settings) => extension({ cluster, version, settings }).configuration_settings);
    expect(Object.assign({}, ...written)).toStrictEqual(extension({ cluster, version, preset: library.DaprPreset[name] }).configuration_settings);
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

describe.each(['README.md', 'CONTRIBUTING.md', ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`)])('%s', (file) => {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const links = [...text.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, link]) => link);

  test('has no dead link within the repository', () => {
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => {
      const [path, anchor] = link.split('#');
      const target = path === '' ? join(ROOT, file) : join(ROOT, dirname(file), path);
      return !existsSync(target) || (anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor));
    })).toEqual([]);
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

/** The block after the first one of a kind in a section. */
function after(info: string, heading: string): Block {
  return blocks[blocks.findIndex((block) => block.info === info && block.heading === heading) + 1];
}

/** The anchors of the headings, as GitHub makes them. */
function anchorsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, title]) => title.toLowerCase().replace(/[^\w\- ]/g, '').replace(/ /g, '-'));
}

function settingsOf(stack: cdktf.TerraformStack): object {
  return only(stack, AKS).configuration_settings;
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
  const cwd = process.cwd();
  try {
    // Where the files are that snippets read.
    process.chdir(join(EXAMPLES_DIR, 'adopt-helm'));
    new Function(...Object.keys(names), code).apply(stack, Object.values(names));
  } finally {
    process.chdir(cwd);
  }
  return stack;
}
