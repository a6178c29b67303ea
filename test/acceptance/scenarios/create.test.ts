import { AZAPI_SECRETS } from './needs';
import { scenario } from './scenario';
import { both, EXTENSIONS, type Props, type Stage, withClusterType } from './stage';
import { DaprEngine, LogLevel, ReleaseTrain, TolerationOperator } from '../../../lib';

const AUTOMATIC: Props = { autoUpgradeMinorVersion: true };

/** What both engines tell Azure; without the words that mean the same as leaving them out. */
function told(stage: Stage) {
  return both((kind) => {
    const { properties, identity } = stage.body(kind);
    const stated = Object.entries(properties).filter(([, value]) => value !== null);
    return { identity, properties: Object.fromEntries(stated) };
  });
}

scenario('the least that can be stated', {}, async (stage) => {
  await stage.applies(AUTOMATIC, stage.creation);

  expect(stage.received()).toEqual(['PUT Aks', 'PUT Arc']);
  expect(told(stage)).toEqual({
    Aks: {
      identity: undefined,
      properties: {
        extensionType: 'microsoft.dapr',
        autoUpgradeMinorVersion: true,
        scope: { cluster: { releaseNamespace: 'dapr-system' } },
        configurationSettings: { 'global.clusterType': 'managedclusters' },
      },
    },
    Arc: {
      identity: { type: 'SystemAssigned' },
      properties: { extensionType: 'microsoft.dapr', autoUpgradeMinorVersion: true, scope: { cluster: { releaseNamespace: 'dapr-system' } } },
    },
  });
  await stage.settled();
  await stage.destroyed();
});

const SECRETS = { 'dapr_sentry.tls.issuer.keyPEM': '-----BEGIN PRIVATE KEY-----\nthe key\n-----END PRIVATE KEY-----\n', 'global.secret': 'x\\,y' };

const EVERYTHING: Props = {
  name: 'my-dapr',
  version: '1.15.9-msft.1',
  releaseNamespace: 'dapr-control',
  settings: {
    logAsJson: true,
    ha: { enabled: true },
    nodeSelector: { 'kubernetes.azure.com/mode': 'system' },
    tolerations: [{ key: 'CriticalAddonsOnly', operator: TolerationOperator.EXISTS }],
    daprOperator: { replicaCount: 3, logLevel: LogLevel.DEBUG },
    daprPlacement: { volumeclaims: { storageSize: '2Gi', storageClassName: 'managed-csi' } },
  },
  configurationSettings: { 'dapr_monitoring.enabled': 'false', 'dapr_sidecar_injector.allowedServiceAccounts': 'a:b\\,c:d' },
  configurationProtectedSettings: SECRETS,
  timeouts: { create: '20m', update: '20m', read: '3m', delete: '20m' },
};

const EVERY_SETTING = {
  'global.logAsJson': 'true',
  'global.ha.enabled': 'true',
  'global.nodeSelector.kubernetes\\.azure\\.com/mode': 'system',
  'global.tolerations[0].key': 'CriticalAddonsOnly',
  'global.tolerations[0].operator': 'Exists',
  'dapr_operator.replicaCount': '3',
  'dapr_operator.logLevel': 'debug',
  'dapr_placement.volumeclaims.storageSize': '2Gi',
  'dapr_placement.volumeclaims.storageClassName': 'managed-csi',
  'dapr_monitoring.enabled': 'false',
  'dapr_sidecar_injector.allowedServiceAccounts': 'a:b\\,c:d',
};

scenario('everything stated', { needs: { [DaprEngine.AZAPI]: AZAPI_SECRETS } }, async (stage) => {
  await stage.applies(EVERYTHING, stage.creation);

  const named = (id: string) => id.replace(/dapr$/, 'my-dapr');
  for (const kind of ['Aks', 'Arc'] as const) {
    expect(stage.simulator.extension(named(EXTENSIONS[kind]))).toMatchObject({
      provisioningState: 'Succeeded',
      currentVersion: '1.15.9-msft.1',
      chosen: {
        version: '1.15.9-msft.1',
        autoUpgradeMinorVersion: false,
        releaseNamespace: 'dapr-control',
        configurationSettings: withClusterType(EVERY_SETTING)[kind],
        configurationProtectedSettings: SECRETS,
        systemAssigned: kind === 'Arc',
      },
    });
  }
  await stage.settled();
  await stage.destroyed(expect.arrayContaining([expect.stringMatching(/^DELETE .*my-dapr$/)]));
});

/** On AKS azurerm says neither a train nor an identity beside a version. */
scenario('what only AZAPI can say', { engines: [DaprEngine.AZAPI] }, async (stage) => {
  const props: Props = { version: '1.16.0-msft.1', releaseTrain: ReleaseTrain.DEV, systemAssignedIdentity: true, forceDelete: true };

  await stage.applies(props, stage.creation);

  for (const kind of ['Aks', 'Arc'] as const) {
    expect(stage.extension(kind)).toMatchObject({ currentVersion: '1.16.0-msft.1', chosen: { releaseTrain: 'dev', systemAssigned: true } });
  }
  await stage.settled();
  await stage.destroyed();
  expect(stage.azure.recorder.find({ method: 'DELETE' }).map(({ query }) => query.forceDelete)).toEqual(['true', 'true']);
});

scenario('a train without a version', {}, async (stage) => {
  await stage.applies({ releaseTrain: ReleaseTrain.DEV, autoUpgradeMinorVersion: true }, stage.creation);

  expect(both((kind) => stage.extension(kind).chosen.releaseTrain)).toEqual({ Aks: 'dev', Arc: 'dev' });
  await stage.settled();
});
