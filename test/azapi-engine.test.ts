import { KubernetesCluster } from '@cdktf/provider-azurerm/lib/kubernetes-cluster';
import { DaprCluster, DaprEngine, DaprExtension, ReleaseTrain } from '../lib';
import { AZAPI, azapiBlock, azapiJson, AzapiStack, daprOn, propertiesOf } from './helpers/azapi';
import { AKS, AKS_ID, ARC_ID, codes, errorOf, only, synth, thrown } from './helpers/synth';

const aks = DaprCluster.aks(AKS_ID);
const arc = DaprCluster.arc(ARC_ID);
const clusters = [['AKS', aks], ['Arc', arc]] as const;

const TYPE = 'Microsoft.KubernetesConfiguration/extensions@2023-05-01';
const CLAIMS = { placement: "size 1Gi, class (cluster's default)", scheduler: "size default, class (cluster's default)" };
const REPLACED_BY = ['properties.scope.cluster.releaseNamespace'];
const EXPORTS = {
  currentVersion: 'properties.currentVersion',
  principalId: 'identity.principalId || properties.aksAssignedIdentity.principalId',
};

describe('the resource', () => {
  test('on AKS with nothing but a cluster is the newest stable Dapr, upgraded by Azure', () => {
    const stack = new AzapiStack();
    new DaprExtension(stack, 'Dapr', { cluster: aks, engine: DaprEngine.AZAPI });
    expect(synth(stack)).toStrictEqual({
      moved: [{ from: `${AKS}.Dapr`, to: 'azapi_resource.Dapr' }],
      provider: { azapi: [{ ignore_no_op_changes: false }], azurerm: [{ features: [{}] }] },
      resource: {
        azapi_resource: {
          Dapr: {
            body: {
              properties: {
                autoUpgradeMinorVersion: true,
                configurationSettings: { 'global.clusterType': 'managedclusters' },
                extensionType: 'microsoft.dapr',
                scope: { cluster: { releaseNamespace: 'dapr-system' } },
              },
            },
            ignore_casing: true,
            locks: [AKS_ID],
            name: 'dapr',
            parent_id: AKS_ID,
            replace_triggers_external_values: CLAIMS,
            replace_triggers_refs: REPLACED_BY,
            response_export_values: EXPORTS,
            type: TYPE,
          },
        },
      },
      terraform: expect.anything(),
    });
  });

  test('on Arc with nothing but a cluster has an identity, and no settings at all', () => {
    expect(azapiBlock(arc)).toStrictEqual({
      body: {
        properties: {
          autoUpgradeMinorVersion: true,
          extensionType: 'microsoft.dapr',
          scope: { cluster: { releaseNamespace: 'dapr-system' } },
        },
      },
      identity: { type: 'SystemAssigned' },
      ignore_casing: true,
      locks: [ARC_ID],
      name: 'dapr',
      parent_id: ARC_ID,
      replace_triggers_external_values: CLAIMS,
      replace_triggers_refs: REPLACED_BY,
      response_export_values: EXPORTS,
      type: TYPE,
    });
  });

  test.each(clusters)('on %s says everything that was stated', (_, cluster) => {
    const stack = new AzapiStack();
    const first = new KubernetesCluster(stack, 'First', {
      name: 'a', location: 'b', resourceGroupName: 'c', defaultNodePool: { name: 'd', vmSize: 'e' },
    });
    daprOn(stack, cluster, {
      name: 'dapr-prod',
      version: '1.17.13',
      autoUpgradeMinorVersion: false,
      releaseTrain: ReleaseTrain.STABLE,
      releaseNamespace: 'dapr',
      settings: { logAsJson: true, ha: { enabled: false } },
      configurationSettings: { 'dapr_operator.replicaCount': '2', 'global.clusterType': 'managedclusters' },
      configurationProtectedSettings: { 'dapr_sentry.tls.issuer.keyPEM': '${var.key}' },
      systemAssignedIdentity: true,
      provider: stack.azapi,
      dependsOn: [first],
      timeouts: { create: '1h', read: '5m', update: '45m', delete: '1h30m' },
      preventDestroy: true,
      ignoreChanges: ['version'],
      forceDelete: true,
    });
    expect(only(stack, AZAPI)).toStrictEqual({
      body: {
        properties: {
          autoUpgradeMinorVersion: false,
          configurationSettings: {
            'dapr_operator.replicaCount': '2', 'global.clusterType': 'managedclusters', 'global.ha.enabled': 'false', 'global.logAsJson': 'true',
          },
          extensionType: 'microsoft.dapr',
          releaseTrain: 'stable',
          scope: { cluster: { releaseNamespace: 'dapr' } },
          version: '1.17.13',
        },
      },
      delete_query_parameters: { forceDelete: ['true'] },
      depends_on: ['azurerm_kubernetes_cluster.First'],
      identity: { type: 'SystemAssigned' },
      ignore_casing: true,
      lifecycle: { ignore_changes: ['body.properties.version'], prevent_destroy: true },
      locks: [cluster.clusterId],
      name: 'dapr-prod',
      parent_id: cluster.clusterId,
      provider: 'azapi',
      replace_triggers_external_values: { placement: 'none', scheduler: CLAIMS.scheduler },
      replace_triggers_refs: REPLACED_BY,
      response_export_values: EXPORTS,
      sensitive_body: { properties: { configurationProtectedSettings: { 'dapr_sentry.tls.issuer.keyPEM': '${tostring(var.key)}' } } },
      timeouts: { create: '1h', delete: '1h30m', read: '5m', update: '45m' },
      type: TYPE,
    });
  });

  test('holds no empty block when empty ones are given', () => {
    const block = azapiBlock(arc, {
      timeouts: { create: undefined },
      dependsOn: [],
      ignoreChanges: [],
      preventDestroy: false,
      forceDelete: false,
      settings: {},
      configurationSettings: {},
      configurationProtectedSettings: {},
    });
    for (const name of ['timeouts', 'depends_on', 'lifecycle', 'delete_query_parameters', 'sensitive_body']) {
      expect(block).not.toHaveProperty(name);
    }
    expect(block.body.properties).not.toHaveProperty('configurationSettings');
  });

  test('waits as long as is stated and leaves the rest to azapi', () => {
    expect(azapiBlock(aks, { timeouts: { create: '1h', read: undefined } }).timeouts).toStrictEqual({ create: '1h' });
  });

  test('deletes by force where that is stated, which azurerm cannot', () => {
    expect(azapiBlock(aks, { forceDelete: true }).delete_query_parameters).toStrictEqual({ forceDelete: ['true'] });
    for (const cluster of [aks, arc]) {
      expect(codes(errorOf({ cluster, forceDelete: true }))).toStrictEqual(['ForceDeleteNeedsAzapi']);
    }
  });

  test('brings no terraform_data with it: the values that replace it are its own', () => {
    expect(Object.keys(azapiJson(aks).resource)).toStrictEqual([AZAPI]);
  });

  test('is replaced when a volume claim changes, and by no other setting', () => {
    expect(azapiBlock(aks, { settings: { daprScheduler: { cluster: { storageSize: '2Gi' } } } }).replace_triggers_external_values)
      .toStrictEqual({ ...CLAIMS, scheduler: "size 2Gi, class (cluster's default)" });
    expect(azapiBlock(aks, { settings: { logAsJson: true } }).replace_triggers_external_values).toStrictEqual(CLAIMS);
  });
});

describe('versions and trains, as DESIGN says for the engine AZAPI', () => {
  test.each([
    ['neither', {}, { autoUpgradeMinorVersion: true }],
    ['automatic upgrades alone', { autoUpgradeMinorVersion: true }, { autoUpgradeMinorVersion: true }],
    ['no automatic upgrades and no version', { autoUpgradeMinorVersion: false }, { autoUpgradeMinorVersion: false }],
    ['a version alone', { version: '1.17.13' }, { autoUpgradeMinorVersion: false, version: '1.17.13' }],
    ['a version and no automatic upgrades', { version: '1.14.4-msft.10', autoUpgradeMinorVersion: false },
      { autoUpgradeMinorVersion: false, version: '1.14.4-msft.10' }],
    ['a version and a train', { version: '1.17.13', releaseTrain: ReleaseTrain.DEV },
      { autoUpgradeMinorVersion: false, version: '1.17.13', releaseTrain: 'dev' }],
    ['a train alone', { releaseTrain: ReleaseTrain.DEV }, { autoUpgradeMinorVersion: true, releaseTrain: 'dev' }],
    ['the stable train', { releaseTrain: ReleaseTrain.STABLE }, { autoUpgradeMinorVersion: true, releaseTrain: 'stable' }],
    ['a train in letters of its own', { releaseTrain: ReleaseTrain.of('Preview') }, { autoUpgradeMinorVersion: true, releaseTrain: 'Preview' }],
  ])('%s', (_, props, expected) => {
    for (const cluster of [aks, arc]) {
      const stack = new AzapiStack();
      new DaprExtension(stack, 'Dapr', { cluster, engine: DaprEngine.AZAPI, ...props });
      const { configurationSettings, extensionType, scope, ...rest } = only(stack, AZAPI).body.properties;
      expect(rest).toStrictEqual(expected);
    }
  });

  test.each(clusters)('a version with automatic upgrades is an error on %s, too', (_, cluster) => {
    expect(codes(errorOf({ cluster, engine: DaprEngine.AZAPI, version: '1.17.13', autoUpgradeMinorVersion: true })))
      .toStrictEqual(['VersionWithAutoUpgrade']);
  });
});

describe('identity', () => {
  test.each([
    ['AKS', aks, undefined, undefined],
    ['AKS', aks, true, { type: 'SystemAssigned' }],
    ['AKS', aks, false, undefined],
    ['Arc', arc, undefined, { type: 'SystemAssigned' }],
    ['Arc', arc, true, { type: 'SystemAssigned' }],
    ['Arc', arc, false, undefined],
  ])('on %s, where %p is stated', (_, cluster, systemAssignedIdentity, identity) => {
    expect(azapiBlock(cluster, { systemAssignedIdentity }).identity).toStrictEqual(identity);
  });
});

describe('the cluster type', () => {
  test('on AKS is what the CLI sends, and no other', () => {
    expect(propertiesOf(aks, { configurationSettings: { 'global.clusterType': 'managedclusters' } }).configurationSettings)
      .toStrictEqual({ 'global.clusterType': 'managedclusters' });
    expect(codes(errorOf({ cluster: aks, engine: DaprEngine.AZAPI, configurationSettings: { 'global.clusterType': 'connectedclusters' } })))
      .toStrictEqual(['ClusterTypeConflict']);
  });

  test('on Arc is sent where it is stated', () => {
    expect(propertiesOf(arc, { configurationSettings: { 'global.clusterType': 'connectedclusters' } }).configurationSettings)
      .toStrictEqual({ 'global.clusterType': 'connectedclusters' });
  });
});

test('an error leaves nothing behind', () => {
  const stack = new AzapiStack();
  expect(codes(thrown(() => daprOn(stack, aks, { version: '1' })))).toStrictEqual(['VersionMalformed']);
  daprOn(stack, aks);
  expect(Object.keys(synth(stack).resource[AZAPI])).toStrictEqual(['Dapr']);
});
