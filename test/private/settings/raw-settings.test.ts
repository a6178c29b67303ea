import { DaprCluster, DaprExtension } from '../../../lib';
import { AKS, AKS_ID, ARC, ARC_ID, codes, errorOf, extension, synth, TestStack, warningIds, warningsOf } from '../../helpers/synth';

const aks = DaprCluster.aks(AKS_ID);
const arc = DaprCluster.arc(ARC_ID);
const errorFor = (configurationSettings: any, cluster = aks) => errorOf({ cluster, configurationSettings });

test('values pass as they are written', () => {
  const settings = { 'global.nodeSelector.kubernetes\\.io/os': 'linux', 'dapr_sentry.oidc.allowedHosts': '{a,b}', 'x': 'a\\,b=c', 'pem': 'line 1\nline 2\n' };
  expect(extension({ cluster: arc, configurationSettings: settings }, ARC).configuration_settings).toStrictEqual(settings);
});

test('a cluster type stated as the library sends it is fine', () => {
  expect(extension({ cluster: aks, configurationSettings: { 'global.clusterType': 'managedclusters' } }).configuration_settings)
    .toStrictEqual({ 'global.clusterType': 'managedclusters' });
});

test('a cluster type from an expression is the user\'s', () => {
  expect(extension({ cluster: aks, configurationSettings: { 'global.clusterType': '${var.type}' } }).configuration_settings)
    .toStrictEqual({ 'global.clusterType': '${var.type}' });
});

test('a cluster type among the protected settings is sent there alone', () => {
  const block = extension({ cluster: aks, configurationProtectedSettings: { 'global.clusterType': 'managedclusters' } });
  expect(block).not.toHaveProperty('configuration_settings');
  expect(block.configuration_protected_settings).toStrictEqual({ 'global.clusterType': 'managedclusters' });
});

test('another cluster type on AKS is an error, in either map', () => {
  const error = errorFor({ 'global.clusterType': 'connectedclusters' });
  expect(codes(error)).toStrictEqual(['ClusterTypeConflict']);
  expect(error).toContain('configurationSettings[\'global.clusterType\']: "connectedclusters"');
  expect(error).toContain("fix: remove 'global.clusterType'");
  expect(codes(errorOf({ cluster: aks, configurationProtectedSettings: { 'global.clusterType': 'x' } }))).toStrictEqual(['ClusterTypeConflict']);
});

test.each([
  ['', 'remove the entry'],
  ['  ', 'remove the entry'],
  [' global.logAsJson', "'global.logAsJson'"],
  ['global.logAsJson\n', "'global.logAsJson'"],
])('the key %j is malformed', (key, fix) => {
  const error = errorFor({ [key]: 'true' });
  expect(codes(error)).toStrictEqual(['SettingKeyMalformed']);
  expect(error).toContain(`the key ${JSON.stringify(key)} of configurationSettings`);
  expect(error).toContain(`fix: ${fix}`);
});

test.each([
  [true, 'is of type boolean', "'global.logAsJson': 'true'"],
  [3, 'is of type number', "'global.logAsJson': '3'"],
  [null, 'is null', "'global.logAsJson': '…', a string"],
  [{ enabled: true }, 'is of type object', "'global.logAsJson': '…', a string"],
])('the value %j is no text', (value, what, fix) => {
  const error = errorFor({ 'global.logAsJson': value });
  expect(codes(error)).toStrictEqual(['SettingNotText']);
  expect(error).toContain(`configurationSettings['global.logAsJson'] ${what}`);
  expect(error).toContain(`fix: ${fix}`);
});

test('a secret that is no text is not printed', () => {
  const error = errorOf({ cluster: aks, configurationProtectedSettings: { password: 4711 } });
  expect(error).toContain("configurationProtectedSettings['password'] is of type number");
  expect(error).not.toContain('4711');
});

test('an empty value is an error in either map', () => {
  const error = errorFor({ 'global.priorityClassName': '' });
  expect(codes(error)).toStrictEqual(['SettingEmpty']);
  expect(error).toContain("remove 'global.priorityClassName' to get the default");
  expect(codes(errorOf({ cluster: aks, configurationProtectedSettings: { a: '' } }))).toStrictEqual(['SettingEmpty']);
});

test('global.ha without .enabled is an error that names the key', () => {
  const error = errorFor({ 'global.ha': 'false' });
  expect(codes(error)).toStrictEqual(['SettingIsParent']);
  expect(error).toContain("fix: 'global.ha.enabled': 'false'");
  expect(errorFor({ 'global.ha': '${var.ha}' })).toContain("fix: 'global.ha.enabled': '…'");
  expect(codes(errorFor({ 'global.ha': { enabled: true } }))).toStrictEqual(['SettingNotText', 'SettingIsParent']);
  const secret = errorOf({ cluster: aks, configurationProtectedSettings: { 'global.ha': 'hidden' } });
  expect(secret).toContain("fix: 'global.ha.enabled': '…'");
  expect(secret).not.toContain('hidden');
});

describe('one key in both maps', () => {
  test('with different values is an error that prints neither', () => {
    const error = errorOf({ cluster: aks, configurationSettings: { key: 'plain-text' }, configurationProtectedSettings: { key: 'secret-text' } });
    expect(codes(error)).toStrictEqual(['SettingStatedTwice']);
    expect(error).toContain("'key' in configurationSettings and in configurationProtectedSettings");
    expect(error).not.toMatch(/plain-text|secret-text/);
  });

  test('with one value is sent as a protected setting alone', () => {
    const block = extension({ cluster: arc, configurationSettings: { key: 'x', other: 'y' }, configurationProtectedSettings: { key: 'x' } }, ARC);
    expect(block.configuration_settings).toStrictEqual({ other: 'y' });
    expect(block.configuration_protected_settings).toStrictEqual({ key: 'x' });
  });
});

describe('instructions to the Azure CLI', () => {
  test('are never sent, and warn', () => {
    const stack = new TestStack();
    const dapr = new DaprExtension(stack, 'Dapr', {
      cluster: aks,
      autoUpgradeMinorVersion: true,
      configurationSettings: { skipExistingDaprCheck: 'true', existingDaprReleaseName: 'dapr' },
      configurationProtectedSettings: { existingDaprReleaseNamespace: 'dapr-system' },
    });
    const block = synth(stack).resource[AKS].Dapr;
    expect(block.configuration_settings).toStrictEqual({ 'global.clusterType': 'managedclusters' });
    expect(block).not.toHaveProperty('configuration_protected_settings');
    expect(warningIds(dapr)).toStrictEqual(['CliOnlySetting', 'CliOnlySetting', 'CliOnlySetting']);
    expect(warningsOf(dapr)[0]).toContain("configurationSettings['skipExistingDaprCheck']");
    expect(warningsOf(dapr)[2]).toContain("configurationProtectedSettings['existingDaprReleaseNamespace']");
  });
});

describe('a secret in the source', () => {
  test('warns, key by key, without its value', () => {
    const stack = new TestStack();
    const dapr = new DaprExtension(stack, 'Dapr', {
      cluster: aks, autoUpgradeMinorVersion: true, configurationProtectedSettings: { 'global.labels.a': 'hunter2', 'global.labels.b': '${var.secret}' },
    });
    synth(stack);
    expect(warningIds(dapr)).toStrictEqual(['SecretInSource']);
    expect(warningsOf(dapr)[0]).toContain("'global.labels.a' in configurationProtectedSettings");
    expect(warningsOf(dapr)[0]).not.toContain('hunter2');
  });
});
