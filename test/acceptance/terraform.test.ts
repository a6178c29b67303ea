import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { cliConfigFile, devOverrides, providerSource } from './cli-config';
import { parsePlan } from './plan';
import { run } from './process';
import { findSupport, terraformVersion } from './support';
import { plainText, Terraform, TerraformError } from './terraform';
import { initEnvironment, offlineEnvironment } from './terraform-environment';

describe('the settings of Terraform', () => {
  test.each(['azurerm', 'hashicorp/azurerm', 'registry.terraform.io/hashicorp/AzureRM'])('know %s as one provider', (source) => {
    expect(providerSource(source)).toBe('hashicorp/azurerm');
  });

  test.each([
    ['HCL', 'provider_installation {\n dev_overrides {\n  # "a/commented" = "/x"\n  "Azure/azapi" = "/p/azapi"\n "hashicorp/azurerm"="/p/rm" }\n direct {} }'],
    ['JSON', '{"provider_installation":{"dev_overrides":{"Azure/azapi":"/p/azapi","hashicorp/azurerm":"/p/rm"}}}'],
  ])('name the providers that were built locally, in %s', (_what, text) => {
    expect(Object.fromEntries(devOverrides(text))).toEqual({ 'azure/azapi': '/p/azapi', 'hashicorp/azurerm': '/p/rm' });
  });

  test('may name none', () => {
    expect(devOverrides('provider_installation { direct {} }').size).toBe(0);
  });

  test('are taken from the file that is stated, if it is there', () => {
    expect(cliConfigFile({ TF_CLI_CONFIG_FILE: __filename })).toBe(__filename);
    expect(cliConfigFile({ TF_CLI_CONFIG_FILE: '/nowhere/at/all' })).toBeUndefined();
  });
});

describe('the environment of Terraform', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  test('has nothing of the Azure account of whoever runs the tests, and no way out', () => {
    Object.assign(process.env, { ARM_SUBSCRIPTION_ID: 'mine', AZURE_CONFIG_DIR: 'mine', TF_VAR_a: 'mine', HTTPS_PROXY: 'http://proxy', NO_PROXY: '*' });

    const environment = offlineEnvironment({ ARM_TENANT_ID: 'simulated' });

    expect(environment).toMatchObject({ HTTPS_PROXY: 'http://127.0.0.1:9', ARM_TENANT_ID: 'simulated', PATH: process.env.PATH });
    expect(Object.values(environment)).not.toContain('mine');
    expect(environment.NO_PROXY).toBeUndefined();
  });

  test('keeps the way to the registry for init alone', () => {
    Object.assign(process.env, { HTTPS_PROXY: 'http://proxy', TF_PLUGIN_CACHE_DIR: tmpdir() });

    expect(initEnvironment()).toMatchObject({ HTTPS_PROXY: 'http://proxy', TF_PLUGIN_CACHE_DIR: tmpdir() });
  });
});

describe('a plan', () => {
  const change = (actions: string[], more = {}, outer = {}) => ({
    address: 'a.b', mode: 'managed', change: { actions, before: null, after: null, ...more }, ...outer,
  });
  const parse = (...changes: object[]) => parsePlan(JSON.stringify({ resource_changes: changes }));

  test('is empty when nothing changes', () => {
    expect(parse(change(['no-op']), change(['read'], {}, { mode: 'data' }))).toEqual({ changes: [], empty: true, summary: [] });
    expect(parsePlan('{}').empty).toBe(true);
  });

  test('tells what is replaced and why', () => {
    const plan = parse(change(['delete', 'create'], { replace_paths: [['version'], ['identity', 0, 'type']] }, { action_reason: 'replace_because_cannot_update' }));

    expect(plan.summary).toEqual(['replace a.b (version, identity.0.type)']);
    expect(plan.changes[0]).toMatchObject({ actions: ['delete', 'create'], reason: 'replace_because_cannot_update', imported: false });
    expect(plan.empty).toBe(false);
  });

  test('counts imports, moves and outputs as changes', () => {
    expect(parse(change(['no-op'], { importing: { id: 'x' } }))).toMatchObject({ empty: false, summary: ['import a.b'] });
    expect(parse(change(['update'], {}, { previous_address: 'c.d' }))).toMatchObject({ empty: false, summary: ['move and update a.b'] });
    expect(parsePlan('{"output_changes":{"a":{"actions":["create"]}}}')).toMatchObject({ empty: false, changes: [] });
  });
});

describe('a process', () => {
  const options = { folder: tmpdir(), environment: { PATH: process.env.PATH! }, timeoutMilliseconds: 20_000 };

  test('gives its exit code and what it printed', async () => {
    expect(await run(process.execPath, ['-e', 'console.log("out"); console.error("err"); process.exit(3)'], options))
      .toEqual({ exitCode: 3, stdout: 'out\n', stderr: 'err\n' });
  });

  test('is ended with its children when its time is over', async () => {
    const script = 'require("child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], {stdio: "inherit"}); setInterval(() => {}, 1000)';

    expect((await run(process.execPath, ['-e', script], { ...options, timeoutMilliseconds: 500 })).exitCode).toBeUndefined();
  });

  test('that cannot be started is an error', async () => {
    await expect(run('no-such-program', [], options)).rejects.toThrow('ENOENT');
  });
});

describe('without Terraform', () => {
  const before = process.env.TERRAFORM_BINARY_NAME;
  afterEach(() => {
    process.env.TERRAFORM_BINARY_NAME = before;
    if (before === undefined) delete process.env.TERRAFORM_BINARY_NAME;
  });

  test('there is one reason', async () => {
    process.env.TERRAFORM_BINARY_NAME = 'no-such-terraform';

    expect(await terraformVersion()).toBeUndefined();
    expect(await findSupport()).toEqual({ available: false, reason: "no Terraform: 'no-such-terraform' cannot be run" });
  });
});

test('the output of Terraform is read as one line', () => {
  expect(plainText({ stdout: 'x', stderr: '╷\n│ Error: a\n│\n│   b\n╵\n' })).toBe('Error: a b');
  expect(plainText({ stdout: 'only\nthis', stderr: ' ' })).toBe('only this');
  expect(new TerraformError('plan', { stdout: '', stderr: '' }).message).toBe('terraform plan was ended at its time limit: ');
});

/** Needs the binary, but no provider beyond the one that is built in. */
describe('the real Terraform', () => {
  let there = false;
  let terraform: Terraform;
  beforeAll(async () => {
    there = await terraformVersion() !== undefined;
    if (!there) console.warn('Skipped: there is no Terraform to run.');
  });
  beforeEach(() => {
    terraform = new Terraform({ environment: { TF_VAR_input: 'one' } });
  });
  afterEach(() => terraform.close());

  const configuration = (input = '${var.input}') => ({
    terraform: { backend: { local: { path: 'terraform.tfstate' } } },
    variable: { input: {} },
    resource: { terraform_data: { a: { input, triggers_replace: 'x' } } },
    output: { a: { value: '${terraform_data.a.output}' } },
  });

  test('creates, has nothing more to do, changes and destroys', async () => {
    if (!there) return;
    terraform.write(configuration());

    expect((await terraform.apply()).summary).toEqual(['create terraform_data.a']);
    expect((await terraform.plan()).empty).toBe(true);
    expect(await terraform.outputs()).toEqual({ a: 'one' });
    terraform.write(configuration('two'));
    expect((await terraform.apply()).summary).toEqual(['update terraform_data.a']);
    expect(await terraform.addresses()).toEqual(['terraform_data.a']);
    expect((await terraform.destroy()).summary).toEqual(['delete terraform_data.a']);
    expect(await terraform.addresses()).toEqual([]);
  });

  test('says what is wrong', async () => {
    if (!there) return;

    await expect(terraform.write('{').plan()).rejects.toThrow(TerraformError);
    terraform.write({ resource: { terraform_data: { a: { lifecycle: { replace_triggered_by: ['${terraform_data.b}'] } } } } });
    await expect(terraform.validate()).rejects.toThrow(/Invalid expression|Unexpected|replace_triggered_by/);
  });

  test('has a time limit and leaves no folder', async () => {
    if (!there) return;
    const hasty = new Terraform({ timeoutMilliseconds: 1 });

    await expect(hasty.write(configuration()).plan()).rejects.toThrow('was ended at its time limit');
    hasty.close();
    expect(existsSync(hasty.folder)).toBe(false);
  });

  test('is told apart from one that cannot have its providers', async () => {
    if (!there) return;
    const folder = mkdtempSync(join(tmpdir(), 'no-providers-'));
    const before = process.env.TF_CLI_CONFIG_FILE;
    try {
      process.env.TF_CLI_CONFIG_FILE = join(folder, 'config.tfrc');
      writeFileSync(process.env.TF_CLI_CONFIG_FILE, `provider_installation {\n filesystem_mirror {\n path = "${folder.replace(/\\/g, '/')}"\n }\n}\n`);
      const support = await findSupport(['hashicorp/azurerm']);
      expect(support).toMatchObject({ available: false, reason: expect.stringMatching(/^no providers: .*hashicorp\/azurerm/) });

      writeFileSync(process.env.TF_CLI_CONFIG_FILE, `provider_installation {\n dev_overrides {\n "hashicorp/azurerm" = "${folder.replace(/\\/g, '/')}"\n }\n}\n`);
      expect(await findSupport(['hashicorp/azurerm'])).toMatchObject({ available: true, providers: { 'hashicorp/azurerm': 'built locally' } });
      rmSync(folder, { recursive: true });
      process.env.TF_CLI_CONFIG_FILE = before ?? '';
    } finally {
      rmSync(folder, { recursive: true, force: true });
      if (before === undefined) delete process.env.TF_CLI_CONFIG_FILE;
      else process.env.TF_CLI_CONFIG_FILE = before;
    }
  });
});
