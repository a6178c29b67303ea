import { join } from 'path';
import { App, LocalBackend, TerraformStack } from 'cdktf';
import { AzapiProvider, DaprCluster, DaprEngine, DaprExtension, DaprWarnings, ExistingDapr, HelmValues } from 'cdktf-azure-dapr';
import { Construct } from 'constructs';

/** Hands a Dapr that Helm installed over to the extension, with its values. */
class AdoptHelmStack extends TerraformStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: `terraform.${id}.tfstate` });
    new AzapiProvider(this, 'azapi');

    // helm get values dapr --namespace dapr -o json > values.json
    const values = HelmValues.fromFile(join(__dirname, 'values.json'));

    const dapr = new DaprExtension(this, 'Dapr', {
      cluster: DaprCluster.aksByName({
        subscriptionId: '00000000-0000-0000-0000-000000000001',
        resourceGroupName: 'myResourceGroup',
        clusterName: 'myAKSCluster',
      }),
      engine: DaprEngine.AZAPI,
      // The version that Helm has installed: an upgrade is a step of its own.
      version: '1.17.13',
      // Name and namespace are those of the release, as `helm list -A` prints them.
      existingDapr: ExistingDapr.helmRelease({ releaseName: 'dapr', releaseNamespace: 'dapr', values }),
      // The extension upgrades the release with its own settings alone: what shall stay is stated.
      configurationSettings: values.configurationSettings,
    });
    DaprWarnings.of(dapr).acknowledge('ZonalStorage', 'the nodes are in one zone, and the class of the scheduler cannot be changed any more');
  }
}

const app = new App();
new AdoptHelmStack(app, 'adopt-helm');
app.synth();
