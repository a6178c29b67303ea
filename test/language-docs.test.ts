import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { DaprCluster } from '../lib';
import { ROOT } from './helpers/examples';
import { errorOf } from './helpers/synth';

/*
 * Code in the pages of the other languages is code that `npx projen test:languages` builds and runs.
 */

const LANGUAGES = ['csharp', 'go', 'java', 'python'];

describe.each(LANGUAGES)('docs/%s.md', (language) => {
  const page = readFileSync(join(ROOT, 'docs', `${language}.md`), 'utf8');
  const blocks = [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, kind, text]) => ({ kind, text }));
  const sources = [`test/languages/${language}`, `examples/${language}`].map((folder) => join(ROOT, folder)).filter(existsSync).flatMap(textsIn);

  test.each(blocks.filter(({ kind }) => !['sh', 'text'].includes(kind)))('shows $kind that the test of the languages runs: $text', ({ text }) => {
    const found = sources.some((source) => source.includes(lines(text)));
    expect(found ? 'found' : `Not in a file under test/languages/${language} or examples/${language}:\n${text}`).toBe('found');
  });

  test('shows the error that the library gives', () => {
    const { text } = blocks.find(({ kind }) => kind === 'text')!;
    const cluster = DaprCluster.aksByName({
      subscriptionId: '00000000-0000-0000-0000-000000000001', resourceGroupName: 'myResourceGroup', clusterName: 'myAKSCluster',
    });
    const message = errorOf({ cluster, version: '1.17.13', autoUpgradeMinorVersion: true });
    expect(text.trim().split('\n').slice(1)).toEqual(message.split('\n').slice(1));
  });

  test('links to files that exist', () => {
    const targets = [...page.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, target]) => target).filter((target) => !target.includes('://'));
    expect(targets.filter((target) => !existsSync(join(ROOT, 'docs', target)))).toEqual([]);
  });
});

/** The texts of the files in a folder, each without the indentation of its lines. */
function textsIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => lines(readFileSync(join(parentPath, name), 'utf8')));
}

function lines(text: string): string {
  return text.trim().split('\n').map((line) => line.trim()).join('\n');
}
