import { TerraformVariable } from 'cdktf';
import { DaprCluster, DaprExtension } from '../../../lib';
import { rawSettingProblems, rawSettingWarnings } from '../../../lib/private/settings/known-settings';
import { RawEntry } from '../../../lib/private/settings/raw-settings';
import { AKS, AKS_ID, codes, errorOf, synth, TestStack, warningIds, warningsOf } from '../../helpers/synth';

const plain = (key: string, value: unknown = 'x'): RawEntry => ({ map: 'configurationSettings', key, value });
const secret = (key: string, value: unknown = 'x'): RawEntry => ({ map: 'configurationProtectedSettings', key, value });
const warnings = (entry: RawEntry, version?: string) => rawSettingWarnings([entry], version);
const problems = (entry: RawEntry, version?: string) => rawSettingProblems([entry], version);

describe('an unknown setting', () => {
  test.each([
    ['dapr_operator.replicacount', 'dapr_operator.replicaCount'],
    ['global.mlts.enabled', 'global.mtls.enabled'],
    ['logAsJson', 'global.logAsJson'],
  ])('%s is answered with %s', (key, known) => {
    expect(warnings(plain(key))).toStrictEqual([{
      id: 'UnknownSetting', value: `configurationSettings['${key}']`, instead: `Did you mean '${known}'?`,
    }]);
    expect(problems(plain(key))).toStrictEqual([]);
  });

  test('that resembles nothing is answered with the list of keys', () => {
    expect(warnings(secret('my.very.own.setting'))).toStrictEqual([{
      id: 'UnknownSetting', value: "configurationProtectedSettings['my.very.own.setting']",
    }]);
  });

  test('is none where only Terraform knows the key', () => {
    expect(warnings(plain('${var.key}'))).toStrictEqual([]);
    const stack = new TestStack();
    const name = new TerraformVariable(stack, 'name', { type: 'string' });
    const dapr = new DaprExtension(stack, 'Dapr', {
      cluster: DaprCluster.aks(AKS_ID), autoUpgradeMinorVersion: true, configurationSettings: { [`dapr_operator.${name.stringValue}`]: 'x' },
    });
    expect(synth(stack).resource[AKS].Dapr.configuration_settings).toStrictEqual({
      'dapr_operator.${var.name}': 'x', 'global.clusterType': 'managedclusters',
    });
    expect(warningsOf(dapr)).toStrictEqual([]);
  });

  test('warns at synth with the id, the place and the right name', () => {
    const stack = new TestStack();
    const dapr = new DaprExtension(stack, 'Dapr', {
      cluster: DaprCluster.aks(AKS_ID), autoUpgradeMinorVersion: true, configurationSettings: { 'global.mlts.enabled': 'hunter2' },
    });
    synth(stack);
    expect(warningIds(dapr)).toStrictEqual(['UnknownSetting']);
    expect(warningsOf(dapr)[0]).toBe(`UnknownSetting: configurationSettings['global.mlts.enabled']
  why: Neither Dapr's chart nor Microsoft's extension is known to have the setting. Helm accepts it in silence, and nothing happens.
  fix: Did you mean 'global.mtls.enabled'?
  or, where it is meant so: DaprWarnings.of(scope).acknowledge('UnknownSetting', '<your reason>')`);
  });
});

test.each([
  'global.logAsJson', 'global.nodeSelector.kubernetes\\.io/os', 'global.tolerations[0].key', 'global.imagePullSecrets', 'global.imagePullSecrets[0].name',
  'global.extraVolumes.sentry[0].name', 'dapr_operator.resources.requests.cpu', 'dapr_placement.extraEnvVars.NO_PROXY', 'global.clusterType',
  'dapr_sidecar_injector.ignoreEntrypointTolerations', 'dapr_sidecar_injector.objectSelector.matchLabels.app', 'hooks.applyCrds', 'dapr_monitoring.logLevel',
])('%s is known', (key) => {
  expect(warnings(plain(key))).toStrictEqual([]);
});

describe('a setting of no use', () => {
  test.each([
    ['dead', 'dapr_sentry.tls.trustDomain', 'Nothing reads it: set `global.mtls.controlPlaneTrustDomain` instead.'],
    ['internal', 'dapr_operator.component', 'The chart fills it for itself: leave it out and add labels with `global.k8sLabels`.'],
    ['cosmetic', 'dapr_operator.ports.targetPort', 'It changes the Service only, while the operator listens on 6500: leave it out.'],
    [
      'broken', 'dapr_sentry.oidc.tls.enabled',
      'False does not turn TLS off, because the chart never passes it on: set `dapr_sentry.oidc.tls.certFile` and `dapr_sentry.oidc.tls.keyFile` instead.',
    ],
  ])('that is %s, %s, warns', (_status, key, hint) => {
    expect(warnings(plain(key))).toStrictEqual([{ id: 'DeadSetting', value: `configurationSettings['${key}']`, instead: hint }]);
  });

  test('that this Dapr does not have either warns of both', () => {
    expect(warnings(plain('dapr_scheduler.nameOverride'), '1.13.6').map(({ id }) => id)).toStrictEqual(['DeadSetting', 'SettingNotInVersion']);
  });
});

describe('a group of settings given a value', () => {
  test.each([
    ['global.ha', 'true', "'global.ha.enabled': 'true'"],
    ['global.ha', 'False', "'global.ha.enabled': 'False'"],
    ['global.ha', true, "'global.ha.enabled': 'true'"],
    ['global.ha', 'on', "'global.ha.enabled': '…'"],
    ['global.ha', '${var.ha}', "'global.ha.enabled': '…'"],
    ['dapr_sentry.tls', '-----BEGIN', "'dapr_sentry.tls.issuer.certPEM': '…'"],
    ['global.extraVolumes', '{a}', "'global.extraVolumes.injector': '…'"],
    ['global.issuerFilenames', 'null', "'global.issuerFilenames.ca': '…'"],
    ['dapr_operator', 'true', "'dapr_operator.apiService.annotations': '…'"],
    ['dapr_scheduler.ports', '2379', 'remove it: none of the settings in it is of use'],
  ])('%s: %s', (key, value, fix) => {
    expect(problems(plain(key, value))).toStrictEqual([{
      code: 'SettingIsParent',
      value: `configurationSettings['${key}']`,
      why: `${key} is the parent of other settings: with a value of its own Dapr's chart does not render, and the installation fails`,
      fix,
    }]);
    expect(warnings(plain(key, value))).toStrictEqual([]);
  });

  test('among the protected settings is not told the value', () => {
    expect(problems(secret('global.ha', 'true'))[0].fix).toBe("'global.ha.enabled': '…'");
  });
});

describe('a setting that the version of Dapr does not have', () => {
  test.each([
    ['dapr_scheduler.workers', '1.16.19', 'Dapr has it since 1.17.0'],
    ['global.extraContainers.sentry[0].name', '1.17.13', 'Dapr has it since 1.18.0'],
    ['dapr_scheduler.ha', '1.15.0', 'Dapr has it no longer since 1.15.0'],
    ['global.reminders.skipMigration', undefined, 'Dapr has it no longer since 1.17.0'],
    ['dapr_sentry.extraArgs', undefined, 'no released version of Dapr has it yet'],
  ])('%s in %s', (key, version, why) => {
    expect(warnings(plain(key), version)).toStrictEqual([{ id: 'SettingNotInVersion', value: `configurationSettings['${key}']: ${why}` }]);
  });

  test.each([
    ['dapr_scheduler.workers', '1.17.0'], ['dapr_scheduler.workers', undefined], ['dapr_scheduler.workers', ''], ['dapr_scheduler.ha', '1.14.5'],
  ])('is not %s in %s', (key, version) => {
    expect(warnings(plain(key), version)).toStrictEqual([]);
  });

  test('warns once for a typed setting, however many keys it has', () => {
    const stack = new TestStack();
    const dapr = new DaprExtension(stack, 'Dapr', {
      cluster: DaprCluster.aks(AKS_ID), version: '1.17.13', settings: { extraContainers: { sentry: [{ name: 'a', image: 'b' }] }, daprScheduler: { workers: 3 } },
    });
    synth(stack);
    expect(warningsOf(dapr).map((text) => text.split('\n')[0])).toStrictEqual([
      'VersionChangeReplaces: version: "1.17.13"',
      "SettingNotInVersion: 'global.extraContainers.sentry': Dapr has it since 1.18.0",
    ]);
  });
});

test.each(['existingDaprReleaseName', 'existingDaprReleaseNamespace', 'skipExistingDaprCheck'])(
  '%s is an instruction to the Azure CLI: a warning, whatever the value, and never an error', (key) => {
    expect(warnings(plain(key))).toStrictEqual([{ id: 'CliOnlySetting', value: `configurationSettings['${key}']` }]);
    expect(problems(plain(key, 'yes'))).toStrictEqual([]);
  },
);

describe('a setting whose change needs a replacement', () => {
  test.each([
    ['global.ha.enabled', 'true'],
    ['dapr_placement.ha', 'true'],
    ['dapr_placement.cluster.forceInMemoryLog', 'true'],
    ['dapr_placement.volumeclaims.storageSize', '1Gi'],
    ['dapr_placement.volumeclaims.storageClassName', 'zrs'],
    ['dapr_scheduler.cluster.inMemoryStorage', 'false'],
    ['dapr_scheduler.cluster.storageSize', '1Gi'],
    ['dapr_scheduler.cluster.storageClassName', '${var.name}'],
  ])('%s, is refused among the protected ones', (key, value) => {
    expect(problems(plain(key, value))).toStrictEqual([]);
    expect(problems(secret(key, value))).toStrictEqual([{
      code: 'SettingMustBePlain',
      value: `configurationProtectedSettings['${key}']`,
      why: 'a change of it needs a replacement, so Terraform compares it from plan to plan, and a protected value must not stand in a plan',
      fix: `move '${key}' to configurationSettings: it is no secret`,
    }]);
  });

  test('is refused by the construct', () => {
    const error = errorOf({ cluster: DaprCluster.aks(AKS_ID), configurationProtectedSettings: { 'global.ha.enabled': 'true' } });
    expect(codes(error)).toStrictEqual(['SettingMustBePlain']);
  });
});

describe('a literal value', () => {
  test('is checked against the catalogue, in its place', () => {
    expect(problems(plain('global.logAsJson', 'yes'))).toStrictEqual([{
      code: 'SettingValueMalformed',
      value: 'configurationSettings[\'global.logAsJson\']: "yes"',
      why: 'global.logAsJson takes true or false',
      fix: "'true', for instance",
    }]);
    expect(problems(plain('dapr_placement.disseminateTimeout', '8s'), '1.16.5').map(({ code }) => code)).toStrictEqual(['SettingOutOfRange']);
  });

  test('is not printed where it is protected, or a secret', () => {
    expect(problems(secret('global.prometheus.port', '4711x'))[0].value).toBe("configurationProtectedSettings['global.prometheus.port']: (not shown)");
    expect(problems(plain('dapr_sentry.tls.issuer.keyPEM', 'hunter2'))[0].value).toBe("configurationSettings['dapr_sentry.tls.issuer.keyPEM']: (not shown)");
  });

  test.each([
    ['global.logAsJson', '${var.json}'], ['global.logAsJson', ''], ['global.logAsJson', true], ['global.nodeSelector.pool', '${x'], ['unknown.key', 'x'],
    ['dapr_operator.resources.limits.cpu', 'anything'],
  ])('of %s is not checked if it is %j', (key, value) => {
    expect(problems(plain(key, value))).toStrictEqual([]);
  });
});
