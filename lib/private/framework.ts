/**
 * Every import from CDK for Terraform and from the prebuilt azurerm bindings goes through this file,
 * by deep path: the root of the bindings costs seconds and hundreds of megabytes to load.
 *
 * An edition for another framework is a change of this file and of package.json.
 */
import type * as arcExtension from '@cdktf/provider-azurerm/lib/arc-kubernetes-cluster-extension';
import type * as providerRegistration from '@cdktf/provider-azurerm/lib/resource-provider-registration';

export {
  Annotations, Aspects, DefaultTokenResolver, dependable, Fn, Lazy, StringConcat, TerraformDataSource, TerraformElement, TerraformProvider,
  TerraformResource, TerraformStack, Token, Tokenization,
} from 'cdktf';
export type { ITerraformDependable, TerraformModule, TerraformResourceLifecycle } from 'cdktf';
export { KubernetesClusterExtension } from '@cdktf/provider-azurerm/lib/kubernetes-cluster-extension';

/* eslint-disable @typescript-eslint/no-require-imports -- loaded when first used: most stacks never need them */

/** The bindings of `azurerm_arc_kubernetes_cluster_extension`. */
export function arcExtensionBindings(): typeof arcExtension {
  return require('@cdktf/provider-azurerm/lib/arc-kubernetes-cluster-extension');
}

/** The bindings of `azurerm_resource_provider_registration`. */
export function providerRegistrationBindings(): typeof providerRegistration {
  return require('@cdktf/provider-azurerm/lib/resource-provider-registration');
}
