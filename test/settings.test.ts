import { TerraformVariable } from 'cdktf';
import { DaprCluster, DaprExtension, LogLevel, TolerationOperator } from '../lib';
import { AKS, AKS_ID, ARC, ARC_ID, errorOf, extension, synth, TestStack, warningsOf } from './helpers/synth';
import { SETTINGS } from '../lib/private/settings/catalogue';
import { SettingType } from '../lib/private/settings/setting';

const arc = DaprCluster.arc(ARC_ID);
const plain = (settings: object) => extension({ cluster: arc, settings }, ARC).configuration_settings;
const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

test('the node selector of the documentation yields its escaped key', () => {
  expect(plain({ nodeSelector: { 'kubernetes.io/os': 'linux' } })).toStrictEqual({ 'global.nodeSelector.kubernetes\\.io/os': 'linux' });
});

test('settings of every kind yield the keys and values that the extension takes', () => {
  expect(plain({
    ha: { enabled: true, replicaCount: 3, disruption: { maximumUnavailable: '25%' } },
    logAsJson: true,
    imagePullSecrets: ['acr'],
    tolerations: [{ key: 'CriticalAddonsOnly', operator: TolerationOperator.EXISTS, tolerationSeconds: 300 }],
    daprOperator: { logLevel: LogLevel.DEBUG, resources: { limits: { cpu: '1' } }, extraEnvVars: { NO_PROXY: '10.0.0.0/8,.svc' } },
    daprSentry: { oidc: { allowedHosts: ['a', 'b,c'] } },
    daprSidecarInjector: {
      allowedServiceAccounts: ['ns1:sa1', 'ns2:*'],
      ignoreEntrypointTolerations: [{ key: 'azure.com/aci', effect: 'NoSchedule' }],
      namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['kube-system'] }] },
    },
    extraVolumes: { sentry: [{ name: 'certs', secret: { secretName: 'x' } }] },
  })).toStrictEqual({
    'dapr_operator.extraEnvVars.NO_PROXY': '10.0.0.0/8\\,.svc',
    'dapr_operator.logLevel': 'debug',
    'dapr_operator.resources.limits.cpu': '1',
    'dapr_sentry.oidc.allowedHosts': '{a,b\\,c}',
    'dapr_sidecar_injector.allowedServiceAccounts': 'ns1:sa1\\,ns2:*',
    'dapr_sidecar_injector.ignoreEntrypointTolerations': '[{"effect":"NoSchedule"\\,"key":"azure.com/aci"}]',
    'dapr_sidecar_injector.namespaceSelector.matchExpressions[0].key': 'kubernetes.io/metadata.name',
    'dapr_sidecar_injector.namespaceSelector.matchExpressions[0].operator': 'NotIn',
    'dapr_sidecar_injector.namespaceSelector.matchExpressions[0].values[0]': 'kube-system',
    'global.extraVolumes.sentry[0].name': 'certs',
    'global.extraVolumes.sentry[0].secret.secretName': 'x',
    'global.ha.disruption.maximumUnavailable': '25%',
    'global.ha.enabled': 'true',
    'global.ha.replicaCount': '3',
    'global.imagePullSecrets[0].name': 'acr',
    'global.logAsJson': 'true',
    'global.tolerations[0].key': 'CriticalAddonsOnly',
    'global.tolerations[0].operator': 'Exists',
    'global.tolerations[0].tolerationSeconds': '300',
  });
});

/** For each type a value, where it is written below the key, and how it is written. */
const SAMPLES: Record<SettingType, [value: unknown, member: string, written: string]> = {
  boolean: [true, '', 'true'],
  integer: [7, '', '7'],
  string: ['x,y', '', 'x\\,y'],
  enum: [undefined, '', ''],
  duration: ['2s', '', '2s'],
  quantity: ['7Gi', '', '7Gi'],
  intOrPercent: ['7%', '', '7%'],
  pem: [PEM, '', PEM],
  commaList: [['a', 'b'], '', 'a\\,b'],
  hostPort: ['host:7', '', 'host:7'],
  stringMap: [{ 'a.b': 'x' }, '.a\\.b', 'x'],
  stringList: [['a', 'b'], '', '{a,b}'],
  tolerations: [[{ key: 'x' }], '[0].key', 'x'],
  imagePullSecrets: [['x'], '[0].name', 'x'],
  resources: [{ requests: { cpu: '7m' } }, '.requests.cpu', '7m'],
  objects: [[{ name: 'x' }], '[0].name', 'x'],
  object: [{ matchLabels: { a: 'x' } }, '.matchLabels.a', 'x'],
  json: [[], '', '[]'],
};

/** What a setting needs beside it to be sound. */
const COMPANIONS: Record<string, Record<string, string>> = {
  'global.ha.disruption.minimumAvailable': { 'global.ha.disruption.maximumUnavailable': 'null' },
  'global.issuerFilenames.ca': { 'global.issuerFilenames.cert': 'a', 'global.issuerFilenames.key': 'b' },
  'global.issuerFilenames.cert': { 'global.issuerFilenames.ca': 'a', 'global.issuerFilenames.key': 'b' },
  'global.issuerFilenames.key': { 'global.issuerFilenames.ca': 'a', 'global.issuerFilenames.cert': 'b' },
  'dapr_scheduler.etcdClientEndpoints': { 'dapr_scheduler.etcdEmbed': 'false' },
  'dapr_scheduler.etcdClientUsername': { 'dapr_scheduler.etcdEmbed': 'false', 'dapr_scheduler.etcdClientEndpoints': '{a}' },
  'dapr_scheduler.etcdClientPassword': { 'dapr_scheduler.etcdEmbed': 'false', 'dapr_scheduler.etcdClientEndpoints': '{a}' },
  'dapr_sentry.oidc.enabled': { 'dapr_sentry.oidc.tls.certFile': 'a', 'dapr_sentry.oidc.tls.keyFile': 'b' },
};

const live = [...SETTINGS.values()].filter(({ status }) => status === 'live');
const typed = [...SETTINGS.values()].filter(({ path }) => path !== undefined);

describe('each setting', () => {
  test.each(typed.map((setting) => [setting.path!, setting] as const))('settings.%s renders to exactly its key', (...[path, { key, type, values, sensitive }]) => {
    const [sample, member, written] = SAMPLES[type];
    const value = sample ?? values![values!.length - 1];
    const settings = path.split('.').reduceRight<any>((inner, name) => ({ [name]: inner }), value);
    const block = extension({ cluster: arc, settings, configurationSettings: COMPANIONS[key] }, ARC);
    const sent = { [`${key}${member}`]: sample === undefined ? value : written };
    expect({ plain: block.configuration_settings, secret: block.configuration_protected_settings }).toStrictEqual(sensitive
      ? { plain: COMPANIONS[key], secret: sent }
      : { plain: { ...COMPANIONS[key], ...sent }, secret: undefined });
  });

  test('that is live has a path in the typed tree, which no other has', () => {
    expect(live.filter(({ path }) => path === undefined)).toStrictEqual([]);
    expect(live.length).toBeGreaterThanOrEqual(238);
    expect(new Set(typed.map(({ path }) => path)).size).toBe(typed.length);
  });
});

describe('problems of typed settings', () => {
  test('come in one error with all the others, each with its way out', () => {
    expect(errorOf({
      cluster: DaprCluster.aks(AKS_ID),
      version: '1.16.19',
      name: 'a/b',
      settings: {
        logAsJson: 'true', daprPlacement: { disseminateTimeout: '8s' }, daprScheduler: { cluster: { inMemoryStorage: true } }, registy: 'x',
      } as any,
      configurationSettings: { 'global.ha': 'true' },
    })).toBe(`DaprExtension "Stack/Dapr" has 6 problems.

NameMalformed: name: "a/b"
  why: Azure takes 1 to 253 letters, digits, \`-\` and \`.\`, the first one a letter or digit
  fix: leave \`name\` out to get 'dapr'

SettingWrongType: settings.logAsJson: 'true'
  why: global.logAsJson takes true or false, not a text or a number
  fix: settings: { logAsJson: true }

SettingUnknown: settings.registy: (sensitive)
  why: there is no such property here: there is ${topLevel()}
  fix: did you mean 'registry'?

SettingIsParent: configurationSettings['global.ha']
  why: global.ha is the parent of other settings: with a value of its own Dapr's chart does not render, and the installation fails
  fix: 'global.ha.enabled': 'true'

SettingOutOfRange: 'dapr_placement.disseminateTimeout' in settings: "8s"
  why: dapr_placement.disseminateTimeout has to be at least 1s and at most 3s in Dapr from 1.15.0 on and before 1.17.0
  fix: '1s', for instance, or leave it out to get the default

SettingsConflict: 'dapr_scheduler.cluster.inMemoryStorage': 'true' with Dapr 1.16.19
  why: the chart of Dapr 1.15 and 1.16 never renders with it
  fix: leave 'dapr_scheduler.cluster.inMemoryStorage' out, or pin Dapr 1.17 or newer`);
  });

  test('leave no resource behind', () => {
    const stack = new TestStack();
    expect(() => new DaprExtension(stack, 'Dapr', { cluster: arc, settings: { tolerations: [] } })).toThrow('SettingListEmpty: settings.tolerations: []');
    expect(synth(stack).resource).toBeUndefined();
  });

  function topLevel(): string {
    return [...new Set(typed.map(({ path }) => path!.split('.')[0]))].join(', ');
  }
});

test('tokens of every type stand where literals do, and a range is not asked of them', () => {
  const stack = new TestStack();
  const variable = (name: string, type: string) => new TerraformVariable(stack, name, { type });
  const dapr = new DaprExtension(stack, 'Dapr', {
    cluster: DaprCluster.aks(AKS_ID),
    autoUpgradeMinorVersion: true,
    settings: {
      mtls: { workloadCertTTL: variable('ttl', 'string').stringValue },
      prometheus: { port: variable('port', 'number').numberValue },
      daprPlacement: { keepAliveTime: variable('time', 'string').stringValue },
      daprSentry: { oidc: { allowedHosts: variable('hosts', 'list(string)').listValue } },
    },
  });
  expect(synth(stack).resource[AKS].Dapr.configuration_settings).toStrictEqual({
    'dapr_placement.keepAliveTime': '${var.time}',
    'dapr_sentry.oidc.allowedHosts':
      '${length(var.hosts) == 0 ? "null" : "{${join(",", [for element in var.hosts : replace(replace(replace(replace(element, "\\\\", "\\\\\\\\"), ",", "\\\\,"), '
      + '"{", "\\\\{"), "}", "\\\\}")])}}"}',
    'global.clusterType': 'managedclusters',
    'global.mtls.workloadCertTTL': '${var.ttl}',
    'global.prometheus.port': '${tostring(var.port)}',
  });
  expect(warningsOf(dapr)).toStrictEqual([]);
});

test('no settings are no settings, however they are left out', () => {
  for (const settings of [undefined, null, {}, { ha: {} }, { nodeSelector: {} }, { logAsJson: undefined }]) {
    expect(extension({ cluster: arc, settings: settings as any }, ARC)).not.toHaveProperty('configuration_settings');
  }
});
