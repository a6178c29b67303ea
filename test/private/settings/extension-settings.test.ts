import { Fn, TerraformVariable } from 'cdktf';
import { DaprCluster, DaprExtension, DaprExtensionProps, DaprPreset } from '../../../lib';
import { parseSet } from '../../helpers/set-parser';
import { AKS, AKS_ID, codes, errorOf, synth, TestStack, warningIds, warningsOf } from '../../helpers/synth';
import { evaluated, Given } from '../../helpers/terraform';

const cluster = DaprCluster.aks(AKS_ID);
const PEM = '-----BEGIN CERTIFICATE-----\nAb+/==\n-----END CERTIFICATE-----\n';
const NASTY = 'a,b\\c "d" {e} %{f}';

const VARIABLES: Record<string, Given> = {
  text: { type: 'string', value: NASTY },
  number: { type: 'number', value: 1000810000 },
  map: { type: 'map(string)', value: { 'global.nodeSelector.kubernetes\\.io/os': 'linux', 'global.tag': 'from the map', 'global.clusterType': 'other' } },
  secrets: { type: 'map(string)', value: { 'global.labels.token': 'x\\,y' }, sensitive: true },
  key: { type: 'string', value: 'hunter2', sensitive: true },
};

class VariableStack extends TestStack {
  public readonly text = this.variable('text').stringValue;
  public readonly number = this.variable('number').numberValue;
  public readonly map = this.variable('map').value as any;
  public readonly secrets = this.variable('secrets').value as any;
  public readonly key = this.variable('key').stringValue;

  private variable(name: string): TerraformVariable {
    const { type, sensitive } = VARIABLES[name];
    return new TerraformVariable(this, name, { type, sensitive });
  }
}

type Props = Partial<DaprExtensionProps>;

function made(props: Props | ((stack: VariableStack) => Props)) {
  const stack = new VariableStack();
  const dapr = new DaprExtension(stack, 'Dapr', { cluster, autoUpgradeMinorVersion: true, ...(typeof props === 'function' ? props(stack) : props) });
  const { resource } = synth(stack);
  return {
    dapr,
    plain: resource[AKS].Dapr.configuration_settings,
    secret: resource[AKS].Dapr.configuration_protected_settings,
    claims: resource.terraform_data.Dapr_VolumeClaims_1A796B1E.input,
  };
}

describe('literal settings of every source', () => {
  test('are one plain map, with the escapes of Helm\'s grammar', () => {
    const { plain, secret } = made({
      settings: { nodeSelector: { 'kubernetes.io/os': 'linux', 'a,b=c[0]': 'x,y\\z {w}' }, registry: '{"quoted"}' },
      configurationSettings: { 'global.labels.a\\.b': 'raw\\,value' },
      preset: DaprPreset.of('ours', { logAsJson: true }),
    });
    expect(plain).toStrictEqual({
      'global.clusterType': 'managedclusters',
      'global.labels.a\\.b': 'raw\\,value',
      'global.logAsJson': 'true',
      'global.nodeSelector.a\\,b\\=c\\[0]': 'x\\,y\\\\z {w}',
      'global.nodeSelector.kubernetes\\.io/os': 'linux',
      'global.registry': '\\{"quoted"}',
    });
    expect(secret).toBeUndefined();
  });

  test('are nothing at all where nothing is stated on Arc', () => {
    const stack = new TestStack();
    new DaprExtension(stack, 'Dapr', { cluster: DaprCluster.arc(AKS_ID.replace('ContainerService/managedClusters', 'Kubernetes/connectedClusters')), settings: {} });
    const block: any = Object.values(synth(stack).resource.azurerm_arc_kubernetes_cluster_extension)[0];
    expect(Object.keys(block).filter((name) => name.startsWith('configuration'))).toStrictEqual([]);
  });

  test('with one key in two sources and one value are sent once, as a secret if one of them is', () => {
    const { plain, secret } = made({
      settings: { registry: 'x', tag: 'y' }, configurationSettings: { 'global.registry': 'x' }, configurationProtectedSettings: { 'global.tag': 'y' },
    });
    expect(plain).toStrictEqual({ 'global.clusterType': 'managedclusters', 'global.registry': 'x' });
    expect(secret).toStrictEqual({ 'global.tag': 'y' });
  });
});

describe('secrets', () => {
  test('go to the protected settings by themselves, typed, raw or of a preset', () => {
    const typed = made((stack) => ({ settings: { daprSentry: { tls: { root: { certPEM: PEM }, issuer: { certPEM: PEM, keyPEM: stack.key } } } } }));
    expect(typed.plain).toStrictEqual({
      'dapr_sentry.tls.issuer.certPEM': PEM, 'dapr_sentry.tls.root.certPEM': PEM, 'global.clusterType': 'managedclusters',
    });
    expect(typed.secret).toStrictEqual({ 'dapr_sentry.tls.issuer.keyPEM': '${var.key}' });
    expect(warningIds(typed.dapr)).toStrictEqual([]);

    const raw = made((stack) => ({ configurationSettings: { 'dapr_sentry.tls.issuer.keyPEM': stack.key } }));
    expect(raw.plain).toStrictEqual({ 'global.clusterType': 'managedclusters' });
    expect(raw.secret).toStrictEqual({ 'dapr_sentry.tls.issuer.keyPEM': '${var.key}' });

    const preset = made({ preset: DaprPreset.of('ours', { daprScheduler: { etcdEmbed: false, etcdClientEndpoints: ['a'], etcdClientPassword: 'hunter2' } }) });
    expect(preset.secret).toStrictEqual({ 'dapr_scheduler.etcdClientPassword': 'hunter2' });
    expect(warningsOf(preset.dapr).map((text) => text.split('\n')[0])).toStrictEqual([
      "SecretInSource: 'dapr_scheduler.etcdClientPassword' in the preset ours",
    ]);
  });

  test('never stand in a warning or in what replaces the extension', () => {
    const { dapr, claims } = made({
      version: '1.15.0',
      autoUpgradeMinorVersion: undefined,
      settings: { daprScheduler: { etcdEmbed: false, etcdClientEndpoints: ['a'], etcdClientPassword: 'hunter2' } },
      configurationProtectedSettings: { 'global.mlts.enabled': 'hunter2', 'dapr_sentry.tls.trustDomain': 'hunter2', 'existingDaprReleaseName': 'hunter2' },
    });
    expect(warningIds(dapr)).toStrictEqual([
      'VersionOutOfSupport', 'VersionChangeReplaces', 'UnknownSetting', 'DeadSetting', 'CliOnlySetting', 'SettingNotInVersion', 'SettingNotInVersion',
      'SettingNotInVersion', 'SecretInSource', 'SecretInSource', 'SecretInSource',
    ]);
    expect(JSON.stringify([warningsOf(dapr), claims])).not.toContain('hunter2');
  });

  test.each<[string, Record<string, unknown>, string[]]>([
    ['two values', { settings: { tag: 'hunter2' }, configurationProtectedSettings: { 'global.tag': 'hunter3' } }, ['SettingStatedTwice']],
    ['a value that is malformed', { configurationSettings: { 'dapr_sentry.tls.issuer.keyPEM': 'hunter2' } }, ['SettingValueMalformed']],
    ['a value that is protected and malformed', { configurationProtectedSettings: { 'global.logAsJson': 'hunter2' } }, ['SettingValueMalformed']],
    ['a password that is a number', { configurationSettings: { 'dapr_scheduler.etcdClientPassword': 42111 } }, ['SettingNotText', 'SettingsConflict']],
    ['a protected value that is a number', { configurationProtectedSettings: { 'global.tag': 42111 } }, ['SettingNotText']],
    ['a protected cluster type', { configurationProtectedSettings: { 'global.clusterType': 'hunter2' } }, ['ClusterTypeConflict']],
    ['a typed key', { settings: { daprSentry: { tls: { issuer: { keyPEM: 'hunter2' } } } } }, ['SettingValueMalformed']],
    ['a typed key with a mistyped name', { settings: { daprSentry: { tls: { issuer: { keyPem: 'hunter2' } } } } }, ['SettingUnknown']],
    ['a typed group that is a secret', { settings: { daprSentry: { tls: 'hunter2' } } }, ['SettingWrongType']],
    ['a group that is a secret', { configurationSettings: { 'dapr_sentry.tls.issuer': 'hunter2' } }, ['SettingIsParent']],
    ['a protected user of sidecars', { configurationProtectedSettings: { 'dapr_sidecar_injector.sidecarRunAsUser': '-42111' } },
      ['SettingOutOfRange', 'SettingsConflict']],
  ])('never stand in an error: %s', (_what, props, expected) => {
    const error = errorOf({ cluster, ...props });
    expect(codes(error)).toStrictEqual(expected);
    expect(error).not.toMatch(/hunter|42111/);
  });
});

describe('a map that only Terraform knows', () => {
  test('leaves nothing to say about what is missing, and keeps what is stated under the same rules', () => {
    const { dapr } = made((stack) => ({
      settings: { ha: { enabled: true }, daprScheduler: { etcdEmbed: false }, mtls: { enabled: false } },
      configurationProtectedSettings: stack.secrets,
    }));
    expect(warningIds(dapr)).toStrictEqual(['MtlsOff']);
    expect(codes(errorOf({ cluster, settings: { ha: { replicaCount: -1 } }, configurationSettings: '${var.map}' }))).toStrictEqual(['SettingOutOfRange']);
  });

  test('leaves the production preset nothing to say about certificates', () => {
    const { dapr } = made((stack) => ({
      version: '1.17.13', autoUpgradeMinorVersion: undefined, preset: DaprPreset.PRODUCTION, configurationProtectedSettings: stack.secrets,
    }));
    expect(warningIds(dapr)).toStrictEqual(['VersionChangeReplaces']);
  });
});

test('a preset is checked like the user\'s settings, where the user does not override it', () => {
  const preset = DaprPreset.of('ours', { daprPlacement: { disseminateTimeout: '8s' }, tolerations: [] });
  const error = errorOf({ cluster, version: '1.16.5', preset });
  expect(codes(error)).toStrictEqual(['SettingListEmpty', 'SettingOutOfRange']);
  expect(error).toContain("'dapr_placement.disseminateTimeout' in the preset ours: \"8s\"");
  const fine = DaprPreset.of('ours', { daprPlacement: { disseminateTimeout: '8s' } });
  expect(made({ version: '1.16.5', autoUpgradeMinorVersion: undefined, preset: fine, settings: { daprPlacement: { disseminateTimeout: '2s' } } }).plain)
    .toStrictEqual({ 'dapr_placement.disseminateTimeout': '2s', 'global.clusterType': 'managedclusters' });
});

describe('what Terraform makes of it', () => {
  const results: Record<string, any> = {};

  beforeAll(() => {
    const everything = made((stack) => ({
      settings: {
        nodeSelector: { 'kubernetes.io/os': 'windows', 'say "hi"': 'x,"y"\\', 'agent': stack.text },
        registry: stack.text,
        ha: { replicaCount: stack.number },
        k8sLabels: { directive: '%{x}' },
        daprSentry: { tls: { issuer: { keyPEM: stack.key } } },
      },
      preset: DaprPreset.of('ours', { tag: 'preset', logAsJson: true }),
      configurationSettings: stack.map,
      configurationProtectedSettings: stack.secrets,
    }));
    const values = {
      everything: everything.plain,
      everythingSecret: everything.secret,
      literalKeys: made((stack) => ({ settings: { registry: stack.text, ha: { replicaCount: stack.number } } })).plain,
      mergedByUser: made((stack) => ({
        settings: { logAsJson: true }, configurationSettings: Fn.merge([stack.map, { 'global.dnsSuffix': '.svc.example' }]),
      })).plain,
    };
    expect(Object.values(values).map((value) => typeof value)).toStrictEqual(['string', 'string', 'object', 'string']);
    Object.assign(results, evaluated(values, VARIABLES));
  });

  test('typed, raw and preset settings with a whole map are one map: the whole map wins, but for the type of the cluster', () => {
    expect(results.everything).toStrictEqual({
      'global.clusterType': 'managedclusters',
      'global.ha.replicaCount': '1000810000',
      'global.k8sLabels.directive': '%{x}',
      'global.logAsJson': 'true',
      'global.nodeSelector.agent': 'a\\,b\\\\c "d" \\{e} %\\{f}',
      'global.nodeSelector.kubernetes\\.io/os': 'linux',
      'global.nodeSelector.say "hi"': 'x\\,"y"\\\\',
      'global.registry': 'a\\,b\\\\c "d" \\{e} %\\{f}',
      'global.tag': 'from the map',
    });
  });

  test('a comma inside a string token is text to Helm', () => {
    const line = `global.registry=${results.everything['global.registry']},global.nodeSelector.agent=${results.everything['global.nodeSelector.agent']}`;
    expect(parseSet(line)).toStrictEqual({ global: { registry: NASTY, nodeSelector: { agent: NASTY } } });
  });

  test('typed secrets are merged with a whole map of protected settings', () => {
    expect(results.everythingSecret).toStrictEqual({ 'dapr_sentry.tls.issuer.keyPEM': 'hunter2', 'global.labels.token': 'x\\,y' });
  });

  test('without a whole map the keys are known and a number is text without exponent', () => {
    expect(results.literalKeys).toStrictEqual({
      'global.clusterType': 'managedclusters', 'global.ha.replicaCount': '1000810000', 'global.registry': 'a\\,b\\\\c "d" \\{e} %\\{f}',
    });
  });

  test('a map that the user merged is merged once more', () => {
    expect(results.mergedByUser).toStrictEqual({
      'global.clusterType': 'managedclusters',
      'global.dnsSuffix': '.svc.example',
      'global.logAsJson': 'true',
      'global.nodeSelector.kubernetes\\.io/os': 'linux',
      'global.tag': 'from the map',
    });
  });
});
