import { DataAzurermKubernetesCluster } from '@cdktf/provider-azurerm/lib/data-azurerm-kubernetes-cluster';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, LocalBackend, TerraformStack, TerraformVariable } from 'cdktf';
import { AzapiProvider, DaprCluster, DaprEngine, DaprExtension, DaprWarnings, ReleaseTrain } from 'cdktf-azure-dapr';
import { Construct } from 'constructs';

/** What the Bicep sample of https://learn.microsoft.com/azure/aks/dapr starts with. */
abstract class BicepSampleStack extends TerraformStack {
  /** resource existingManagedClusters '…' existing */
  protected readonly aks: DataAzurermKubernetesCluster;

  public constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: `terraform.${id}.tfstate` });
    new AzurermProvider(this, 'azurerm', { features: [{}] });

    // param clusterName string, and `az deployment group create --resource-group`
    const clusterName = new TerraformVariable(this, 'clusterName', { type: 'string', description: 'The name of the managed cluster' });
    const resourceGroup = new TerraformVariable(this, 'resourceGroup', { type: 'string', description: 'The resource group of the managed cluster' });

    this.aks = new DataAzurermKubernetesCluster(this, 'Aks', { name: clusterName.stringValue, resourceGroupName: resourceGroup.stringValue });
  }
}

/** The sample property by property, in its order. */
class WithAzapi extends BicepSampleStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzapiProvider(this, 'azapi');

    new DaprExtension(this, 'Dapr', {
      engine: DaprEngine.AZAPI,
      name: 'dapr',
      cluster: DaprCluster.aks(this.aks.id),
      systemAssignedIdentity: true,
      // The sample has `autoUpgradeMinorVersion: true` beside `version`. Azure has refused the pair since its API of 2023-05-01:
      // one of the two stays, here the version.
      autoUpgradeMinorVersion: false,
      configurationProtectedSettings: {},
      configurationSettings: { 'global.clusterType': 'managedclusters' },
      releaseTrain: ReleaseTrain.STABLE,
      releaseNamespace: 'dapr-system',
      version: '1.17.13',
    });
  }
}

/** What the engine AZURERM can say of it. */
class WithAzurerm extends BicepSampleStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);

    const dapr = new DaprExtension(this, 'Dapr', {
      name: 'dapr',
      cluster: DaprCluster.aks(this.aks.id),
      // identity: { type: 'SystemAssigned' } cannot be said: azurerm has no identity block for AKS. `principalId` is the identity that AKS assigns.
      autoUpgradeMinorVersion: false,
      configurationProtectedSettings: {},
      configurationSettings: { 'global.clusterType': 'managedclusters' },
      // Azure's default, never sent: beside a version azurerm would refuse it.
      releaseTrain: ReleaseTrain.STABLE,
      releaseNamespace: 'dapr-system',
      version: '1.17.13',
    });
    DaprWarnings.of(dapr).acknowledge('VersionChangeReplaces', 'a sample: nothing depends on this control plane');
  }
}

const app = new App();
new WithAzapi(app, 'bicep-sample-azapi');
new WithAzurerm(app, 'bicep-sample-azurerm');
app.synth();
