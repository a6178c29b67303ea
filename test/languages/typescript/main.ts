import { writeFileSync } from 'fs';
import { DataAzurermKubernetesCluster } from '@cdktf/provider-azurerm/lib/data-azurerm-kubernetes-cluster';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, LocalBackend, TerraformOutput, TerraformStack, TerraformVariable, Token } from 'cdktf';
import {
  AzapiProvider, DaprCluster, DaprEngine, DaprExtension, DaprPreset, DaprWarnings, LogLevel, ProviderRegistration, ReleaseTrain, TolerationEffect,
  TolerationOperator, WebhookFailurePolicy,
} from 'cdktf-azure-dapr';

/*
 * What every language has to be able to say. The apps of the other languages say the same, stack by stack, and must
 * write the same JSON to the byte.
 */

const SUBSCRIPTION = '00000000-0000-0000-0000-000000000001';

function newStack(name: string): TerraformStack {
  const stack = new TerraformStack(app, name);
  new LocalBackend(stack, { path: `terraform.${name}.tfstate` });
  return stack;
}

function clusterNamed(clusterName: string): DaprCluster {
  return DaprCluster.aksByName({ subscriptionId: SUBSCRIPTION, resourceGroupName: 'myResourceGroup', clusterName });
}

function quickstart(): void {
  const stack = newStack('quickstart');
  new AzurermProvider(stack, 'azurerm', { features: [{}] });
  const aks = new DataAzurermKubernetesCluster(stack, 'Aks', { resourceGroupName: 'myResourceGroup', name: 'myAKSCluster' });
  new DaprExtension(stack, 'Dapr', {
    cluster: DaprCluster.aks(aks.id),
    autoUpgradeMinorVersion: true,
  });
}

function production(): void {
  const stack = newStack('production');
  new AzurermProvider(stack, 'azurerm', { features: [{}] });
  const clusterId = new TerraformVariable(stack, 'cluster_id', { type: 'string' });
  const issuerKey = new TerraformVariable(stack, 'issuer_key', { type: 'string', sensitive: true });
  const issuerCert = new TerraformVariable(stack, 'issuer_cert', { type: 'string' });
  const rootCert = new TerraformVariable(stack, 'root_cert', { type: 'string' });

  const dapr = new DaprExtension(stack, 'Dapr', {
    cluster: DaprCluster.aks(clusterId.stringValue),
    version: '1.17.13',
    preset: DaprPreset.PRODUCTION,
    settings: {
      tolerations: [{ key: 'CriticalAddonsOnly', operator: TolerationOperator.EXISTS, effect: TolerationEffect.NO_SCHEDULE }],
      nodeSelector: { 'kubernetes.azure.com/mode': 'system' },
      mtls: { workloadCertTTL: '12h' },
      daprOperator: { logLevel: LogLevel.WARN },
      daprScheduler: { cluster: { storageClassName: 'managed-csi-zrs' } },
      daprSidecarInjector: {
        webhookFailurePolicy: WebhookFailurePolicy.FAIL,
        sidecarRunAsUser: 1000,
        sidecarReadOnlyRootFilesystem: true,
        allowedServiceAccounts: ['tools:deployer', 'tools:tester'],
        objectSelector: { matchLabels: { team: 'shop' } },
      },
      daprSentry: {
        tls: {
          root: { certPEM: rootCert.stringValue },
          issuer: { certPEM: issuerCert.stringValue, keyPEM: issuerKey.stringValue },
        },
      },
    },
    configurationSettings: { 'dapr_operator.watchInterval': '3m' },
    preventDestroy: true,
    timeouts: { create: '45m' },
  });
  DaprWarnings.of(dapr).acknowledge('VersionChangeReplaces', 'upgrades are planned as an outage');

  new TerraformOutput(stack, 'dapr_version', { value: dapr.currentVersion });
}

function azapi(): void {
  const stack = newStack('azapi');
  new AzapiProvider(stack, 'azapi', { subscriptionId: SUBSCRIPTION });
  const password = new TerraformVariable(stack, 'etcd_password', { type: 'string', sensitive: true });
  const dapr = new DaprExtension(stack, 'Dapr', {
    cluster: clusterNamed('myAKSCluster'),
    engine: DaprEngine.AZAPI,
    version: '1.17.13',
    settings: {
      ha: { replicaCount: 5 },
      daprScheduler: {
        etcdEmbed: false,
        etcdClientEndpoints: ['etcd-0:2379', 'etcd-1:2379'],
        etcdClientUsername: 'dapr',
        etcdClientPassword: password.stringValue,
      },
    },
  });
  new TerraformOutput(stack, 'principal_id', { value: dapr.principalId });
}

function registration(): void {
  const onProvider = newStack('on-provider');
  const azurerm = new AzurermProvider(onProvider, 'azurerm', { features: [{}], subscriptionId: SUBSCRIPTION });
  new DaprExtension(onProvider, 'Dapr', {
    cluster: DaprCluster.arcByName({ subscriptionId: SUBSCRIPTION, resourceGroupName: 'myResourceGroup', clusterName: 'myArcCluster' }),
    autoUpgradeMinorVersion: true,
    registration: ProviderRegistration.onProvider(azurerm),
  });

  const asResource = newStack('as-resource');
  new AzurermProvider(asResource, 'azurerm', { features: [{}] });
  DaprWarnings.of(asResource).acknowledge('RegistrationIsPerSubscription', 'this stack owns the subscription');
  new DaprExtension(asResource, 'Dapr', {
    cluster: clusterNamed('myAKSCluster'),
    autoUpgradeMinorVersion: true,
    releaseTrain: ReleaseTrain.DEV,
    registration: ProviderRegistration.asResource(),
  });
}

/** Two extensions that warn, one of them acknowledged: one warning is left. */
function warnings(): void {
  const stack = newStack('warnings');
  new AzurermProvider(stack, 'azurerm', { features: [{}] });
  new DaprExtension(stack, 'Loud', { cluster: clusterNamed('loud'), version: '1.17.13' });
  const quiet = new DaprExtension(stack, 'Quiet', { cluster: clusterNamed('quiet'), version: '1.17.13' });
  DaprWarnings.of(quiet).acknowledge('VersionChangeReplaces', 'upgrades are planned as an outage');
}

/** Values that only Terraform knows, as text, number, map and secret. */
function tokens(): void {
  const stack = newStack('tokens');
  new AzurermProvider(stack, 'azurerm', { features: [{}] });
  const name = new TerraformVariable(stack, 'name', { type: 'string' });
  const replicas = new TerraformVariable(stack, 'replicas', { type: 'number' });
  const secrets = new TerraformVariable(stack, 'secrets', { type: 'map(string)', sensitive: true });
  new DaprExtension(stack, 'Dapr', {
    cluster: clusterNamed(name.stringValue),
    autoUpgradeMinorVersion: true,
    name: name.stringValue,
    settings: {
      dnsSuffix: name.stringValue,
      ha: { replicaCount: replicas.numberValue },
      imagePullSecrets: [name.stringValue, 'fixed'],
      nodeSelector: { pool: name.stringValue },
    },
    configurationSettings: { 'dapr_operator.watchNamespace': `team-${name.stringValue}` },
    configurationProtectedSettings: Token.asStringMap(secrets.value),
  });
}

/** The construct throws, and leaves nothing in the stack. */
function mistake(): void {
  const stack = newStack('mistake');
  new AzurermProvider(stack, 'azurerm', { features: [{}] });
  try {
    new DaprExtension(stack, 'Dapr', {
      cluster: clusterNamed('myAKSCluster'),
      version: '1.17.13',
      autoUpgradeMinorVersion: true,
    });
  } catch (error) {
    writeFileSync('error.txt', (error as Error).message);
  }
}

const app = new App();
quickstart();
production();
azapi();
registration();
warnings();
tokens();
mistake();
app.synth();
