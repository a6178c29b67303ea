import { App, LocalBackend, TerraformOutput, TerraformStack } from 'cdktf';
import { AzapiProvider, DaprCluster, DaprEngine, DaprExtension, ReleaseTrain } from 'cdktf-azure-dapr';
import { Construct } from 'constructs';

/** A pinned Dapr that is upgraded in place, one minor version after the other. */
class AzapiUpgradeStack extends TerraformStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: `terraform.${id}.tfstate` });
    // It signs in as `az login` did, and registers Microsoft.KubernetesConfiguration where that is missing.
    new AzapiProvider(this, 'azapi');

    const dapr = new DaprExtension(this, 'Dapr', {
      cluster: DaprCluster.aksByName({
        subscriptionId: '00000000-0000-0000-0000-000000000001',
        resourceGroupName: 'myResourceGroup',
        clusterName: 'myAKSCluster',
      }),
      engine: DaprEngine.AZAPI,
      version: '1.18.3', // was '1.17.13': the plan is an update in place, and sidecars follow when their pods restart
      releaseTrain: ReleaseTrain.STABLE, // on AKS, azurerm takes a train or a version
    });

    new TerraformOutput(this, 'dapr_version', { value: dapr.currentVersion });
  }
}

const app = new App();
new AzapiUpgradeStack(app, 'azapi-upgrade');
app.synth();
