import { Construct } from 'constructs';
import { TerraformElement, TerraformResource } from './framework';

/**
 * An `import` block. cdktf's `importFrom` runs `terraform version` at every synth, and fails without the binary.
 *
 * @see https://developer.hashicorp.com/terraform/language/import
 */
export class ImportBlock extends TerraformElement {
  public constructor(scope: Construct, id: string, private readonly target: TerraformResource, private readonly importedId: string) {
    super(scope, id);
  }

  /** Computed at synth: until then the address may change. The provider is the resource's own, and Terraform refuses it here. */
  public override toTerraform(): { import: object[] } {
    return { import: [{ to: `${this.target.terraformResourceType}.${this.target.friendlyUniqueId}`, id: this.importedId }] };
  }
}
