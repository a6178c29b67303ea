import { execFileSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

/** A variable of Terraform with its value. */
export interface Given {
  readonly type: string;
  readonly value: unknown;
  readonly sensitive?: boolean;
}

/** What Terraform makes of values as they stand in the JSON of a stack: one run of the real thing, without any provider. */
export function evaluated(values: Readonly<Record<string, unknown>>, variables: Readonly<Record<string, Given>>): Record<string, any> {
  const directory = mkdtempSync(join(tmpdir(), 'settings-'));
  try {
    const terraform = (...args: string[]) => execFileSync('terraform', args, {
      cwd: directory, encoding: 'utf8', env: { ...process.env, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    const map = <From, To>(record: Readonly<Record<string, From>>, to: (from: From) => To) =>
      Object.fromEntries(Object.entries(record).map(([name, from]) => [name, to(from)]));
    writeFileSync(join(directory, 'main.tf.json'), JSON.stringify({
      variable: map(variables, ({ type, sensitive }) => ({ type, sensitive: sensitive === true })),
      output: map(values, (value) => ({ value, sensitive: true })),
    }));
    writeFileSync(join(directory, 'terraform.tfvars.json'), JSON.stringify(map(variables, ({ value }) => value)));
    terraform('apply', '-auto-approve', '-no-color');
    return map(JSON.parse(terraform('output', '-json')) as Record<string, { value: unknown }>, ({ value }) => value);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
