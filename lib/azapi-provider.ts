import { Construct } from 'constructs';
import { TerraformProvider } from './private/framework';

/**
 * Options of the azapi provider. Whatever is left out comes from the environment, as azapi documents it.
 *
 * @see https://registry.terraform.io/providers/Azure/azapi/latest/docs
 */
export interface AzapiProviderProps {
  /**
   * The name of this configuration of the provider, where a stack has several. Resources name it through `provider`.
   *
   * @default - none: the configuration that resources use when they name no other
   */
  readonly alias?: string;

  /**
   * The ID of the subscription. The extension goes to the subscription of its cluster whatever this says.
   *
   * @default - the environment variable ARM_SUBSCRIPTION_ID, or what the Azure CLI has chosen
   */
  readonly subscriptionId?: string;

  /**
   * The ID of the Microsoft Entra tenant.
   *
   * @default - the environment variable ARM_TENANT_ID, or what the Azure CLI has chosen
   */
  readonly tenantId?: string;

  /**
   * The client ID of the service principal or of the user-assigned managed identity.
   *
   * @default - the environment variable ARM_CLIENT_ID
   */
  readonly clientId?: string;

  /**
   * The secret of the service principal. A literal ends up in the synthesized JSON: pass a sensitive variable, or
   * leave it to the environment.
   *
   * @default - the environment variable ARM_CLIENT_SECRET
   */
  readonly clientSecret?: string;

  /**
   * The path of a PKCS#12 file with the certificate of the service principal.
   *
   * @default - the environment variable ARM_CLIENT_CERTIFICATE_PATH
   */
  readonly clientCertificatePath?: string;

  /**
   * Whether to sign in with a token of an OpenID Connect issuer, as GitHub Actions has one.
   *
   * @default - the environment variable ARM_USE_OIDC, or false
   */
  readonly useOidc?: boolean;

  /**
   * The path of a file that holds the OpenID Connect token.
   *
   * @default - the environment variable ARM_OIDC_TOKEN_FILE_PATH
   */
  readonly oidcTokenFilePath?: string;

  /**
   * Whether to sign in with the managed identity of the machine.
   *
   * @default - the environment variable ARM_USE_MSI, or false
   */
  readonly useMsi?: boolean;

  /**
   * Whether to sign in as the Azure CLI is.
   *
   * @default - the environment variable ARM_USE_CLI, or true
   */
  readonly useCli?: boolean;

  /**
   * The cloud: `public`, `usgovernment` or `china`.
   *
   * @default - the environment variable ARM_ENVIRONMENT, or `public`
   */
  readonly environment?: string;
}

/**
 * The provider [azapi](https://registry.terraform.io/providers/Azure/azapi/latest/docs), which the engine AZAPI needs:
 * one in each stack. Bindings of azapi that `cdktf get` makes do as well, with `ignore_no_op_changes = false`.
 *
 * It is told not to ignore changes that it takes for empty: with its own default the removal of a setting is never planned.
 */
export class AzapiProvider extends TerraformProvider {
  private readonly props: AzapiProviderProps;
  private currentAlias: string | undefined;

  public constructor(scope: Construct, id: string, props: AzapiProviderProps = {}) {
    super(scope, id, {
      terraformResourceType: 'azapi',
      terraformGeneratorMetadata: { providerName: 'azapi', providerVersionConstraint: '>= 2.5, < 3' },
      terraformProviderSource: 'Azure/azapi',
    });
    this.props = props;
    this.currentAlias = props.alias;
  }

  /**
   * The name of this configuration of the provider.
   */
  public override get alias(): string | undefined {
    return this.currentAlias;
  }

  public override set alias(alias: string | undefined) {
    this.currentAlias = alias;
  }

  /**
   * What the provider is told about changes that it takes for empty: not to ignore them.
   */
  public get ignoreNoOpChangesInput(): boolean {
    return false;
  }

  /**
   * The arguments of the provider block.
   */
  protected override synthesizeAttributes(): { [name: string]: any } {
    const { alias: _, ...args } = this.props;
    return { ...args, ignoreNoOpChanges: this.ignoreNoOpChangesInput };
  }

  /**
   * The arguments of the provider block, for the output in HCL.
   */
  protected override synthesizeHclAttributes(): { [name: string]: any } {
    return Object.fromEntries(Object.entries(this.synthesizeAttributes()).filter(([, value]) => value !== undefined).map(([name, value]) => [name, {
      value, isBlock: false, type: 'simple', storageClassType: typeof value === 'boolean' ? 'boolean' : 'string',
    }]));
  }
}
