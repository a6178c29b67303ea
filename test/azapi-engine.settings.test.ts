import { Fn, TerraformOutput, TerraformVariable, Token } from 'cdktf';
import { DaprCluster, DaprEngine, DaprExtensionProps, ReleaseTrain } from '../lib';
import { AZAPI, azapiBlock, AzapiStack, daprOn, propertiesOf } from './helpers/azapi';
import { AKS_ID, ARC_ID, codes, errorOf, only, synth, synthApp, warningIds, warningsOf } from './helpers/synth';

const aks = DaprCluster.aks(AKS_ID);
const arc = DaprCluster.arc(ARC_ID);
const PEM = '-----BEGIN EC PRIVATE KEY-----\nhush\n-----END EC PRIVATE KEY-----\n';

let stack: AzapiStack;
beforeEach(() => { stack = new AzapiStack(); });

const variable = (id: string, type = 'string', config = {}) => new TerraformVariable(stack, id, { type, ...config });
const block = (props: Partial<DaprExtensionProps>, cluster = aks) => {
  daprOn(stack, cluster, props);
  return only(stack, AZAPI);
};
const settingsWith = (configurationSettings: any, cluster = aks) => block({ configurationSettings }, cluster).body.properties.configurationSettings;

describe('protected settings', () => {
  test('stand in the sensitive body and nowhere else, typed or raw', () => {
    const dapr = daprOn(stack, aks, {
      settings: { daprSentry: { tls: { issuer: { keyPEM: PEM } } } },
      configurationProtectedSettings: { 'dapr_operator.extraEnvVars.TOKEN': 'hush hush' },
    });
    for (const name of ['extensionId', 'name', 'releaseNamespace', 'currentVersion', 'principalId'] as const) {
      new TerraformOutput(stack, name, { value: dapr[name] });
    }
    const json = synth(stack);
    const { sensitive_body: secret, ...rest } = json.resource[AZAPI].Dapr;
    expect(secret).toStrictEqual({
      properties: { configurationProtectedSettings: { 'dapr_operator.extraEnvVars.TOKEN': 'hush hush', 'dapr_sentry.tls.issuer.keyPEM': PEM } },
    });
    expect(JSON.stringify({ ...json, resource: rest })).not.toContain('hush');
    expect(JSON.stringify({ ...json, resource: rest })).not.toMatch(/keyPEM|TOKEN/);
    expect(rest).not.toHaveProperty('sensitive_body_version');
    expect(warningIds(dapr)).toContain('SecretInSource');
    expect(warningsOf(dapr).join()).not.toContain('hush');
  });

  test('that are wrong are not shown', () => {
    const error = errorOf({
      cluster: aks, engine: DaprEngine.AZAPI, configurationProtectedSettings: { 'dapr_sentry.tls.issuer.keyPEM': 'hush', 'global.ha.enabled': 'hush' },
    });
    expect(codes(error)).toContain('SettingValueMalformed');
    expect(error).not.toContain('hush');
  });

  test('leave no sensitive body behind where there are none: it would need a newer Terraform', () => {
    expect(block({ configurationSettings: { a: 'b' } })).not.toHaveProperty('sensitive_body');
  });

  test('of the raw map that are secrets go there by themselves', () => {
    const { body, sensitive_body: secret } = block({ configurationSettings: { 'dapr_sentry.tls.issuer.keyPEM': '${var.p}', 'x': 'y' } });
    expect(body.properties.configurationSettings).toStrictEqual({ 'global.clusterType': 'managedclusters', 'x': 'y' });
    expect(secret.properties.configurationProtectedSettings).toStrictEqual({ 'dapr_sentry.tls.issuer.keyPEM': '${tostring(var.p)}' });
  });

  test('from a whole map that only Terraform knows', () => {
    const map = variable('secrets', 'map(string)', { sensitive: true }).value;
    expect(block({ configurationProtectedSettings: map }).sensitive_body)
      .toStrictEqual({ properties: { configurationProtectedSettings: '${{ for key, value in var.secrets : key => tostring(value) }}' } });
  });
});

describe('a setting', () => {
  test('from a number is text, however the number came to be one', () => {
    const { numberValue } = variable('replicas', 'number');
    const settings = settingsWith({ a: numberValue, b: String(numberValue), c: Token.asString(numberValue), d: `${numberValue}Gi` });
    expect(settings).toMatchObject({
      a: '${tostring(var.replicas)}', b: '${tostring(var.replicas)}', c: '${tostring(var.replicas)}', d: '${var.replicas}Gi',
    });
  });

  test('from a variable of any type is text', () => {
    expect(settingsWith({ a: variable('text').stringValue, b: variable('flag', 'bool').value, c: '${var.x}' }))
      .toMatchObject({ a: '${tostring(var.text)}', b: '${tostring(var.flag)}', c: '${tostring(var.x)}' });
  });

  test.each([
    ['that begins with a text', '${"a" == var.x}', '${tostring("a" == var.x)}'],
    ['that begins with a conversion', '${tostring(var.x) == "a"}', '${tostring(tostring(var.x) == "a")}'],
    ['that is a conversion', '${tostring(var.x)}', '${tostring(var.x)}'],
    ['with text before it', 'a-${var.x}', 'a-${var.x}'],
    ['with text behind it', '${var.x}-a', '${var.x}-a'],
    ['with a directive', '%{ if var.x }a%{ endif }${var.y}', '%{ if var.x }a%{ endif }${var.y}'],
    ['that is none, being escaped', '$${x}', '$${x}'],
  ])('from an expression %s', (_, value, written) => {
    expect(settingsWith({ a: value }).a).toBe(written);
  });

  test('with the start of a directive is escaped', () => {
    expect(settingsWith({ 'a%{': '100%{x}' }, arc)).toStrictEqual({ 'a%%{': '100%%{x}' });
  });

  test('that is typed is text, too', () => {
    const { body } = block({ settings: { daprOperator: { replicaCount: variable('replicas', 'number').numberValue }, registry: variable('text').stringValue } });
    expect(body.properties.configurationSettings['dapr_operator.replicaCount']).toBe('${tostring(var.replicas)}');
    expect(body.properties.configurationSettings['global.registry']).toContain('replace(');
  });
});

describe('a whole map', () => {
  test('becomes one of texts, joined by Terraform with what the library sends', () => {
    const map = variable('settings', 'map(string)').value;
    expect(settingsWith(map))
      .toBe('${{ for key, value in merge(var.settings, {"global.clusterType" = "managedclusters"}) : key => tostring(value) }}');
  });

  test('on Arc becomes one of texts', () => {
    expect(settingsWith(Token.asStringMap(variable('settings', 'map(any)').value), arc))
      .toBe('${{ for key, value in var.settings : key => tostring(value) }}');
  });

  test('is looked into for what cannot change in place', () => {
    const { placement } = block({ configurationSettings: variable('settings', 'map(string)').value }, arc).replace_triggers_external_values;
    expect(placement).toContain('lookup(var.settings, "global.ha.enabled", "true")');
  });

  test('with keys beside it is an error', () => {
    const map = Token.asStringMap(variable('settings', 'map(string)').value);
    expect(codes(errorOf({ cluster: aks, engine: DaprEngine.AZAPI, configurationSettings: { ...map, a: 'b' } }))).toStrictEqual(['MapTokenWithKeys']);
  });

  test('of Fn.merge', () => {
    expect(settingsWith(Fn.merge([variable('settings', 'map(string)').value, { a: 'b' }]), arc))
      .toBe('${{ for key, value in merge(var.settings, {"a" = "b"}) : key => tostring(value) }}');
  });
});

describe('tokens elsewhere', () => {
  test('in every string of the properties', () => {
    const created = block({
      name: variable('name').stringValue,
      releaseNamespace: variable('namespace').stringValue,
      version: variable('version').stringValue,
      releaseTrain: ReleaseTrain.of(variable('train').stringValue),
      timeouts: { create: variable('patience').stringValue },
    });
    expect(created).toMatchObject({ name: '${var.name}', timeouts: { create: '${var.patience}' } });
    expect(created.body.properties).toMatchObject({
      autoUpgradeMinorVersion: false,
      version: '${tostring(var.version)}',
      releaseTrain: '${tostring(var.train)}',
      scope: { cluster: { releaseNamespace: '${tostring(var.namespace)}' } },
    });
  });

  test('written by hand', () => {
    expect(propertiesOf(aks, { version: '${var.c}', releaseNamespace: '${var.b}' }))
      .toMatchObject({ version: '${tostring(var.c)}', scope: { cluster: { releaseNamespace: '${tostring(var.b)}' } } });
    expect(azapiBlock(aks, { name: '${var.a}' }).name).toBe('${var.a}');
  });

  test('for the cluster stand in the parent and in the locks', () => {
    expect(block({}, DaprCluster.arc(variable('id').stringValue))).toMatchObject({ parent_id: '${var.id}', locks: ['${var.id}'] });
  });

  test('from another stack of the app', () => {
    const { stacks } = synthApp((app) => {
      const first = daprOn(new AzapiStack('First', app), aks);
      const second = new AzapiStack('Second', app);
      daprOn(second, arc, { version: first.currentVersion, configurationSettings: { a: first.extensionId } });
    });
    const remote = 'data.terraform_remote_state.cross-stack-reference-input-First.outputs.cross-stack-output-azapi_resourceDapr';
    expect(stacks.Second.resource[AZAPI].Dapr.body.properties).toMatchObject({
      version: `\${tostring(try(${remote}outputcurrentVersion, null))}`, configurationSettings: { a: `\${tostring(${remote}id)}` },
    });
  });
});

describe('ignored changes', () => {
  test.each([
    ['cluster', 'parent_id'],
    ['name', 'name'],
    ['version', 'body.properties.version'],
    ['autoUpgradeMinorVersion', 'body.properties.autoUpgradeMinorVersion'],
    ['releaseTrain', 'body.properties.releaseTrain'],
    ['releaseNamespace', 'body.properties.scope'],
    ['settings', 'body.properties.configurationSettings'],
    ['configurationSettings', 'body.properties.configurationSettings'],
    ['systemAssignedIdentity', 'identity'],
  ])('%s is called %s', (property, argument) => {
    for (const cluster of [aks, arc]) {
      expect(azapiBlock(cluster, { ignoreChanges: [property] }).lifecycle).toStrictEqual({ ignore_changes: [argument] });
    }
  });

  test('of one argument are named once, and all are all', () => {
    expect(azapiBlock(aks, { ignoreChanges: ['settings', 'configurationSettings'] }).lifecycle.ignore_changes)
      .toStrictEqual(['body.properties.configurationSettings']);
    expect(azapiBlock(aks, { ignoreChanges: ['version', 'all'] }).lifecycle).toStrictEqual({ ignore_changes: 'all' });
  });

  test.each(['all', 'settings', 'configurationSettings'])('of %s replace nothing either', (name) => {
    expect(azapiBlock(aks, { ignoreChanges: [name] })).not.toHaveProperty('replace_triggers_external_values');
  });

  test('of something else leave the values that replace it', () => {
    expect(azapiBlock(aks, { ignoreChanges: ['version'] })).toHaveProperty('replace_triggers_external_values');
  });

  test('cannot name protected settings, which Terraform does not know', () => {
    const error = errorOf({ cluster: aks, engine: DaprEngine.AZAPI, ignoreChanges: ['configurationProtectedSettings'] });
    expect(codes(error)).toStrictEqual(['IgnoreChangesUnknown']);
    expect(error).toContain("'systemAssignedIdentity'");
  });
});
