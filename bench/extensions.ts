import { execFileSync } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';

/**
 * `require` and synth in TypeScript, against the bare resource of azurerm: one extension, and thousands with ten settings
 * each, in one stack: `npx projen bench:extensions`. It measures the compiled library.
 */
const ROOT = resolve(__dirname, '..');
const CASES = [
  { count: 1, runs: 15, goal: 1.1 },
  { count: 1000, runs: 5, goal: 1.5 },
  { count: 10_000, runs: 3, goal: 1.5 },
];

interface Measurement {
  readonly seconds: number;
  readonly megabytes: number;
}

function run(variant: string, count: number): Measurement {
  const folder = mkdtempSync(join(tmpdir(), 'cdktf-azure-dapr-bench-'));
  try {
    const output = execFileSync(process.execPath, [join(__dirname, 'extensions-worker.js'), variant, String(count), ROOT], { cwd: folder, encoding: 'utf8' });
    return JSON.parse(output);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function median(measurements: Measurement[], figure: keyof Measurement): number {
  return measurements.map((measurement) => measurement[figure]).sort((a, b) => a - b)[Math.floor(measurements.length / 2)];
}

console.log('| extensions | | ours | raw L1 | ratio | goal |\n|---|---|---|---|---|---|');
for (const { count, runs, goal } of CASES) {
  const measured: Record<string, Measurement[]> = { ours: [], raw: [] };
  for (let index = 0; index < runs; index++) {
    // By turns, so that whatever else the machine does hits both; who begins changes, too.
    for (const variant of index % 2 === 0 ? ['ours', 'raw'] : ['raw', 'ours']) {
      measured[variant].push(run(variant, count));
    }
  }
  for (const [figure, unit, digits] of [['seconds', 's', count === 1 ? 3 : 2], ['megabytes', 'MB', 0]] as const) {
    const [ours, raw] = [median(measured.ours, figure), median(measured.raw, figure)];
    const ratio = ours / raw;
    const name = figure === 'seconds' ? 'time' : 'peak memory';
    const verdict = `${goal} ×: ${ratio <= goal ? 'reached' : 'missed'}`;
    console.log(`| ${count.toLocaleString('en')} | ${name} | ${ours.toFixed(digits)} ${unit} | ${raw.toFixed(digits)} ${unit} | ${ratio.toFixed(2)} × | ${verdict} |`);
  }
}
