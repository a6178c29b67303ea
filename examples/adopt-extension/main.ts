import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, LocalBackend, TerraformStack } from 'cdktf';
import { AzapiProvider, DaprCluster, DaprEngine, DaprExtension, DaprWarnings } from 'cdktf-azure-dapr';
import { Construct } from 'constructs';

/**
 * An extension on AKS that the Azure CLI made, with the engine AZURERM:
 * `az k8s-extension create --extension-type Microsoft.Dapr --cluster-type managedClusters --name dapr --auto-upgrade-minor-version false --version 1.17.13 ..`
 */
class WithAzurerm extends TerraformStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: `terraform.${id}.tfstate` });
    new AzurermProvider(this, 'azurerm', { features: [{}] });

    const dapr = new DaprExtension(this, 'Dapr', {
      cluster: DaprCluster.aksByName({
        subscriptionId: '00000000-0000-0000-0000-000000000001',
        resourceGroupName: 'myResourceGroup',
        clusterName: 'myAKSCluster',
      }),
      version: '1.17.13', // as `az k8s-extension show` prints it: another one would be a replacement
    });
    dapr.importExisting();
    DaprWarnings.of(dapr).acknowledge('VersionChangeReplaces', 'the next upgrade comes after the change to the engine AZAPI');
  }
}

/**
 * An extension on Arc that the Azure CLI made, with the engine AZAPI. No version, and automatic upgrades off, which azurerm cannot say:
 * `az k8s-extension create --extension-type Microsoft.Dapr --cluster-type connectedClusters --name dapr --auto-upgrade-minor-version false ..`
 */
class WithAzapi extends TerraformStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: `terraform.${id}.tfstate` });
    new AzapiProvider(this, 'azapi');

    const dapr = new DaprExtension(this, 'Dapr', {
      cluster: DaprCluster.arcByName({
        subscriptionId: '00000000-0000-0000-0000-000000000001',
        resourceGroupName: 'myResourceGroup',
        clusterName: 'myArcCluster',
      }),
      engine: DaprEngine.AZAPI,
      autoUpgradeMinorVersion: false,
      systemAssignedIdentity: false, // the Azure CLI gives Dapr none
    });
    dapr.importExisting();
  }
}

const app = new App();
new WithAzurerm(app, 'adopt-with-azurerm');
new WithAzapi(app, 'adopt-with-azapi');
app.synth();
