/**
 * Every import from CDK for Terraform and from the prebuilt azurerm bindings goes through this file,
 * by deep path: the root of the bindings costs seconds and hundreds of megabytes to load.
 *
 * An edition for another framework is a change of this file and of package.json.
 */
export {
  Annotations, Aspects, Fn, Lazy, TerraformElement, TerraformProvider, TerraformResource, TerraformStack, Token,
} from 'cdktf';
export type { IAspect, IResolvable, ITerraformDependable, TerraformMetaArguments, TerraformResourceLifecycle } from 'cdktf';
