import { join } from 'path';
import { cached, execute, ROOT, VERSIONS } from './workshop';

/**
 * The bindings of cdktf and azurerm in a language whose registry lacks them, generated from their npm packages as their
 * publishers do. They take hundreds of megabytes and a minute or two, once for each version.
 */
export async function bindings(target: 'go' | 'java'): Promise<string> {
  return generated(target, ['cdktf', '@cdktf/provider-azurerm']);
}

/** The C# sources of cdktf: what an app can call. */
export async function cdktfInCSharp(): Promise<string> {
  return generated('dotnet', ['cdktf']);
}

async function generated(target: string, packages: string[]): Promise<string> {
  const versions = `cdktf-${VERSIONS.cdktf}${packages.length > 1 ? `-azurerm-${VERSIONS.azurerm}` : ''}-pacmak-${VERSIONS.pacmak}`;
  const folder = await cached(`${target}-${versions}`, async (growing) => {
    const projects = packages.map((name) => join(ROOT, 'node_modules', name));
    await execute({
      file: process.execPath,
      args: [
        join(ROOT, 'node_modules/jsii-pacmak/bin/jsii-pacmak'), ...projects, '--code-only', '--no-npmignore', '--target', target, '--outdir', growing,
      ],
    }, ROOT);
  });
  return join(folder, target);
}
