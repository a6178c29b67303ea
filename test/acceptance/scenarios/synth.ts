import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, LocalBackend, TerraformStack } from 'cdktf';
import { AzapiProvider, DaprEngine } from '../../../lib';

export const ENGINES = [DaprEngine.AZURERM, DaprEngine.AZAPI] as const;


/** The Terraform JSON of a stack, by `App.synth` as `cdktf synth` does it: with validations and aspects. */
export function synth(build: (stack: TerraformStack) => void): string {
  const outdir = mkdtempSync(join(tmpdir(), 'cdktf-azure-dapr-scenario-'));
  try {
    const app = new App({ outdir });
    const stack = new TerraformStack(app, 'scenario');
    new LocalBackend(stack, { path: 'terraform.tfstate' });
    build(stack);
    app.synth();
    return readFileSync(join(outdir, 'stacks', 'scenario', 'cdk.tf.json'), 'utf8');
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}


/** Source to version, as the library and its bindings ask for them: what the tests need. */
export function wantedProviders(): Record<string, string> {
  const json = synth((stack) => {
    new AzurermProvider(stack, 'azurerm', { features: [{}] });
    new AzapiProvider(stack, 'azapi');
  });
  const wanted = Object.values<{ source: string; version: string }>(JSON.parse(json).terraform.required_providers);
  return Object.fromEntries(wanted.map(({ source, version }) => [source, version]));
}
