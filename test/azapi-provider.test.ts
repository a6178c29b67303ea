import { TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { AzapiProvider, AzapiProviderProps } from '../lib';
import { synth } from './helpers/synth';

let stack: TerraformStack;
beforeEach(() => { stack = new TerraformStack(Testing.app(), 'Stack'); });

const block = (props?: AzapiProviderProps) => {
  new AzapiProvider(stack, 'azapi', props);
  return synth(stack).provider.azapi;
};

test('a provider without options leaves everything to the environment, but for changes that azapi takes for empty', () => {
  expect(block()).toStrictEqual([{ ignore_no_op_changes: false }]);
});

test('it comes from Azure, in a version that knows what the library says and before the next major one', () => {
  new AzapiProvider(stack, 'azapi');
  expect(synth(stack).terraform.required_providers).toStrictEqual({ azapi: { source: 'Azure/azapi', version: '>= 2.5, < 3' } });
});

test.each<[keyof AzapiProviderProps, string, unknown]>([
  ['alias', 'alias', 'other'],
  ['subscriptionId', 'subscription_id', '00000000-0000-0000-0000-000000000001'],
  ['tenantId', 'tenant_id', '00000000-0000-0000-0000-000000000002'],
  ['clientId', 'client_id', '00000000-0000-0000-0000-000000000003'],
  ['clientSecret', 'client_secret', '${var.secret}'],
  ['clientCertificatePath', 'client_certificate_path', 'cert.pfx'],
  ['useOidc', 'use_oidc', true],
  ['oidcTokenFilePath', 'oidc_token_file_path', 'token.jwt'],
  ['useMsi', 'use_msi', true],
  ['useCli', 'use_cli', false],
  ['environment', 'environment', 'usgovernment'],
])('%s is the argument %s', (property, argument, value) => {
  expect(block({ [property]: value })).toStrictEqual([{ ignore_no_op_changes: false, [argument]: value }]);
});

test('options that are undefined are not there', () => {
  expect(block({ alias: undefined, tenantId: undefined })).toStrictEqual([{ ignore_no_op_changes: false }]);
});

test('options take tokens', () => {
  const secret = new TerraformVariable(stack, 'secret', { type: 'string', sensitive: true });
  expect(block({ clientSecret: secret.stringValue })).toStrictEqual([{ ignore_no_op_changes: false, client_secret: '${var.secret}' }]);
});

test('the alias can be read and changed', () => {
  const provider = new AzapiProvider(stack, 'azapi', { alias: 'one' });
  expect(provider.alias).toBe('one');
  expect(provider.fqn).toBe('azapi.one');
  provider.alias = 'two';
  expect(synth(stack).provider.azapi[0].alias).toBe('two');
  provider.alias = undefined;
  expect(synth(stack).provider.azapi).toStrictEqual([{ ignore_no_op_changes: false }]);
});

test('several providers stand in one stack', () => {
  new AzapiProvider(stack, 'first');
  expect(block({ alias: 'other' })).toStrictEqual([{ ignore_no_op_changes: false }, { alias: 'other', ignore_no_op_changes: false }]);
});

test('further arguments go through an override', () => {
  new AzapiProvider(stack, 'azapi').addOverride('skip_provider_registration', true);
  expect(synth(stack).provider.azapi).toStrictEqual([{ ignore_no_op_changes: false, skip_provider_registration: true }]);
});

test('in HCL it says the same', () => {
  new AzapiProvider(stack, 'azapi', { alias: 'other', useOidc: true, clientId: 'id', tenantId: undefined });
  const hcl = Testing.synthHcl(stack).replace(/\s+/g, ' ');
  expect(hcl).toContain('required_providers { azapi = { version = ">= 2.5, < 3" source = "Azure/azapi" } }');
  expect(hcl).toContain('provider "azapi" { use_oidc = true client_id = "id" ignore_no_op_changes = false alias = "other" }');
});
