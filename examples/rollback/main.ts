import { App, LocalBackend, TerraformStack } from 'cdktf';
import { AzapiProvider, DaprCluster, DaprEngine, DaprExtension } from 'cdktf-azure-dapr';
import { Construct } from 'constructs';

/** Back to the version before, in place. */
class RollbackStack extends TerraformStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: `terraform.${id}.tfstate` });
    new AzapiProvider(this, 'azapi');

    new DaprExtension(this, 'Dapr', {
      cluster: DaprCluster.aksByName({
        subscriptionId: '00000000-0000-0000-0000-000000000001',
        resourceGroupName: 'myResourceGroup',
        clusterName: 'myAKSCluster',
      }),
      engine: DaprEngine.AZAPI,
      version: '1.17.13', // was '1.18.3'
      // The custom resource definitions of the newer version stay: they must not go back. Remove it with the next upgrade.
      settings: { hooks: { applyCrds: false } },
    });
  }
}

const app = new App();
new RollbackStack(app, 'rollback');
app.synth();
