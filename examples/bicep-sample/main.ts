import { DataAzurermKubernetesCluster } from '@cdktf/provider-azurerm/lib/data-azurerm-kubernetes-cluster';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, LocalBackend, TerraformStack, TerraformVariable } from 'cdktf';
import { DaprCluster, DaprExtension, DaprWarnings, ReleaseTrain } from 'cdktf-azure-dapr';
import { Construct } from 'constructs';

/**
 * The Bicep sample of https://learn.microsoft.com/azure/aks/dapr, property by property.
 */
class BicepSampleStack extends TerraformStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: `terraform.${id}.tfstate` });
    new AzurermProvider(this, 'azurerm', { features: [{}] });

    // param clusterName string, and `az deployment group create --resource-group`
    const clusterName = new TerraformVariable(this, 'clusterName', { type: 'string', description: 'The name of the managed cluster' });
    const resourceGroup = new TerraformVariable(this, 'resourceGroup', { type: 'string', description: 'The resource group of the managed cluster' });

    // resource existingManagedClusters '…' existing
    const aks = new DataAzurermKubernetesCluster(this, 'Aks', { name: clusterName.stringValue, resourceGroupName: resourceGroup.stringValue });

    const dapr = new DaprExtension(this, 'Dapr', {
      name: 'dapr',
      cluster: DaprCluster.aks(aks.id),

      // identity: { type: 'SystemAssigned' }
      // Cannot be said: azurerm has no identity block for AKS. `principalId` is the identity that AKS assigns.

      // autoUpgradeMinorVersion: true, version: '…'
      // Azure has refused the pair since its API of 2023-05-01. One of the two stays: here the version, and upgrades are off.
      version: '1.17.13',

      configurationProtectedSettings: {},
      // Sent on every AKS cluster, so it could be left out.
      configurationSettings: { 'global.clusterType': 'managedclusters' },
      // Azure's default, never sent: beside a version azurerm would refuse it.
      releaseTrain: ReleaseTrain.STABLE,
      releaseNamespace: 'dapr-system',
    });
    DaprWarnings.of(dapr).acknowledge('VersionChangeReplaces', 'a sample: nothing depends on this control plane');
  }
}

const app = new App();
new BicepSampleStack(app, 'bicep-sample');
app.synth();
