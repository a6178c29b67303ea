import { cp, mkdir } from 'fs/promises';
import { join } from 'path';
import { go } from '../test/languages/harness/go';
import { java } from '../test/languages/harness/java';
import { Language } from '../test/languages/harness/language';
import { python } from '../test/languages/harness/python';
import { typescript } from '../test/languages/harness/typescript';
import { Command, execute, inTemporaryFolder, isInstalled } from '../test/languages/harness/workshop';

/**
 * One extension in each language, against the bare resource of azurerm in that language: `npx projen bench:languages`.
 * What is measured is the whole process of the app, from its start to its end, without the build.
 */
const RUNS = 5;
const GOAL = 1.1;

type Variant = 'ours' | 'raw';

async function measure(language: Language): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const place = join(folder, 'place');
    await mkdir(place);
    const { build } = await language.prepare(place);
    const programs = {} as Record<Variant, Command & { cwd: string }>;
    for (const variant of ['ours', 'raw'] as const) {
      const cwd = join(folder, variant);
      await cp(join(__dirname, 'languages', language.name, variant), cwd, { recursive: true });
      programs[variant] = { ...await build(cwd), cwd };
      await execute(programs[variant], cwd);
    }
    const seconds: Record<Variant, number[]> = { ours: [], raw: [] };
    for (let run = 0; run < RUNS; run++) {
      // By turns, so that whatever else the machine does hits both; who begins changes, too.
      for (const variant of run % 2 === 0 ? ['ours', 'raw'] as const : ['raw', 'ours'] as const) {
        const start = performance.now();
        await execute(programs[variant], programs[variant].cwd);
        seconds[variant].push((performance.now() - start) / 1000);
      }
    }
    const [ours, raw] = [median(seconds.ours), median(seconds.raw)];
    const ratio = ours / raw;
    console.log(`| ${language.name} | ${ours.toFixed(2)} s | ${raw.toFixed(2)} s | ${ratio.toFixed(2)} × | ${ratio <= GOAL ? 'reached' : 'missed'} |`);
  });
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

async function main(): Promise<void> {
  console.log(`| language | ours | raw L1 | ratio | goal ${GOAL} × |\n|---|---|---|---|---|`);
  for (const language of [typescript, python, java, go]) {
    if (language.tools.every(isInstalled)) {
      await measure(language);
    }
  }
}

void main();
