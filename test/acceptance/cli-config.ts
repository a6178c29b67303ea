import { existsSync, readFileSync } from 'fs';
import { homedir } from 'os';
import { join } from 'path';

/** `hashicorp/azurerm`, whichever way a provider's source was written. */
export function providerSource(source: string): string {
  const parts = source.toLowerCase().split('/');
  return parts.length === 1 ? `hashicorp/${parts[0]}` : parts.slice(-2).join('/');
}

/** The file with the user's Terraform settings, if there is one. */
export function cliConfigFile(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const stated = environment.TF_CLI_CONFIG_FILE;
  const windows = environment.APPDATA;
  const candidates = stated ? [stated] : [...(windows ? [join(windows, 'terraform.rc')] : []), join(homedir(), '.terraformrc')];
  return candidates.find((file) => existsSync(file));
}

/**
 * The providers that are built locally: source to folder. Terraform takes these without `init`, which could not find them.
 * The file is HCL or JSON; the block in question looks nearly the same in both.
 */
export function devOverrides(text: string): Map<string, string> {
  const withoutComments = text.replace(/^\s*(#|\/\/).*$/gm, '');
  const block = /"?dev_overrides"?\s*[:=]?\s*\{([^}]*)\}/.exec(withoutComments)?.[1] ?? '';
  const entries = [...block.matchAll(/"([^"]+)"\s*[:=]\s*"([^"]*)"/g)];
  return new Map(entries.map(([, source, folder]) => [providerSource(source), folder]));
}

export function readDevOverrides(environment: NodeJS.ProcessEnv = process.env): Map<string, string> {
  const file = cliConfigFile(environment);
  return file === undefined ? new Map() : devOverrides(readFileSync(file, 'utf8'));
}
