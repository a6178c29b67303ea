import { isExpression } from './expression';
import { Fn, TerraformProvider } from './framework';

/**
 * What the library reads and writes of an azurerm provider. The prebuilt bindings and those that
 * `cdktf get` makes have these names.
 */
interface AzurermBindings {
  readonly subscriptionIdInput?: string;
  readonly resourceProvidersToRegisterInput?: string[];
  resourceProvidersToRegister?: string[];
  readonly rawOverrides?: { readonly resource_providers_to_register?: string[] };
}

export function isAzurerm(provider: TerraformProvider): boolean {
  return provider.terraformResourceType === 'azurerm';
}

/** The subscription that the code states for a provider; undefined where Terraform or the environment says it. */
export function statedSubscription(provider: TerraformProvider | undefined): string | undefined {
  const stated = provider && bindings(provider).subscriptionIdInput;
  return isExpression(stated) ? undefined : stated;
}

/** The namespaces that the provider is told to register, as far as the code states them. */
export function registeredBy(provider: TerraformProvider): string[] {
  const { resourceProvidersToRegisterInput: listed, rawOverrides } = bindings(provider);
  return [...(isExpression(listed) ? [] : listed ?? []), ...(rawOverrides?.resource_providers_to_register ?? [])];
}

/** Lists that `addRegistrations` joined to one that only Terraform knows, and that one. */
const joined = new WeakMap<TerraformProvider, { readonly from: string[]; readonly to: string[] }>();

/** Adds the namespaces that the provider is not yet told to register, and leaves what is there. */
export function addRegistrations(provider: TerraformProvider, namespaces: Iterable<string>): void {
  const target = bindings(provider);
  const present = registeredBy(provider);
  const missing = [...namespaces].filter((namespace) => !present.includes(namespace));
  const listed = target.resourceProvidersToRegisterInput;
  if (isExpression(listed)) {
    const last = joined.get(provider);
    const from = last?.to === listed ? last!.from : listed!;
    const to = Fn.distinct(Fn.concat([from, missing]));
    joined.set(provider, { from, to });
    target.resourceProvidersToRegister = to;
  } else if (missing.length > 0) {
    target.resourceProvidersToRegister = [...(listed ?? []), ...missing];
  }
}

function bindings(provider: TerraformProvider): AzurermBindings {
  return provider as unknown as AzurermBindings;
}
