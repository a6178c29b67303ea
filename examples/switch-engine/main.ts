import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, LocalBackend, TerraformStack } from 'cdktf';
import { AzapiProvider, DaprCluster, DaprEngine, DaprExtension, DaprWarnings } from 'cdktf-azure-dapr';
import { Construct } from 'constructs';

/** The same stack at three times. The three share one state: deploy one after the other, and Dapr runs on. */
abstract class SwitchEngineStack extends TerraformStack {
  protected readonly cluster = DaprCluster.aksByName({
    subscriptionId: '00000000-0000-0000-0000-000000000001',
    resourceGroupName: 'myResourceGroup',
    clusterName: 'myAKSCluster',
  });

  public constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: '../terraform.switch-engine.tfstate' });
  }
}

/** 1. With the engine AZURERM. */
class Before extends SwitchEngineStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzurermProvider(this, 'azurerm', { features: [{}] });
    const dapr = new DaprExtension(this, 'Dapr', { cluster: this.cluster, version: '1.17.13' });
    DaprWarnings.of(dapr).acknowledge('VersionChangeReplaces', 'the version changes after the engine has changed');
  }
}

/** 2. With the engine AZAPI: the plan moves the extension and updates it in place. Terraform 1.8 or newer. */
class After extends SwitchEngineStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzapiProvider(this, 'azapi');
    new DaprExtension(this, 'Dapr', { cluster: this.cluster, version: '1.17.13', engine: DaprEngine.AZAPI });
  }
}

/** 3. And back, if it must be. azurerm takes nothing over by `moved`: Terraform 1.7 or newer forgets the one resource and imports the other. */
class WayBack extends SwitchEngineStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzurermProvider(this, 'azurerm', { features: [{}] });
    this.addOverride('removed', [{ from: 'azapi_resource.Dapr', lifecycle: { destroy: false } }]);

    const dapr = new DaprExtension(this, 'Dapr', { cluster: this.cluster, version: '1.17.13' });
    dapr.importExisting();
    DaprWarnings.of(dapr).acknowledge('VersionChangeReplaces', 'this cluster may use azurerm alone');
  }
}

const app = new App();
new Before(app, 'engine-azurerm');
new After(app, 'engine-azapi');
new WayBack(app, 'engine-azurerm-again');
app.synth();
