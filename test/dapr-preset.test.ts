import { DaprCluster, DaprExtension, DaprPreset } from '../lib';
import { AKS_ID, ARC, ARC_ID, extension, synth, TestStack, warningIds } from './helpers/synth';

const cluster = DaprCluster.arc(ARC_ID);
const settingsOf = (preset: DaprPreset, props: object = { version: '1.17.13' }) => extension({ cluster, preset, ...props }, ARC).configuration_settings;

const PRODUCTION = {
  'dapr_operator.resources.limits.cpu': '1',
  'dapr_operator.resources.requests.cpu': '100m',
  'dapr_operator.resources.requests.memory': '100Mi',
  'dapr_placement.cluster.forceInMemoryLog': 'true',
  'dapr_placement.resources.limits.cpu': '1',
  'dapr_placement.resources.requests.cpu': '250m',
  'dapr_placement.resources.requests.memory': '75Mi',
  'dapr_sentry.resources.limits.cpu': '1',
  'dapr_sentry.resources.requests.cpu': '100m',
  'dapr_sentry.resources.requests.memory': '30Mi',
  'dapr_sidecar_injector.resources.limits.cpu': '1',
  'dapr_sidecar_injector.resources.requests.cpu': '100m',
  'dapr_sidecar_injector.resources.requests.memory': '30Mi',
  'global.ha.enabled': 'true',
  'global.logAsJson': 'true',
};

const PRIORITY_CLASS = { 'global.priorityClassName': 'system-cluster-critical' };

describe('PRODUCTION', () => {
  test.each(['1.14.5', '1.14.5-msft.1', '1.17.13', '${var.version}'])('sets in Dapr %s what the guidelines ask for', (version) => {
    expect(settingsOf(DaprPreset.PRODUCTION, { version })).toStrictEqual({ ...PRODUCTION, ...PRIORITY_CLASS });
  });

  test.each(['1.14.4', '1.14.4-msft.10', '1.13.6'])('leaves the priority class out in Dapr %s', (version) => {
    expect(settingsOf(DaprPreset.PRODUCTION, { version })).toStrictEqual(PRODUCTION);
  });

  test('warns of certificates that Dapr makes itself, and of nothing else that it sets', () => {
    const stack = new TestStack();
    const dapr = new DaprExtension(stack, 'Dapr', {
      cluster: DaprCluster.aks(AKS_ID),
      version: '1.17.13',
      preset: DaprPreset.PRODUCTION,
      configurationSettings: { 'dapr_scheduler.cluster.storageClassName': 'managed-csi-premium-zrs' },
    });
    synth(stack);
    expect(warningIds(dapr)).toStrictEqual(['VersionChangeReplaces', 'SelfSignedCertificates']);
  });
});

test('DEVELOPMENT fits on one node', () => {
  expect(settingsOf(DaprPreset.DEVELOPMENT, { autoUpgradeMinorVersion: true })).toStrictEqual({
    'dapr_scheduler.cluster.storageSize': '1Gi',
    'global.ha.enabled': 'false',
  });
});

test('a preset of one\'s own sets what it says, under its name, whatever the version', () => {
  const preset = DaprPreset.of('team', { logAsJson: true, nodeSelector: { pool: 'system' } });
  expect(preset.name).toBe('team');
  expect(settingsOf(preset)).toStrictEqual({ 'global.logAsJson': 'true', 'global.nodeSelector.pool': 'system' });
  expect(settingsOf(preset, { version: '1.13.6' })).toStrictEqual({ 'global.logAsJson': 'true', 'global.nodeSelector.pool': 'system' });
  expect([DaprPreset.PRODUCTION.name, DaprPreset.DEVELOPMENT.name]).toStrictEqual(['PRODUCTION', 'DEVELOPMENT']);
});

test('the user wins key by key', () => {
  expect(settingsOf(DaprPreset.PRODUCTION, {
    version: '1.17.13',
    settings: { logAsJson: false, daprOperator: { resources: { limits: { cpu: '2' }, requests: { memory: '200Mi' } } } },
    configurationSettings: { 'global.priorityClassName': 'null', 'dapr_placement.cluster.forceInMemoryLog': 'false' },
  })).toStrictEqual({
    ...PRODUCTION,
    'dapr_operator.resources.limits.cpu': '2',
    'dapr_operator.resources.requests.memory': '200Mi',
    'dapr_placement.cluster.forceInMemoryLog': 'false',
    'global.logAsJson': 'false',
    'global.priorityClassName': 'null',
  });
});

test('one preset serves many extensions and does not change', () => {
  const again = () => settingsOf(DaprPreset.PRODUCTION);
  expect(settingsOf(DaprPreset.PRODUCTION, { version: '1.14.4', settings: { ha: { enabled: false } } })).toStrictEqual({ ...PRODUCTION, 'global.ha.enabled': 'false' });
  expect(again()).toStrictEqual({ ...PRODUCTION, ...PRIORITY_CLASS });
});
