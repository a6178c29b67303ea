import { DaprCluster, DaprPreset } from '../../../lib';
import { layered, StatedSetting, statedTwice } from '../../../lib/private/settings/settings-layers';
import { AKS_ID, ARC, ARC_ID, codes, errorOf, extension } from '../../helpers/synth';

const stated = (key: string, value: string, statedBy = 'settings', isSecret = false): StatedSetting => ({ key, value, isSecret, statedBy });
const values = (...layers: StatedSetting[][]) => Object.fromEntries([...layered(layers)].map(([key, { value }]) => [key, value]));

describe('layers', () => {
  test('are merged key by key, the higher one wins', () => {
    expect(values([stated('global.logAsJson', 'false'), stated('a', '1')], [stated('global.logAsJson', 'true'), stated('b', '2')]))
      .toStrictEqual({ 'global.logAsJson': 'false', 'a': '1', 'b': '2' });
  });

  test('merge the members of maps', () => {
    expect(values([stated('global.nodeSelector.a', '1')], [stated('global.nodeSelector.a', '2'), stated('global.nodeSelector.b', '3')]))
      .toStrictEqual({ 'global.nodeSelector.a': '1', 'global.nodeSelector.b': '3' });
    expect(values([stated('dapr_operator.resources.limits.cpu', '2')], [
      stated('dapr_operator.resources.limits.cpu', '1'), stated('dapr_operator.resources.requests.cpu', '100m'),
    ])).toStrictEqual({ 'dapr_operator.resources.limits.cpu': '2', 'dapr_operator.resources.requests.cpu': '100m' });
  });

  test.each([
    ['global.tolerations[0].key', ['global.tolerations[0].operator', 'global.tolerations[1].key', 'global.tolerations']],
    ['global.imagePullSecrets', ['global.imagePullSecrets[0].name']],
    ['global.extraVolumes.sentry[0].name', ['global.extraVolumes.sentry[0].emptyDir.sizeLimit', 'global.extraVolumes.sentry[1].name']],
    ['dapr_sentry.oidc.allowedHosts', ['dapr_sentry.oidc.allowedHosts[0]', 'dapr_sentry.oidc.allowedHosts[1]']],
  ])('take the list of %s as a whole', (high, low) => {
    expect(values([stated(high, 'x')], [...low.map((key) => stated(key, 'y')), stated('global.tag', 'z')])).toStrictEqual({ [high]: 'x', 'global.tag': 'z' });
  });

  test('keep a list that only the lower one has, in full', () => {
    expect(values([stated('global.extraVolumes.sentry[0].name', 'x')], [stated('global.tolerations[0].key', 'a'), stated('global.tolerations[1].key', 'b')]))
      .toStrictEqual({ 'global.extraVolumes.sentry[0].name': 'x', 'global.tolerations[0].key': 'a', 'global.tolerations[1].key': 'b' });
  });

  test('keep a key that stands twice with one value as a secret if one of the two is', () => {
    expect(layered([[stated('a', 'x', 'settings'), stated('a', 'x', 'configurationProtectedSettings', true)]]).get('a')!.isSecret).toBe(true);
    expect(layered([[stated('a', 'x', 'configurationProtectedSettings', true), stated('a', 'x', 'settings')]]).get('a')!.isSecret).toBe(true);
  });
});

describe('one setting stated twice in a layer', () => {
  test('with one value is fine', () => {
    expect(statedTwice([stated('a', 'x'), stated('a', 'x', 'configurationSettings')])).toStrictEqual([]);
  });

  test('with two values is a problem that prints neither', () => {
    expect(statedTwice([stated('a', 'x'), stated('b', 'y'), stated('a', 'z', 'configurationSettings')])).toStrictEqual([{
      code: 'SettingStatedTwice',
      value: "'a' in settings and in configurationSettings",
      why: 'the two values differ, and which one Dapr would get is not defined',
      fix: 'keep it in settings alone, or in configurationSettings',
    }]);
  });

  test('as a list, whole and by its elements, is a problem', () => {
    expect(statedTwice([
      stated('dapr_sentry.oidc.allowedHosts', '{a}'),
      stated('dapr_sentry.oidc.allowedHosts[0]', 'b', 'configurationSettings'),
      stated('global.tolerations[0].key', 'x'),
      stated('global.tolerations[1].key', 'y', 'configurationSettings'),
    ])).toStrictEqual([{
      code: 'SettingStatedTwice',
      value: "'dapr_sentry.oidc.allowedHosts[0]' in configurationSettings, 'dapr_sentry.oidc.allowedHosts' in settings",
      why: 'the list stands there as a whole and by its elements, and which one Dapr would get is not defined',
      fix: "state the list in one way: keep 'dapr_sentry.oidc.allowedHosts' alone, or its elements",
    }]);
  });
});

describe('through the construct', () => {
  const cluster = DaprCluster.arc(ARC_ID);

  test('the user wins over the preset, typed or raw, and a list counts as a whole', () => {
    const preset = DaprPreset.of('ours', {
      logAsJson: true,
      registry: 'ours.azurecr.io',
      tolerations: [{ key: 'a' }, { key: 'b' }],
      daprOperator: { resources: { limits: { cpu: '1' }, requests: { cpu: '100m' } } },
      daprSentry: { oidc: { allowedHosts: ['a', 'b'] } },
    });
    expect(extension({
      cluster,
      preset,
      settings: { tolerations: [{ key: 'c' }], daprOperator: { resources: { limits: { cpu: '2' } } } },
      configurationSettings: { 'global.logAsJson': 'false', 'dapr_sentry.oidc.allowedHosts[0]': 'c' },
    }, ARC).configuration_settings).toStrictEqual({
      'dapr_operator.resources.limits.cpu': '2',
      'dapr_operator.resources.requests.cpu': '100m',
      'dapr_sentry.oidc.allowedHosts[0]': 'c',
      'global.logAsJson': 'false',
      'global.registry': 'ours.azurecr.io',
      'global.tolerations[0].key': 'c',
    });
  });

  test('the user\'s secret wins over a preset that states it in clear text, and stays the only one', () => {
    const block = extension({
      cluster, preset: DaprPreset.of('ours', { registry: 'ours' }), configurationProtectedSettings: { 'global.registry': '${var.registry}' },
    }, ARC);
    expect(block).not.toHaveProperty('configuration_settings');
    expect(block.configuration_protected_settings).toStrictEqual({ 'global.registry': '${var.registry}' });
  });

  test('two values in two of typed, raw and protected settings are errors, one for each pair', () => {
    const error = errorOf({
      cluster: DaprCluster.aks(AKS_ID),
      settings: { registry: 'typed', tag: 'typed', logAsJson: true },
      configurationSettings: { 'global.registry': 'raw', 'global.dnsSuffix': 'raw', 'global.logAsJson': 'true' },
      configurationProtectedSettings: { 'global.tag': 'protected', 'global.dnsSuffix': 'protected' },
    });
    expect(codes(error)).toStrictEqual(['SettingStatedTwice', 'SettingStatedTwice', 'SettingStatedTwice']);
    expect(error).toContain("'global.registry' in settings and in configurationSettings");
    expect(error).toContain("'global.tag' in settings and in configurationProtectedSettings");
    expect(error).toContain("'global.dnsSuffix' in configurationSettings and in configurationProtectedSettings");
    expect(error).not.toMatch(/: (typed|raw|protected)/);
  });
});
