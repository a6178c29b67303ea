import { execFileSync } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';

/**
 * `require` and synth in TypeScript, against the bare resource of azurerm: one extension, and thousands with ten settings
 * each, in one stack: `npx projen bench:extensions`. It measures the compiled library. The library puts a `terraform_data` beside each
 * extension, whose change replaces it; the last columns compare with the two bare resources.
 */
const ROOT = resolve(__dirname, '..');
const CASES = [
  { count: 1, runs: 15, goal: 1.1 },
  { count: 1000, runs: 5, goal: 1.5 },
  { count: 10_000, runs: 3, goal: 1.5 },
];

interface Measurement {
  readonly seconds: number;
  /** Seconds on any core, which hardly depend on what else the machine does. */
  readonly processor: number;
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

const VARIANTS = ['ours', 'raw', 'pair'];

console.log('| extensions | | ours | raw L1 | ratio | goal | raw L1 and a `terraform_data` | ratio |\n|---|---|---|---|---|---|---|---|');
for (const { count, runs, goal } of CASES) {
  const measured: Record<string, Measurement[]> = { ours: [], raw: [], pair: [] };
  for (let index = 0; index < runs; index++) {
    // By turns, so that whatever else the machine does hits all; who begins changes, too.
    for (let turn = 0; turn < VARIANTS.length; turn++) {
      const variant = VARIANTS[(index + turn) % VARIANTS.length];
      measured[variant].push(run(variant, count));
    }
  }
  const digitsOfTime = count === 1 ? 3 : 2;
  for (const [figure, name, unit, digits] of [
    ['seconds', 'time', 's', digitsOfTime], ['processor', 'processor time', 's', digitsOfTime], ['megabytes', 'peak memory', 'MB', 0],
  ] as const) {
    const [ours, raw, pair] = VARIANTS.map((variant) => median(measured[variant], figure));
    const amounts = [ours, raw, pair].map((amount) => `${amount.toFixed(digits)} ${unit}`);
    const ratios = [ours / raw, ours / pair].map((ratio) => `${ratio.toFixed(2)} ×`);
    const verdict = `${goal} ×: ${ours / raw <= goal ? 'reached' : 'missed'}`;
    console.log(`| ${[count.toLocaleString('en'), name, amounts[0], amounts[1], ratios[0], verdict, amounts[2], ratios[1]].join(' | ')} |`);
  }
}
