import { readdir, readFile } from 'fs/promises';
import { join } from 'path';
import { EXAMPLES, LANGUAGES } from './workshop';

/** Where the JSON that every app must write is committed. */
export const EXPECTED = join(LANGUAGES, 'expected');

/** What the error of the stack `mistake` has to tell: the code, the value and the fix. */
const ERROR = [
  'VersionWithAutoUpgrade: ',
  'version: "1.17.13", autoUpgradeMinorVersion: true',
  'fix: state `version` alone to stay at it, or `autoUpgradeMinorVersion: true` alone',
];

/** The one warning that nobody acknowledged. */
const WARNINGS = ['warnings/Loud: VersionChangeReplaces'];

/** What is wrong with what an app wrote into its folder. */
export async function appProblems(folder: string): Promise<string[]> {
  const expected: [string, string][] = await Promise.all((await readdir(EXPECTED)).map(async (file) =>
    [file.replace('.tf.json', ''), await readFile(join(EXPECTED, file), 'utf8')]));
  const { stacks, warnings } = await synthesized(folder);
  const error = await readFile(join(folder, 'error.txt'), 'utf8').catch(() => 'no error.txt');
  return [
    ...stackProblems(new Map(expected), stacks),
    ...(warnings.join() === WARNINGS.join() ? [] : [`warnings: ${warnings.join(', ') || 'none'}; expected: ${WARNINGS.join(', ')}`]),
    ...ERROR.filter((part) => !error.includes(part)).map((part) => `the error lacks \`${part}\`:\n${error}`),
  ];
}

/** What is wrong with what the example of a language wrote: it is the quickstart. */
export async function exampleProblems(folder: string): Promise<string[]> {
  const expected = await readFile(join(EXAMPLES, 'quickstart/quickstart.tf.json'), 'utf8');
  const { stacks, warnings } = await synthesized(folder);
  return [...stackProblems(new Map([['quickstart', expected]]), stacks), ...warnings];
}

/** The JSON of each stack, to the byte, and the warnings by where they are. */
export async function synthesized(folder: string): Promise<{ stacks: Map<string, string>; warnings: string[] }> {
  const output = join(folder, 'cdktf.out');
  const manifest = JSON.parse(await readFile(join(output, 'manifest.json'), 'utf8'));
  const stacks: any[] = Object.values(manifest.stacks);
  return {
    stacks: new Map(await Promise.all(stacks.map(async ({ name, synthesizedStackPath }) =>
      [name, await readFile(join(output, synthesizedStackPath), 'utf8')] as const))),
    warnings: stacks.flatMap(({ annotations }) => annotations.map(({ constructPath, message }: any) => `${constructPath}: ${message.split(':')[0]}`)),
  };
}

function stackProblems(expected: Map<string, string>, actual: Map<string, string>): string[] {
  const names = [...new Set([...expected.keys(), ...actual.keys()])].sort();
  return names.flatMap((name) => {
    const [wanted, got] = [expected.get(name), actual.get(name)];
    return wanted === got ? [] : [`stack ${name}: ${difference(wanted, got)}`];
  });
}

function difference(wanted: string | undefined, got: string | undefined): string {
  if (wanted === undefined || got === undefined) {
    return wanted === undefined ? 'not expected' : 'missing';
  }
  const [wantedLines, gotLines] = [wanted, got].map((text) => text.split('\n'));
  const line = wantedLines.findIndex((text, index) => text !== gotLines[index]);
  const index = line < 0 ? wantedLines.length : line;
  return `differs from line ${index + 1}\n  expected ${wantedLines[index] ?? '<end>'}\n  got      ${gotLines[index] ?? '<end>'}`;
}
