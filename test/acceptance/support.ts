import { existsSync } from 'fs';
import { tmpdir } from 'os';
import { providerSource, readDevOverrides } from './cli-config';
import { run } from './process';
import { plainText, Terraform, terraformBinary, TerraformError } from './terraform';
import { offlineEnvironment } from './terraform-environment';

/** What the acceptance tests run with, or the one reason why they cannot. */
export type Support = Available | Unavailable;

export interface Available {
  readonly available: true;
  /** `terraform 1.11.4` or `tofu 1.10.0`. */
  readonly terraform: string;
  /** Source to version; the version of a locally built provider is not known. */
  readonly providers: Record<string, string>;
}

export interface Unavailable {
  readonly available: false;
  readonly reason: string;
}

export const BUILT_LOCALLY = 'built locally';
export const PROVIDERS = { azurerm: 'hashicorp/azurerm', azapi: 'Azure/azapi' };

interface VersionJson {
  readonly terraform_version: string;
  readonly provider_selections?: Record<string, string>;
}

const unavailable = (reason: string): Unavailable => ({ available: false, reason });

/**
 * Finds out, by trying, whether Terraform is there and can get these providers: from a registry, a mirror, its cache, or `dev_overrides`.
 * `versions` holds constraints by provider source, such as `{'hashicorp/azurerm': '~> 4.55'}`.
 */
export async function findSupport(sources = Object.values(PROVIDERS), versions: Record<string, string> = {}): Promise<Support> {
  const terraform = await terraformVersion();
  if (terraform === undefined) return unavailable(`no Terraform: '${terraformBinary()}' cannot be run`);

  const overridden = readDevOverrides();
  const gone = sources.find((source) => overridden.has(providerSource(source)) && !existsSync(overridden.get(providerSource(source))!));
  if (gone !== undefined) return unavailable(`dev_overrides names a folder for ${gone} that does not exist`);
  const providers = Object.fromEntries(sources.map((source) => [source, BUILT_LOCALLY]));
  const wanted = sources.filter((source) => !overridden.has(providerSource(source)));
  if (wanted.length === 0) return { available: true, terraform, providers };

  const folder = new Terraform();
  try {
    folder.write({ terraform: { required_providers: Object.fromEntries(wanted.map((source) => requirement(source, versions[source]))) } });
    await folder.init();
    const selected = (JSON.parse(await folder.command('version', '-json')) as VersionJson).provider_selections ?? {};
    const byName = new Map(Object.entries(selected).map(([name, version]) => [providerSource(name), version]));
    const found = Object.fromEntries(wanted.map((source) => [source, byName.get(providerSource(source)) ?? 'unknown']));
    return { available: true, terraform, providers: { ...providers, ...found } };
  } catch (error) {
    if (!(error instanceof TerraformError)) throw error;
    return unavailable(`no providers: ${firstError(plainText(error.result))}`);
  } finally {
    folder.close();
  }
}

function requirement(source: string, version: string | undefined): [string, object] {
  return [source.split('/').at(-1)!, { source, version }];
}

/** Name and version of the binary; undefined where there is none. */
export async function terraformVersion(): Promise<string | undefined> {
  try {
    const environment = offlineEnvironment({});
    const { stdout } = await run(terraformBinary(), ['version', '-json'], { folder: tmpdir(), environment, timeoutMilliseconds: 60_000 });
    const name = /tofu/i.test(terraformBinary()) ? 'tofu' : 'terraform';
    return `${name} ${(JSON.parse(stdout) as VersionJson).terraform_version}`;
  } catch {
    return undefined;
  }
}

/** The first of what Terraform complains about, which is what the rest follows from. */
function firstError(text: string): string {
  const [, first = text] = text.split('Error: ');
  return first.trim().slice(0, 300);
}
