import { mkdtemp, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { run } from '../acceptance/process';
import { plainText, terraformBinary } from '../acceptance/terraform';
import { offlineEnvironment } from '../acceptance/terraform-environment';

/** The resource of the provider that is part of Terraform. */
const BUILT_IN = 'terraform_data';

/** A value of any type that only an apply would make known. */
const UNKNOWN = { name: 'unknown', value: `\${jsondecode(${BUILT_IN}.unknown.id)}` };

/** What a block of a resource or data source has whatever its type is. */
const META_ARGUMENTS = ['count', 'depends_on', 'for_each', 'lifecycle', 'provider'];

/** Settings of Terraform in place of the user's own, which might make it warn of something else. */
const CLI_CONFIGURATION = 'terraform.tfrc';

/** An address of a resource or data source of azurerm or azapi, and the start of what is read of it. */
const ADDRESS = /(?<![\w.-])(data\.)?((?:azurerm|azapi)_\w+)\.([A-Za-z_][\w-]*)(?=([.[])?)/g;

/**
 * A configuration that Terraform can check without any plugin, and as much of the original as can be kept in it.
 *
 * * A resource or data source of a provider becomes a `terraform_data` with its meta-arguments. Its arguments become the value of one argument, so
 *   that every expression in them is still checked. What is read of it is read of its output, which can be anything.
 * * Each address is that of the stand-in, wherever it occurs: in expressions, `depends_on`, `replace_triggered_by`, `moved`, `import`, `removed`.
 *   None is added or dropped, so that what leads nowhere still leads nowhere.
 * * A provider becomes one of Terraform's own with the same alias; its arguments become a local value.
 */
export function withoutPlugins(configuration: any): any {
  const { '//': _, terraform = {}, provider = {}, resource = {}, data = {}, ...rest } = withStandInAddresses(configuration);
  const { required_providers: __, ...settings } = terraform;
  const builtIn: Record<string, unknown> = resource[BUILT_IN] ?? {};
  const standIns = [
    ...Object.entries<any>(resource).filter(([type]) => type !== BUILT_IN).flatMap(([type, blocks]) => standInsOf(blocks, `${type}__`)),
    ...Object.entries<any>(data).flatMap(([type, blocks]) => standInsOf(blocks, `data__${type}__`)),
  ];
  const providers = Object.entries<any>(provider).flatMap(([name, blocks]) => [blocks].flat().map((block) => ({ name, ...block })));
  return {
    ...rest,
    terraform: settings,
    provider: { terraform: providers.map(({ name, alias }) => ({ alias: `${name}_${alias ?? 'default'}` })) },
    locals: { ...rest.locals, providers: providers.map(({ name: _name, alias: _alias, ...args }) => args) },
    resource: { [BUILT_IN]: { ...builtIn, ...Object.fromEntries(standIns), [UNKNOWN.name]: {} } },
  };
}

function standInsOf(blocks: Record<string, any>, prefix: string): [string, object][] {
  return Object.entries(blocks).map(([name, block]) => {
    const entries = Object.entries<any>(block).filter(([key]) => key !== '//');
    const [meta, args] = [true, false].map((isMeta) => Object.fromEntries(entries.filter(([key]) => META_ARGUMENTS.includes(key) === isMeta)));
    const { ignore_changes: ignored } = meta.lifecycle ?? {};
    return [`${prefix}${name}`, {
      ...meta,
      ...(typeof meta.provider === 'string' ? { provider: aliasOf(meta.provider) } : {}),
      ...(Array.isArray(ignored) ? { lifecycle: { ...meta.lifecycle, ignore_changes: ignored.map((argument) => `triggers_replace.${argument}`) } } : {}),
      triggers_replace: args,
      input: UNKNOWN.value,
    }];
  });
}

/** `azurerm.arc` as the provider of Terraform that stands for it; anything else as it is. */
function aliasOf(provider: string): string {
  const [, name, alias] = /^(\w+)(?:\.([\w-]+))?$/.exec(provider) ?? [];
  return name === undefined ? provider : `terraform.${name}_${alias ?? 'default'}`;
}

function withStandInAddresses(value: any): any {
  if (typeof value === 'string') {
    return /^\S+$/.test(value) || value.includes('${') ? value.replace(ADDRESS, standInAddress) : value;
  }
  if (Array.isArray(value)) {
    return value.map(withStandInAddresses);
  }
  return value !== null && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withStandInAddresses(child)]))
    : value;
}

function standInAddress(_: string, data: string | undefined, type: string, name: string, further: string | undefined): string {
  return `${BUILT_IN}.${data === undefined ? '' : 'data__'}${type}__${name}${further === undefined ? '' : '.output'}`;
}

/**
 * What the real Terraform finds wrong with a configuration that needs no plugin, in `init` and `validate` and, if these find nothing, in a plan:
 * what `replace_triggered_by`, `import` and `removed` name is looked up no earlier. Nobody but the machine itself is asked.
 */
export async function terraformProblems(configuration: any): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'cdktf-azure-dapr-validate-'));
  const write = async (name: string, content: unknown) => writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  try {
    await write(CLI_CONFIGURATION, '');
    await write('cdk.tf.json', configuration);
    const init = await execute(folder, 'init', '-backend=false', '-input=false', '-no-color');
    if (init.exitCode !== 0) {
      return [plainText(init)];
    }
    const { diagnostics } = JSON.parse((await execute(folder, 'validate', '-json')).stdout);
    if (diagnostics.length > 0) {
      return diagnostics.map(({ summary, detail }: any) => `${summary}: ${detail}`);
    }
    await write('cdk.tf.json', plannable(configuration));
    await write('terraform.tfvars.json', Object.fromEntries(Object.entries<any>(configuration.variable ?? {}).map(([name, { type }]) => [name, anyOf(type)])));
    const plan = await execute(folder, 'plan', '-input=false', '-no-color');
    return plan.exitCode === 0 ? [] : [plainText(plan)];
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Without what a plan would ask more for than that it be right: the backend, and imports of what must not be replaced. */
function plannable(configuration: any): any {
  return JSON.parse(JSON.stringify(configuration), (key, value) => key === 'backend' || key === 'prevent_destroy' ? undefined : value);
}

/** A value of a type, as variables state it. */
function anyOf(type: string | undefined): unknown {
  const [, kind = 'string'] = /^(\w+)/.exec(type ?? '') ?? [];
  return ({ number: 1, bool: true, list: [], set: [], tuple: [], map: {}, object: {} } as Record<string, unknown>)[kind] ?? 'x';
}

async function execute(folder: string, ...args: string[]) {
  const environment = offlineEnvironment({ TF_CLI_CONFIG_FILE: join(folder, CLI_CONFIGURATION) });
  try {
    return await run(terraformBinary(), args, { folder, environment, timeoutMilliseconds: 60_000 });
  } catch (error) {
    throw new Error(`This test needs Terraform, and '${terraformBinary()}' cannot be run. Install it (https://developer.hashicorp.com/terraform/install), `
      + `or name it in TERRAFORM_BINARY_NAME. ${(error as Error).message}`);
  }
}
