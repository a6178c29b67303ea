import { KubernetesCluster } from '@cdktf/provider-azurerm/lib/kubernetes-cluster';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { App, LocalBackend, TerraformOutput, TerraformStack } from 'cdktf';
import { DaprCluster, DaprExtension, DaprWarnings, ProviderRegistration } from 'cdktf-azure-dapr';
import { Construct } from 'constructs';

/** A new cluster of AKS with Dapr on it, from nothing but a subscription. */
class AksClusterStack extends TerraformStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: `terraform.${id}.tfstate` });
    const azurerm = new AzurermProvider(this, 'azurerm', { features: [{}] });

    const group = new ResourceGroup(this, 'Group', { name: 'dapr-example', location: 'westeurope' });
    const aks = new KubernetesCluster(this, 'Aks', {
      name: 'dapr-example',
      resourceGroupName: group.name,
      location: group.location,
      dnsPrefix: 'dapr-example',
      // Cluster extensions need a cluster with a managed identity; one with a service principal cannot have them.
      identity: { type: 'SystemAssigned' },
      // Three nodes: the extension runs three replicas of each Dapr service unless told otherwise.
      defaultNodePool: { name: 'system', vmSize: 'Standard_D2s_v5', nodeCount: 3, upgradeSettings: { maxSurge: '10%' } },
    });

    // Pinned, as production should be.
    const dapr = new DaprExtension(this, 'Dapr', {
      cluster: DaprCluster.aks(aks.id),
      version: '1.17.13',
      registration: ProviderRegistration.onProvider(azurerm),
    });
    DaprWarnings.of(dapr).acknowledge('VersionChangeReplaces', 'nothing runs on this cluster while Dapr is upgraded');

    new TerraformOutput(this, 'dapr_version', { value: dapr.currentVersion });
  }
}

const app = new App();
new AksClusterStack(app, 'aks-cluster');
app.synth();
