import { TerraformVariable } from 'cdktf';
import { DaprCluster, DaprEngine, DaprExtension, DaprExtensionProps, DaprPreset, ExistingDapr, HelmReleaseProps, HelmValues } from '../lib';
import { AzapiStack, propertiesOf } from './helpers/azapi';
import { AKS, AKS_ID, ARC, ARC_ID, codes, errorOf, extension, synth, warningIds, warningsOf } from './helpers/synth';

const aks = DaprCluster.aks(AKS_ID);
const arc = DaprCluster.arc(ARC_ID);
const HA = 'global.ha.enabled';

const release = (props: Partial<HelmReleaseProps> = {}) => ExistingDapr.helmRelease({ releaseName: 'my-dapr', releaseNamespace: 'mesh', ...props });
const withValues = (values: object) => release({ values: HelmValues.fromObject(values as any) });
const settingsOf = (existingDapr: ExistingDapr, props: Partial<DaprExtensionProps> = {}) =>
  extension({ cluster: arc, existingDapr, ...props }, ARC).configuration_settings;
const errorWith = (existingDapr: ExistingDapr, props: Partial<DaprExtensionProps> = {}) => errorOf({ cluster: arc, existingDapr, ...props });
const warned = (existingDapr: ExistingDapr, props: Partial<DaprExtensionProps> = {}) => {
  const stack = new AzapiStack();
  const dapr = new DaprExtension(stack, 'Dapr', { cluster: arc, autoUpgradeMinorVersion: true, existingDapr, ...props });
  synth(stack);
  return warningsOf(dapr).filter((text) => text.startsWith('HelmReleaseDiffers'));
};

describe('a Helm release', () => {
  test('gives the extension its name and namespace, and no high availability', () => {
    expect(extension({ cluster: aks, existingDapr: release() }, AKS)).toMatchObject({
      name: 'my-dapr', release_namespace: 'mesh', configuration_settings: { 'global.clusterType': 'managedclusters', 'global.ha.enabled': 'false' },
    });
  });

  test('gives the engine AZAPI the same', () => {
    expect(propertiesOf(arc, { existingDapr: release() })).toMatchObject({
      scope: { cluster: { releaseNamespace: 'mesh' } }, configurationSettings: { 'global.ha.enabled': 'false' },
    });
  });

  test('may be known to Terraform alone', () => {
    const existingDapr = release({ releaseName: '${var.name}', releaseNamespace: '${var.namespace}' });
    expect(extension({ cluster: arc, existingDapr }, ARC)).toMatchObject({ name: '${var.name}', release_namespace: '${var.namespace}' });
  });

  test('is what it says', () => {
    expect(release()).toMatchObject({ releaseName: 'my-dapr', releaseNamespace: 'mesh' });
  });

  test('is equal to its properties, stated', () => {
    expect(extension({ cluster: arc, existingDapr: release() }, ARC))
      .toStrictEqual(extension({ cluster: arc, name: 'my-dapr', releaseNamespace: 'mesh', settings: { ha: { enabled: false } } }, ARC));
  });

  test('may be stated beside the same name and namespace', () => {
    expect(extension({ cluster: arc, existingDapr: release(), name: 'my-dapr', releaseNamespace: 'mesh' }, ARC).name).toBe('my-dapr');
  });

  test.each([
    [{ name: 'dapr' }, 'name: "dapr", with'],
    [{ releaseNamespace: 'dapr-system' }, 'releaseNamespace: "dapr-system", with'],
    [{ name: 'dapr', releaseNamespace: 'dapr-system' }, 'name: "dapr", releaseNamespace: "dapr-system", with'],
  ])('with %p is an error', (props, value) => {
    const error = errorWith(release(), props);
    expect(codes(error)).toStrictEqual(['ExistingDaprConflict']);
    expect(error).toContain(`ExistingDaprConflict: ${value} the Helm release "my-dapr" in "mesh"`);
    expect(error).toContain('fix: leave `name` and `releaseNamespace` out');
  });

  test('with a name or a namespace that none can have is an error', () => {
    const error = errorWith(release({ releaseName: 'my dapr', releaseNamespace: 'Mesh' }));
    expect(codes(error)).toStrictEqual(['NameMalformed', 'NamespaceMalformed']);
    expect(error).toContain('NameMalformed: releaseName: "my dapr"');
    expect(error).toContain('fix: the namespace that `helm list -A` prints');
  });
});

describe('high availability', () => {
  test.each<[string, Partial<DaprExtensionProps>]>([
    ['typed', { settings: { ha: { enabled: true } } }],
    ['raw', { configurationSettings: { [HA]: 'true' } }],
  ])('that the user states, %s, is the user\'s', (_, props) => {
    expect(settingsOf(release(), props)).toStrictEqual({ [HA]: 'true' });
  });

  test('of a preset is not: the release comes before it', () => {
    expect(settingsOf(release(), { preset: DaprPreset.PRODUCTION, version: '1.17.13' })).toMatchObject({ [HA]: 'false', 'global.logAsJson': 'true' });
    expect(settingsOf(release(), { preset: DaprPreset.of('mine', { ha: { enabled: true } }) })).toStrictEqual({ [HA]: 'false' });
  });

  test.each([
    [{ global: { ha: { enabled: true } } }, 'true'],
    [{ global: { ha: { enabled: false } } }, 'false'],
    [{ global: { ha: { enabled: null } } }, 'false'],
    [{ global: { logAsJson: true } }, 'false'],
    [{}, 'false'],
  ])('is that of the release where its values are %p', (values, enabled) => {
    expect(settingsOf(withValues(values))).toStrictEqual({ [HA]: enabled });
  });

  test('of a whole map that only Terraform knows comes after it', () => {
    const stack = new AzapiStack();
    const map = new TerraformVariable(stack, 'map', { type: 'map(string)' }).value;
    new DaprExtension(stack, 'Dapr', { cluster: arc, existingDapr: release(), configurationSettings: map });
    expect(synth(stack).resource[ARC].Dapr.configuration_settings).toBe('${merge({"global.ha.enabled" = "false"}, var.map)}');
  });
});

describe('volumes of the release that the settings would change', () => {
  test('are an error that names the settings', () => {
    expect(errorWith(withValues({ global: { logAsJson: true } }), { settings: { ha: { enabled: true } } })).toBe(`DaprExtension "Stack/Dapr" has a problem.

ExistingDaprDiffers: 'global.ha.enabled': 'true'
  why: the volume claim of placement would change from "none" to "size 1Gi, class (cluster's default)", which Kubernetes refuses
  fix: 'global.ha.enabled': 'false'`);
  });

  test('are an error by the engine AZAPI, too', () => {
    const error = errorWith(withValues({}), { engine: DaprEngine.AZAPI, settings: { ha: { enabled: true } } });
    expect(codes(error)).toStrictEqual(['ExistingDaprDiffers']);
  });

  test('are those of placement and of the scheduler, each with its own settings', () => {
    const error = errorWith(
      withValues({ global: { ha: { enabled: true } }, dapr_placement: { volumeclaims: { storageSize: '2Gi' } } }),
      { settings: { daprScheduler: { cluster: { storageClassName: 'fast' } } }, configurationSettings: { 'dapr_placement.ha': 'true' } },
    );
    expect(codes(error)).toStrictEqual(['ExistingDaprDiffers', 'ExistingDaprDiffers']);
    expect(error).toContain("ExistingDaprDiffers: 'dapr_placement.ha': 'true', 'dapr_placement.volumeclaims.storageSize': not stated\n");
    expect(error).toContain("fix: 'dapr_placement.ha': 'false', 'dapr_placement.volumeclaims.storageSize': '2Gi'\n");
    expect(error).toContain("ExistingDaprDiffers: 'dapr_scheduler.cluster.storageClassName': 'fast'\n");
    expect(error).toContain("fix: leave 'dapr_scheduler.cluster.storageClassName' out, in a preset too");
  });

  test('are an error where a preset states them', () => {
    const error = errorWith(withValues({ global: { ha: { enabled: true } } }), { preset: DaprPreset.PRODUCTION, version: '1.17.13' });
    expect(error).toContain("ExistingDaprDiffers: 'dapr_placement.cluster.forceInMemoryLog': 'true'");
    expect(error).toContain("fix: 'dapr_placement.cluster.forceInMemoryLog': 'false'");
  });

  test.each<[string, object, Partial<DaprExtensionProps>]>([
    ['a default is stated', {}, { configurationSettings: { 'dapr_placement.ha': 'false', 'dapr_placement.volumeclaims.storageSize': '1Gi' } }],
    ['one is spelt otherwise', { global: { ha: { enabled: true } }, dapr_placement: { volumeclaims: { storageSize: '1024Mi' } } }, {}],
    ['one is taken away', { dapr_scheduler: { cluster: { storageClassName: null } } }, { configurationSettings: { 'dapr_scheduler.cluster.storageClassName': 'null' } }],
    ['it is held in memory anyway', { dapr_placement: { cluster: { forceInMemoryLog: true } } },
      { settings: { ha: { enabled: true }, daprPlacement: { cluster: { forceInMemoryLog: true } } } }],
  ])('are none where %s', (_, values, props) => {
    expect(settingsOf(withValues(values), props)).toHaveProperty([HA]);
  });

  test('are not looked for where the values are not known', () => {
    expect(settingsOf(release(), { settings: { ha: { enabled: true } } })).toStrictEqual({ [HA]: 'true' });
  });

  test('are not looked for where Terraform decides what they are', () => {
    expect(settingsOf(withValues({}), { configurationSettings: { [HA]: '${var.ha}' } })).toStrictEqual({ [HA]: '${var.ha}' });
    const stack = new AzapiStack();
    const map = new TerraformVariable(stack, 'map', { type: 'map(string)' }).value;
    const existingDapr = withValues({ dapr_scheduler: { cluster: { storageSize: '2Gi' } } });
    const dapr = new DaprExtension(stack, 'Dapr', { cluster: arc, autoUpgradeMinorVersion: true, existingDapr, configurationSettings: map });
    synth(stack);
    expect(warningIds(dapr)).toStrictEqual([]);
  });

  test('show no protected value', () => {
    const error = errorWith(withValues({}), { configurationProtectedSettings: { [HA]: 'true' } });
    expect(codes(error)).toStrictEqual(['SettingMustBePlain', 'ExistingDaprDiffers']);
    expect(error).toContain("ExistingDaprDiffers: 'global.ha.enabled': (not shown)");
  });
});

describe('HelmReleaseDiffers', () => {
  test('names every other setting of the groups that are said to be immutable', () => {
    const values = { global: { ha: { replicaCount: 5 } }, dapr_placement: { logLevel: 'debug', replicationFactor: 100 }, dapr_operator: { logLevel: 'debug' } };
    const [text, ...others] = warned(withValues(values), {
      configurationSettings: { 'dapr_placement.logLevel': 'info', 'dapr_placement.keepAliveTime': '2s', 'dapr_placement.x': '${var.x}' },
    });
    expect(others).toStrictEqual([]);
    expect(text.split('\n')[0]).toBe("HelmReleaseDiffers: 'dapr_placement.logLevel': 'debug' in the release, 'info' here; "
      + "'dapr_placement.keepAliveTime': not stated in the release, '2s' here; 'dapr_placement.x': not stated in the release, an expression here; "
      + "'global.ha.replicaCount': '5' in the release, not stated here; 'dapr_placement.replicationFactor': '100' in the release, not stated here");
  });

  test('names high availability where it changes no volume', () => {
    const inMemory = { dapr_placement: { cluster: { forceInMemoryLog: true } } };
    const [text] = warned(withValues(inMemory), { settings: { ha: { enabled: true }, daprPlacement: { cluster: { forceInMemoryLog: true } } } });
    expect(text.split('\n')[0]).toBe("HelmReleaseDiffers: 'global.ha.enabled': not stated in the release, 'true' here");
  });

  test('is not given for what is the same, or where the values are unknown', () => {
    const values = HelmValues.fromObject({ dapr_placement: { logLevel: 'debug' } });
    expect(warned(release({ values }), { configurationSettings: values.configurationSettings })).toStrictEqual([]);
    expect(warned(release(), { configurationSettings: { 'dapr_placement.logLevel': 'debug' } })).toStrictEqual([]);
  });

  test('shows no protected value', () => {
    const [text] = warned(withValues({}), { configurationProtectedSettings: { 'dapr_placement.extraEnvVars.TOKEN': 'hush' } });
    expect(text).toContain("'dapr_placement.extraEnvVars.TOKEN': not stated in the release, (not shown) here");
    expect(text).not.toContain('hush');
  });
});
