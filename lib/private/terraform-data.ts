import { Construct } from 'constructs';
import { TerraformResource } from './framework';

/**
 * `terraform_data`, which Terraform brings with it. cdktf's own class of it runs `terraform version` at every synth,
 * once per instance, and fails without the binary.
 *
 * @see https://developer.hashicorp.com/terraform/language/resources/terraform-data
 */
export class TerraformData extends TerraformResource {
  public constructor(scope: Construct, id: string, private readonly input: Record<string, string>) {
    super(scope, id, { terraformResourceType: 'terraform_data', terraformGeneratorMetadata: { providerName: 'terraform' } });
  }

  /** Every extension has one of these, so it is kept lean: nothing in it needs what cdktf does for other resources. */
  public override toTerraform(): any {
    return Object.keys(this.rawOverrides).length > 0
      ? super.toTerraform()
      : { resource: { [this.terraformResourceType]: { [this.friendlyUniqueId]: this.synthesizeAttributes() } } };
  }

  protected override synthesizeAttributes(): { [name: string]: any } {
    return { input: { ...this.input } };
  }

  protected override synthesizeHclAttributes(): { [name: string]: any } {
    return { input: { value: { ...this.input }, isBlock: false, type: 'map', storageClassType: 'stringMap' } };
  }
}
