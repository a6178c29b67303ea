import { TerraformProvider } from './private/framework';

/**
 * How the subscription gets to know the resource provider `Microsoft.KubernetesConfiguration`,
 * without which Azure refuses every cluster extension.
 *
 * @see https://learn.microsoft.com/azure/aks/dapr#register-the-kubernetesconfiguration-resource-provider
 */
export class ProviderRegistration {
  /**
   * The subscription has it already, or something else sees to it. Nothing is synthesized.
   */
  public static assumed(): ProviderRegistration {
    return new ProviderRegistration('assumed');
  }

  /**
   * The azurerm provider registers what is missing and never unregisters it. Recommended.
   *
   * The namespaces are added to its `resource_providers_to_register`, and what stands there stays.
   * On Arc these are `Microsoft.Kubernetes` and `Microsoft.ExtendedLocation`, too.
   *
   * @param provider the azurerm provider of the subscription that holds the cluster.
   */
  public static onProvider(provider: TerraformProvider): ProviderRegistration {
    return new ProviderRegistration('onProvider', provider);
  }

  /**
   * One resource `azurerm_resource_provider_registration` for each stack and azurerm provider,
   * however many extensions ask for it. The extensions depend on it.
   *
   * It fails in a subscription where the provider is registered already, and destroying it
   * unregisters the provider for the whole subscription: `onProvider` does neither.
   *
   * @param provider the azurerm provider of the subscription that holds the cluster.
   * By default the provider of the extension.
   */
  public static asResource(provider?: TerraformProvider): ProviderRegistration {
    return new ProviderRegistration('asResource', provider);
  }

  /** @internal */
  public readonly _choice: 'assumed' | 'onProvider' | 'asResource';

  /** @internal */
  public readonly _provider: TerraformProvider | undefined;

  private constructor(choice: 'assumed' | 'onProvider' | 'asResource', provider?: TerraformProvider) {
    this._choice = choice;
    this._provider = provider;
  }
}
