import { IConstruct } from 'constructs';
import { DaprExtensionProps } from '../dapr-extension-props';
import { KubernetesConfigurationRegistration } from '../kubernetes-configuration-registration';
import { addRegistrations, isAzurerm } from './azurerm-provider';
import { Aspects, ITerraformDependable, TerraformProvider, TerraformStack } from './framework';
import { Problem } from './problem';

/** What every cluster extension needs. */
const NAMESPACES = ['Microsoft.KubernetesConfiguration'];

/** What an Arc-enabled cluster needs besides. */
const ARC_NAMESPACES = [...NAMESPACES, 'Microsoft.Kubernetes', 'Microsoft.ExtendedLocation'];

const wanted = new WeakMap<TerraformProvider, Set<string>>();

/** What is wrong with the provider that the registration names. */
export function registrationProblems({ registration }: DaprExtensionProps): Problem[] {
  const provider = registration?._provider;
  return provider === undefined || isAzurerm(provider) ? [] : [{
    code: 'ProviderOfOtherType',
    value: `ProviderRegistration.${registration!._choice}(<provider '${provider.terraformResourceType}'>)`,
    why: 'only azurerm registers resource providers',
    fix: `ProviderRegistration.${registration!._choice}(<the AzurermProvider of the cluster's subscription>)`,
  }];
}

/** Sees to the registration as the user chose it, and says what the extension has to wait for. */
export function register(extension: IConstruct, { registration, provider, cluster }: DaprExtensionProps): ITerraformDependable[] {
  switch (registration?._choice) {
    case 'onProvider':
      registerOnProvider(registration._provider!, cluster._kind === 'connectedClusters' ? ARC_NAMESPACES : NAMESPACES);
      return [];
    case 'asResource':
      return [KubernetesConfigurationRegistration._in(TerraformStack.of(extension), registration._provider ?? provider)];
    default:
      return [];
  }
}

/** By an aspect of the provider itself: whoever sets its list, however late, keeps what they set. */
function registerOnProvider(provider: TerraformProvider, namespaces: readonly string[]): void {
  const known = wanted.get(provider);
  const all = known ?? new Set<string>();
  namespaces.forEach((namespace) => all.add(namespace));
  if (!known) {
    wanted.set(provider, all);
    Aspects.of(provider).add({ visit: () => addRegistrations(provider, all) });
  }
}
