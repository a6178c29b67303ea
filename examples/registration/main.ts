import { DataAzurermKubernetesCluster } from '@cdktf/provider-azurerm/lib/data-azurerm-kubernetes-cluster';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, LocalBackend, TerraformStack } from 'cdktf';
import { DaprCluster, DaprExtension, DaprWarnings, KubernetesConfigurationRegistration, ProviderRegistration } from 'cdktf-azure-dapr';
import { Construct } from 'constructs';

/** What the stacks below have in common. */
abstract class ExampleStack extends TerraformStack {
  protected readonly azurerm: AzurermProvider;

  public constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: `terraform.${id}.tfstate` });
    this.azurerm = new AzurermProvider(this, 'azurerm', { features: [{}] });
  }

  protected addDapr(registration: ProviderRegistration): void {
    const aks = new DataAzurermKubernetesCluster(this, 'Aks', { resourceGroupName: 'myResourceGroup', name: 'myAKSCluster' });
    new DaprExtension(this, 'Dapr', { cluster: DaprCluster.aks(aks.id), autoUpgradeMinorVersion: true, registration });
  }
}

/** The subscription is registered already: nothing to synthesize. The same as leaving `registration` out. */
class Assumed extends ExampleStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    this.addDapr(ProviderRegistration.assumed());
  }
}

/** The azurerm provider registers what is missing. Harmless where that is done already, and never undone. */
class OnProvider extends ExampleStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    this.azurerm.resourceProvidersToRegister = ['Microsoft.ContainerService'];
    this.addDapr(ProviderRegistration.onProvider(this.azurerm));
  }
}

/** A resource registers, and `terraform destroy` unregisters. */
class AsResource extends ExampleStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    this.addDapr(ProviderRegistration.asResource());
    DaprWarnings.of(this).acknowledge('RegistrationIsPerSubscription', 'a new subscription for a single cluster, deleted together with it');
  }
}

/** The same resource in a stack that owns the subscription; the stacks of its clusters need nothing more. */
class Subscription extends ExampleStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    const registration = new KubernetesConfigurationRegistration(this, 'KubernetesConfiguration');
    DaprWarnings.of(registration).acknowledge('RegistrationIsPerSubscription', 'this stack lives as long as the subscription');
  }
}

const app = new App();
new Assumed(app, 'assumed');
new OnProvider(app, 'on-provider');
new AsResource(app, 'as-resource');
new Subscription(app, 'subscription');
app.synth();
