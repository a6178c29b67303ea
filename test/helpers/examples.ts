import { execFile } from 'child_process';
import { mkdtemp, readFile, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { promisify } from 'util';

export const ROOT = resolve(__dirname, '../..');
export const EXAMPLES_DIR = join(ROOT, 'examples');

/** Every example, with the stacks that it synthesizes. */
export const EXAMPLES = {
  'adopt-extension': ['adopt-with-azapi', 'adopt-with-azurerm'],
  'adopt-helm': ['adopt-helm'],
  'aks-cluster': ['aks-cluster'],
  'arc': ['arc'],
  'azapi-upgrade': ['azapi-upgrade'],
  'bicep-sample': ['bicep-sample-azapi', 'bicep-sample-azurerm'],
  'production': ['production'],
  'quickstart': ['quickstart'],
  'registration': ['as-resource', 'assumed', 'on-provider', 'subscription'],
  'rollback': ['rollback'],
  'switch-engine': ['engine-azapi', 'engine-azurerm', 'engine-azurerm-again'],
} as const;

/** What examples read, beside their code. */
export const INPUTS: Partial<Record<ExampleName, readonly string[]>> = { 'adopt-helm': ['values.json'] };

export type ExampleName = keyof typeof EXAMPLES;
export const EXAMPLE_NAMES = Object.keys(EXAMPLES) as ExampleName[];

export interface SynthesizedExample {
  /** The Terraform JSON of each stack, to the byte. */
  readonly stacks: Record<string, string>;
  /** The level and the text of each annotation, over all stacks. */
  readonly annotations: string[];
}

/** Where the JSON of a stack is committed. */
export function committedFile(example: string, stack: string): string {
  return join(EXAMPLES_DIR, example, `${stack}.tf.json`);
}

/** Runs an example in a process of its own, as `cdktf synth` does, into a folder that is gone afterwards. */
export async function synthExample(name: string): Promise<SynthesizedExample> {
  const outdir = await mkdtemp(join(tmpdir(), 'cdktf-azure-dapr-example-'));
  try {
    const register = ['-r', 'ts-node/register', '-r', 'tsconfig-paths/register'];
    await promisify(execFile)(process.execPath, [...register, join(EXAMPLES_DIR, name, 'main.ts')], {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        CDKTF_OUTDIR: outdir,
        TS_NODE_PROJECT: join(EXAMPLES_DIR, 'tsconfig.json'),
        TS_NODE_PREFER_TS_EXTS: 'true',
        // Types are checked once for all examples, before the tests.
        TS_NODE_TRANSPILE_ONLY: 'true',
      },
    });
    const manifest = JSON.parse(await readFile(join(outdir, 'manifest.json'), 'utf8'));
    const stacks: [string, any][] = Object.entries(manifest.stacks);
    return {
      stacks: Object.fromEntries(await Promise.all(stacks.map(async ([stack, { synthesizedStackPath }]) =>
        [stack, await readFile(join(outdir, synthesizedStackPath), 'utf8')]))),
      annotations: stacks.flatMap(([, { annotations }]) => annotations.map(({ level, message }: any) => `${level}: ${message}`)),
    };
  } finally {
    await rm(outdir, { recursive: true });
  }
}
