import { existsSync } from 'fs';
import { cp, mkdir, readdir, rm, writeFile } from 'fs/promises';
import { join } from 'path';
import { appProblems, EXPECTED, exampleProblems, synthesized } from './check';
import { compileCSharp, memberCount, missingInCSharp, unknownWords } from './csharp';
import { go } from './go';
import { java } from './java';
import { Language, Workplace } from './language';
import { python } from './python';
import { typescript } from './typescript';
import { Command, EXAMPLES, execute, inTemporaryFolder, isInstalled, LANGUAGES } from './workshop';

/**
 * Builds and runs the same app in every language, for real: `npx projen test:languages`. It takes the packages in dist/,
 * which that task makes first.
 */

let passed = 0;
let failed = 0;

/** Does one check and prints a line about it; the problems that it returns or throws make it a failure. */
async function check(name: string, action: () => Promise<string[]>): Promise<void> {
  const start = performance.now();
  const problems = await action().catch((error: Error) => [error.message]);
  const seconds = `${Math.round((performance.now() - start) / 1000)} s`;
  if (problems.length > 0) {
    failed += 1;
    console.log(`FAILED  ${name} (${seconds})\n${problems.join('\n').replace(/^/gm, '        ')}`);
  } else {
    passed += 1;
    console.log(`passed  ${name} (${seconds})`);
  }
}

/** Copies the sources of a program to a clean folder, builds it and runs it there. */
async function buildAndRun(sources: string, build: (folder: string) => Promise<Command>, judge: (folder: string) => Promise<string[]>) {
  return inTemporaryFolder(async (folder) => {
    await cp(sources, folder, { recursive: true });
    await execute(await build(folder), folder);
    return judge(folder);
  });
}

async function testLanguage(language: Language): Promise<void> {
  const missing = language.tools.filter((tool) => !isInstalled(tool));
  if (missing.length > 0) {
    console.log(`skipped ${language.name}: no ${missing.join(', ')} on this machine`);
    return;
  }
  await inTemporaryFolder(async (folder) => {
    let workplace: Workplace | undefined;
    const build = async (sources: string) => {
      workplace ??= await language.prepare(folder);
      return workplace.build(sources);
    };
    await check(`${language.name}: the app`, async () => buildAndRun(join(LANGUAGES, language.name), build, appProblems));
    const example = join(EXAMPLES, language.name);
    if (existsSync(example)) {
      await check(`${language.name}: examples/${language.name}`, async () => buildAndRun(example, build, exampleProblems));
    }
  });
}

async function testCSharp(): Promise<void> {
  const { types, members } = await memberCount();
  await check(`csharp: ${types} types with ${members} members are in the generated sources`, missingInCSharp);
  await check('csharp: the app names nothing that does not exist', unknownWords);
  if (isInstalled('dotnet')) {
    await check('csharp: the app', async () => buildAndRun(join(LANGUAGES, 'csharp'), compileCSharp, appProblems));
  } else {
    console.log('skipped csharp: generated and checked, but not compiled: no dotnet on this machine');
  }
}

/** Replaces the committed JSON by what the TypeScript app writes now. */
async function writeExpected(): Promise<void> {
  await inTemporaryFolder(async (project) => {
    const workplace = await typescript.prepare(project);
    await buildAndRun(join(LANGUAGES, 'typescript'), workplace.build, async (folder) => {
      await mkdir(EXPECTED, { recursive: true });
      await Promise.all((await readdir(EXPECTED)).map(async (file) => rm(join(EXPECTED, file))));
      const { stacks } = await synthesized(folder);
      await Promise.all([...stacks].map(async ([name, json]) => writeFile(join(EXPECTED, `${name}.tf.json`), json)));
      console.log(`Wrote the JSON of ${stacks.size} stacks to test/languages/expected. Read the diff.`);
      return [];
    });
  });
}

async function main(): Promise<void> {
  if (process.argv[2] === '--write') {
    await writeExpected();
    return;
  }
  await Promise.all([...[typescript, python, java, go].map(testLanguage), testCSharp()]);
  if (failed > 0) {
    console.log('\nIf the JSON changed on purpose: npx projen languages:write, and read the diff.');
  }
  console.log(`${passed} language apps passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

void main();
