import { Construct } from 'constructs';
import { isAzurerm, registeredBy, statedSubscription } from './private/azurerm-provider';
import { defaultProvider } from './private/default-provider';
import { printable } from './private/expression';
import { ITerraformDependable, providerRegistrationBindings, TerraformProvider, TerraformResource, TerraformStack } from './private/framework';
import { ImportBlock } from './private/import-block';
import { joinDependencies } from './private/node-dependencies';
import { check, describe, Problem, Rule } from './private/problem';
import { warnAtSynth } from './private/warnings';

/**
 * Options of a registration of `Microsoft.KubernetesConfiguration`.
 */
export interface KubernetesConfigurationRegistrationProps {
  /**
   * The azurerm provider of the subscription to register in.
   *
   * @default - the stack's azurerm provider without an alias
   */
  readonly provider?: TerraformProvider;
}

const NAMESPACE = 'Microsoft.KubernetesConfiguration';
const AUTOMATIC_ID = 'KubernetesConfigurationRegistration';

const PROPS_RULES: readonly Rule<KubernetesConfigurationRegistrationProps>[] = [
  {
    code: 'ProviderOfOtherType',
    broken: ({ provider }) => provider !== undefined && !isAzurerm(provider),
    message: ({ provider }) => ({
      value: `provider: <provider '${provider!.terraformResourceType}'>`,
      why: 'the registration is an azurerm resource',
      fix: 'provider: <the AzurermProvider of the subscription>',
    }),
  },
];

/**
 * The registration of the resource provider `Microsoft.KubernetesConfiguration` in a subscription, as a
 * Terraform resource: what `az provider register --namespace Microsoft.KubernetesConfiguration` does.
 *
 * Made for a stack that owns the subscription. It fails where the provider is registered already (see
 * `importExisting`), and destroying it unregisters the provider for every cluster in the subscription.
 * `ProviderRegistration.onProvider` does neither and is what most stacks want.
 *
 * Extensions of the same stack with `ProviderRegistration.asResource()` use it instead of one of their own.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/resource_provider_registration
 */
export class KubernetesConfigurationRegistration extends Construct implements ITerraformDependable {
  /**
   * The one that `asResource()` extensions of a stack share: the user's own, or one made for them.
   *
   * @internal
   */
  public static _in(stack: TerraformStack, provider: TerraformProvider | undefined): ITerraformDependable {
    const alias = provider?.alias;
    if (!current(stack, provider)) {
      const id = alias === undefined ? AUTOMATIC_ID : `${AUTOMATIC_ID}-${alias}`;
      registrations(stack).set(keyOf(provider), { construct: new KubernetesConfigurationRegistration(stack, id, { provider }), automatic: true });
    }
    // Asked at synth: a registration that the user adds later takes the place of an automatic one.
    return { get fqn() { return current(stack, provider)!.construct.fqn; } };
  }

  /**
   * The Terraform resource: the escape hatch.
   */
  public readonly resource: TerraformResource;

  private readonly provider?: TerraformProvider;
  private imported = false;

  /**
   * @throws an error RegisteredTwice where the stack registers the provider already, ProviderOfOtherType for
   * a provider that is not azurerm.
   */
  public constructor(scope: Construct, id: string, props: KubernetesConfigurationRegistrationProps = {}) {
    const stack = TerraformStack.of(scope);
    const other = current(stack, props.provider);
    if (other?.automatic) {
      other.construct.node.scope!.node.tryRemoveChild(other.construct.node.id);
    }
    super(scope, id);
    this.provider = props.provider;
    const problems = [...check(PROPS_RULES, props), ...(other && !other.automatic ? [this.twice(other.construct)] : []), ...this.listProblems()];
    if (problems.length > 0) {
      scope.node.tryRemoveChild(id);
      throw new Error(this.errorText(problems));
    }

    const { ResourceProviderRegistration } = providerRegistrationBindings();
    this.resource = new ResourceProviderRegistration(this, 'Default', {
      name: NAMESPACE,
      provider: props.provider,
      // Features of the provider that somebody else registered would be unregistered.
      lifecycle: { ignoreChanges: ['feature'] },
    });
    registrations(stack).set(keyOf(props.provider), { construct: this, automatic: false });
    joinDependencies(this);
    warnAtSynth(this, () => this.imported ? [] : [{ id: 'RegistrationIsPerSubscription', value: `azurerm_resource_provider_registration of ${NAMESPACE}` }]);
    this.node.addValidation({
      validate: () => {
        const late = this.listProblems();
        return late.length > 0 ? [this.errorText(late)] : [];
      },
    });
  }

  /**
   * The address of the resource, for `dependsOn`.
   */
  public get fqn(): string {
    return this.resource.fqn;
  }

  /**
   * Takes over a registration that exists already, by an `import` block of Terraform 1.5 or newer.
   * It fails where the provider is not registered yet.
   *
   * @param subscriptionId the ID of the subscription, without `/subscriptions/`. By default the one that the
   * code states for the provider.
   * @throws an error SubscriptionUnknown where neither states it.
   */
  public importExisting(subscriptionId?: string): void {
    const subscription = subscriptionId ?? statedSubscription(this.usedProvider());
    if (subscription === undefined) {
      throw new Error(this.errorText([{
        code: 'SubscriptionUnknown',
        value: 'importExisting()',
        why: 'the provider\'s subscription is not stated in the code',
        fix: 'importExisting(\'<subscription ID>\')',
      }]));
    }
    this.imported = true;
    new ImportBlock(this, 'Import', this.resource, `/subscriptions/${subscription}/providers/${NAMESPACE}`);
  }

  private usedProvider(): TerraformProvider | undefined {
    return this.provider ?? defaultProvider(TerraformStack.of(this), 'azurerm');
  }

  private listProblems(): Problem[] {
    const provider = this.usedProvider();
    return provider && registeredBy(provider).includes(NAMESPACE) ? [{
      code: 'RegisteredTwice',
      value: `${NAMESPACE} in resource_provider_registration and in the provider's resource_providers_to_register`,
      why: 'azurerm refuses to manage a registration that its provider block manages, at every plan',
      fix: 'remove it from the provider\'s list, or drop the resource and use ProviderRegistration.onProvider(provider)',
    }] : [];
  }

  private twice(other: Construct): Problem {
    return {
      code: 'RegisteredTwice',
      value: `${NAMESPACE}, which ${printable(other.node.path)} registers already`,
      why: 'Azure holds one registration for a subscription, and the second resource would fail to be created',
      fix: `remove this construct, or the one at ${printable(other.node.path)}`,
    };
  }

  private errorText(problems: readonly Problem[]): string {
    return describe(`KubernetesConfigurationRegistration ${printable(this.node.path)}`, problems);
  }
}

interface Registered {
  readonly construct: KubernetesConfigurationRegistration;
  readonly automatic: boolean;
}

const byStack = new WeakMap<TerraformStack, Map<TerraformProvider | 'default', Registered>>();

function registrations(stack: TerraformStack): Map<TerraformProvider | 'default', Registered> {
  const known = byStack.get(stack) ?? new Map<TerraformProvider | 'default', Registered>();
  byStack.set(stack, known);
  return known;
}

function current(stack: TerraformStack, provider: TerraformProvider | undefined): Registered | undefined {
  const known = registrations(stack).get(keyOf(provider));
  const { node } = known?.construct ?? {};
  return node?.scope?.node.tryFindChild(node.id) === known?.construct ? known : undefined;
}

/** A provider without an alias is the one that resources get when they name none. */
function keyOf(provider: TerraformProvider | undefined): TerraformProvider | 'default' {
  return provider?.alias === undefined ? 'default' : provider;
}
