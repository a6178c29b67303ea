import { ArcKubernetesClusterExtension } from '@cdktf/provider-azurerm/lib/arc-kubernetes-cluster-extension';
import { KubernetesClusterExtension } from '@cdktf/provider-azurerm/lib/kubernetes-cluster-extension';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { scenario } from './scenario';
import { both, CLUSTERS, EXTENSIONS, KINDS, type Props, type Stage, withClusterType } from './stage';
import { DaprEngine, type DaprExtension } from '../../../lib';
import type { Json } from '../simulator/http';

const { AZURERM, AZAPI } = DaprEngine;
const SETTINGS = { 'global.logAsJson': 'true' };
const adopt = { then: (extension: DaprExtension) => extension.importExisting() };

/** As `az k8s-extension create` makes it: another casing, no identity on Arc, and with upgrades off a version that Azure fills in. */
function madeByCli(stage: Stage, properties: Json = {}): void {
  for (const kind of KINDS) {
    stage.simulator.seed(EXTENSIONS[kind], {
      properties: {
        extensionType: 'Microsoft.Dapr',
        autoUpgradeMinorVersion: false,
        releaseTrain: 'Stable',
        scope: { cluster: { releaseNamespace: 'dapr-system' } },
        configurationSettings: withClusterType(SETTINGS)[kind],
        ...properties,
      },
    });
  }
}

/** Nothing is deleted, and nothing is made. */
async function adopted(stage: Stage, props: Props): Promise<string[]> {
  const identities = stage.identities();
  stage.write(props, adopt);
  const claims = await stage.claimsFirst();
  const plan = await stage.plan();
  expect(plan.filter((line) => /delete|replace|create [AK]/.test(line))).toEqual([]);
  await stage.terraform.applyPlan();
  expect(stage.received().filter((line) => line.startsWith('DELETE'))).toEqual([]);
  expect(stage.identities()).toEqual(identities);
  await stage.settled();
  return plan.filter((line) => !claims.includes(line));
}

for (const casing of ['asSent', 'service', 'lower'] as const) {
  scenario(`an extension that the CLI made is taken over, casing ${casing}`, { switches: { casing } }, async (stage) => {
    madeByCli(stage);

    const plan = await adopted(stage, stage.engine === AZAPI
      ? { autoUpgradeMinorVersion: false, configurationSettings: SETTINGS }
      : { configurationSettings: SETTINGS });

    expect(plan).toEqual(stage.engine === AZURERM ? stage.each('import') : stage.each('import and update'));
    expect(both((kind) => stage.extension(kind).chosen.version)).toEqual({ Aks: '1.15.9-msft.1', Arc: '1.15.9-msft.1' });
    expect(stage.settings()).toEqual(withClusterType(SETTINGS));
    await stage.destroyed();
  });
}

const ELSEWHERE = { scope: { cluster: { releaseNamespace: 'elsewhere' } }, autoUpgradeMinorVersion: true };

scenario('an extension in another namespace and with other settings is taken over', {}, async (stage) => {
  madeByCli(stage, ELSEWHERE);

  await adopted(stage, { autoUpgradeMinorVersion: true, releaseNamespace: 'elsewhere', settings: { logAsJson: false } });

  expect(stage.settings()).toEqual(withClusterType({ 'global.logAsJson': 'false' }));
});

scenario('an extension in another namespace, which is not stated, is taken over', {}, async (stage) => {
  madeByCli(stage, ELSEWHERE);

  await adopted(stage, { autoUpgradeMinorVersion: true, configurationSettings: SETTINGS });

  expect(both((kind) => stage.extension(kind).chosen.releaseNamespace)).toEqual({ Aks: 'elsewhere', Arc: 'elsewhere' });
  // It can be stated later.
  stage.write({ autoUpgradeMinorVersion: true, configurationSettings: SETTINGS, releaseNamespace: 'elsewhere' }, adopt);
  await stage.settled();
});

scenario('a pinned extension is taken over with its version', {}, async (stage) => {
  madeByCli(stage, { version: '1.14.4-msft.5' });

  await adopted(stage, { version: '1.14.4-msft.5', configurationSettings: SETTINGS });

  expect(both((kind) => stage.extension(kind).currentVersion)).toEqual({ Aks: '1.14.4-msft.5', Arc: '1.14.4-msft.5' });
});

scenario('importExisting stays in the code, and a setting changes', {}, async (stage) => {
  madeByCli(stage, { autoUpgradeMinorVersion: true });
  await adopted(stage, { autoUpgradeMinorVersion: true, configurationSettings: SETTINGS });

  await stage.applies({ autoUpgradeMinorVersion: true, configurationSettings: { 'global.logAsJson': 'false' } }, stage.each('update'), adopt);

  expect(stage.settings()).toEqual(withClusterType({ 'global.logAsJson': 'false' }));
  await stage.settled();
});

scenario('importExisting where there is nothing', {}, async (stage) => {
  stage.write({ autoUpgradeMinorVersion: true }, adopt);

  // azapi has no better words for it.
  await expect(stage.plan()).rejects.toThrow(stage.engine === AZURERM ? 'Cannot import non-existent remote object' : 'Missing Resource Import State');
});

/** The address is the same, so that nothing in the state has to change. */
scenario('a bare resource becomes a DaprExtension', { engines: [AZURERM] }, async (stage) => {
  const bare = { extensionType: 'microsoft.dapr', name: 'dapr', releaseNamespace: 'dapr-system' };
  stage.writeStack((stack) => {
    new AzurermProvider(stack, 'azurerm', { features: [{}] });
    new KubernetesClusterExtension(stack, 'Aks', { ...bare, clusterId: CLUSTERS.Aks, configurationSettings: { 'global.clusterType': 'managedclusters' } });
    new ArcKubernetesClusterExtension(stack, 'Arc', { ...bare, clusterId: CLUSTERS.Arc, identity: { type: 'SystemAssigned' } });
  });
  await stage.plans(stage.each('create'));

  stage.write({ autoUpgradeMinorVersion: true });
  await stage.plans(await stage.claimsFirst());

  await stage.settled();
  await stage.destroyed();
});
