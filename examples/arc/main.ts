import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, LocalBackend, TerraformStack, TerraformVariable } from 'cdktf';
import { DaprCluster, DaprExtension, DaprWarnings, ProviderRegistration } from 'cdktf-azure-dapr';
import { Construct } from 'constructs';

/** Dapr on a cluster anywhere that `az connectedk8s connect` has connected to Azure Arc. */
class ArcStack extends TerraformStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: `terraform.${id}.tfstate` });
    const subscription = new TerraformVariable(this, 'subscription_id', { type: 'string', description: 'ID of the subscription of the cluster' });

    // azurerm creates an Arc extension in the subscription of its provider: it must be the cluster's.
    const azurerm = new AzurermProvider(this, 'azurerm', { features: [{}], subscriptionId: subscription.stringValue });

    const dapr = new DaprExtension(this, 'Dapr', {
      cluster: DaprCluster.arcByName({
        subscriptionId: subscription.stringValue,
        resourceGroupName: 'myResourceGroup',
        clusterName: 'myArcCluster',
      }),
      version: '1.17.13',
      registration: ProviderRegistration.onProvider(azurerm),
      timeouts: { create: '45m' },
    });
    DaprWarnings.of(dapr).acknowledge('VersionChangeReplaces', 'the cluster has a maintenance window for it every month');
  }
}

const app = new App();
new ArcStack(app, 'arc');
app.synth();
