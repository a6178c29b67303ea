import { renderSettings } from '../../../lib/private/rendering/render-settings';
import { problemOf, rendered } from '../../helpers/render';
import { SAMPLE } from '../../helpers/sample-settings';

const PEM = '-----BEGIN CERTIFICATE-----\nAb+/==\n-----END CERTIFICATE-----\n';

describe('a typed tree', () => {
  test('becomes dotted keys and values of the --set grammar', () => {
    expect(rendered({
      ha: { enabled: true, replicaCount: 3, disruption: { maximumUnavailable: '25%' } },
      registry: 'ghcr.io/dapr',
      nodeSelector: { 'kubernetes.io/os': 'linux', 'kubernetes.azure.com/mode': 'system' },
      tolerations: [{ key: 'CriticalAddonsOnly', operator: 'Exists', tolerationSeconds: 300 }, { key: 'a', value: 'b,c', effect: 'NoExecute' }],
      imagePullSecrets: ['acr', 'other'],
      mtls: { workloadCertTTL: '24h', sentryAddress: 'dapr-sentry.x.svc:443' },
      daprOperator: { logLevel: 'debug', resources: { requests: { cpu: '100m', memory: '100Mi' }, limits: { cpu: 1 } } },
      daprScheduler: { cluster: { storageSize: '16Gi' }, etcdClientEndpoints: ['http://a:2379', 'http://b:2379'] },
      daprSidecarInjector: { allowedServiceAccounts: ['ns1:sa1', 'ns2:*'] },
    })).toEqual({
      'global.ha.enabled': 'true',
      'global.ha.replicaCount': '3',
      'global.ha.disruption.maximumUnavailable': '25%',
      'global.registry': 'ghcr.io/dapr',
      'global.nodeSelector.kubernetes\\.io/os': 'linux',
      'global.nodeSelector.kubernetes\\.azure\\.com/mode': 'system',
      'global.tolerations[0].key': 'CriticalAddonsOnly',
      'global.tolerations[0].operator': 'Exists',
      'global.tolerations[0].tolerationSeconds': '300',
      'global.tolerations[1].key': 'a',
      'global.tolerations[1].value': 'b\\,c',
      'global.tolerations[1].effect': 'NoExecute',
      'global.imagePullSecrets[0].name': 'acr',
      'global.imagePullSecrets[1].name': 'other',
      'global.mtls.workloadCertTTL': '24h',
      'global.mtls.sentryAddress': 'dapr-sentry.x.svc:443',
      'dapr_operator.logLevel': 'debug',
      'dapr_operator.resources.requests.cpu': '100m',
      'dapr_operator.resources.requests.memory': '100Mi',
      'dapr_operator.resources.limits.cpu': '1',
      'dapr_scheduler.cluster.storageSize': '16Gi',
      'dapr_scheduler.etcdClientEndpoints': '{http://a:2379,http://b:2379}',
      'dapr_sidecar_injector.allowedServiceAccounts': 'ns1:sa1\\,ns2:*',
    });
  });

  test('may be empty, and what is undefined is not stated', () => {
    expect(rendered({})).toEqual({});
    expect(rendered({ ha: undefined, daprOperator: {}, nodeSelector: { a: undefined }, tolerations: undefined })).toEqual({});
  });

  test('renders in one order, however it was written', () => {
    const one = renderSettings({ registry: 'x', ha: { replicaCount: 3, enabled: true }, nodeSelector: { b: 'y', a: 'x' } }, SAMPLE);
    const other = renderSettings({ nodeSelector: { a: 'x', b: 'y' }, ha: { enabled: true, replicaCount: 3 }, registry: 'x' }, SAMPLE);
    expect([...one.rendered]).toEqual([...other.rendered]);
    expect([...one.rendered.keys()]).toEqual([
      'global.ha.enabled', 'global.ha.replicaCount', 'global.nodeSelector.a', 'global.nodeSelector.b', 'global.registry',
    ]);
  });

  test('keeps list elements in the order of the list', () => {
    const keys = Object.keys(rendered({ imagePullSecrets: Array.from({ length: 11 }, (_, index) => `s${index}`) }));
    expect(keys.slice(-2)).toEqual(['global.imagePullSecrets[9].name', 'global.imagePullSecrets[10].name']);
  });

  test('puts secrets apart', () => {
    const { rendered: plain, sensitive, problems } = renderSettings({
      daprSentry: { tls: { issuer: { certPEM: PEM, keyPEM: PEM } } },
      daprScheduler: { etcdClientPassword: 'a,b' },
    }, SAMPLE);
    expect(problems).toEqual([]);
    expect(Object.fromEntries(plain)).toEqual({ 'dapr_sentry.tls.issuer.certPEM': PEM });
    expect(Object.fromEntries(sensitive)).toEqual({ 'dapr_sentry.tls.issuer.keyPEM': PEM, 'dapr_scheduler.etcdClientPassword': 'a\\,b' });
  });

  test('reports everything that is wrong with it, and renders the rest', () => {
    const { rendered: plain, problems } = renderSettings({ ha: { enabled: 'true', replicaCount: 2.5 }, registry: '', nodeSelector: { a: '1', b: 'x' } }, SAMPLE);
    expect(problems.map(({ code, value }) => [code, value])).toEqual([
      ['SettingWrongType', "settings.ha.enabled: 'true'"],
      ['SettingWrongType', 'settings.ha.replicaCount: 2.5'],
      ['SettingReadsAsOther', "settings.nodeSelector.a: '1'"],
      ['SettingEmpty', "settings.registry: ''"],
    ]);
    expect(Object.fromEntries(plain)).toEqual({ 'global.nodeSelector.b': 'x' });
  });
});

describe('a property that does not exist', () => {
  test('at the top is answered with the nearest one', () => {
    expect(problemOf({ dapr_operator: { replicaCount: 3 } })).toEqual({
      code: 'SettingUnknown',
      value: 'settings.dapr_operator: an object',
      why: 'there is no such property here: there is ha, registry, nodeSelector, tolerations, imagePullSecrets, extraVolumes, mtls, daprOperator, '
        + 'daprPlacement, daprScheduler, daprSentry, daprSidecarInjector',
      fix: "did you mean 'daprOperator'?",
    });
  });

  test('further down too', () => {
    expect(problemOf({ ha: { enable: true } })).toEqual({
      code: 'SettingUnknown',
      value: 'settings.ha.enable: true',
      why: 'there is no such property here: there is enabled, replicaCount, disruption',
      fix: "did you mean 'enabled'?",
    });
  });

  test('and is like no other is to be removed', () => {
    expect(problemOf({ ha: { quorum: 3 } }).fix).toBe('remove it, or use one of those');
  });

  test('may be called as every object has it', () => {
    expect(problemOf({ ha: { toString: 'x' } }).code).toBe('SettingUnknown');
    expect(problemOf({ daprOperator: { resources: { constructor: {} } } }).code).toBe('SettingUnknown');
  });

  test('called global has its members at the top', () => {
    const problem = problemOf({ global: { ha: { enabled: true } } });
    expect(problem.fix).toBe("the keys of the chart's global. stand at the top: settings: { ha: { enabled: true } }");
    expect(problemOf({ ha: { global: true } }).fix).toBe('remove it, or use one of those');
  });
});

describe('a struct', () => {
  test.each<[string, unknown, string, string]>([
    ['a number', 3, 'SettingWrongType', 'ha takes a map'],
    ['a list', [1], 'SettingWrongType', 'ha takes a map'],
    ['null', null, 'SettingNull', 'a setting has a value or is not stated at all'],
    ['a text with an expression', '${var.ha}', 'SettingToken', 'each member of this map becomes a key of its own, and keys must be known before Terraform runs'],
  ])('cannot be %s', (_what, value, code, why) => {
    expect(problemOf({ ha: value })).toMatchObject({ code, why });
  });

  test('with a secret in it does not show what stands in its place', () => {
    expect(problemOf({ daprSentry: 'hush' }).value).toBe('settings.daprSentry: (sensitive)');
    expect(problemOf({ daprSentry: { tls: { issuer: 'hush' } } }).value).toBe('settings.daprSentry.tls.issuer: (sensitive)');
    // Nobody knows what the text was meant for.
    expect(problemOf({ ha: 'x' }).value).toBe('settings.ha: (sensitive)');
  });
});
