import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformProvider, TerraformStack, Testing } from 'cdktf';
import { AzapiProvider, DaprCluster, DaprEngine, DaprExtension, DaprExtensionProps, DaprWarnings, ProviderRegistration, ReleaseTrain } from '../lib';
import { AZAPI, AzapiStack, daprOn } from './helpers/azapi';
import {
  AKS_ID, ARC_ID, codes, errorOf, only, OTHER_SUBSCRIPTION, REGISTRATION, synth, synthApp, TestStack, thrown, warningIds, warningsOf,
} from './helpers/synth';

const aks = DaprCluster.aks(AKS_ID);
const arc = DaprCluster.arc(ARC_ID);

/** What `cdktf get` makes of azapi, as far as it matters. */
class ForeignAzapi extends TerraformProvider {
  public constructor(scope: TerraformStack, public readonly ignoreNoOpChangesInput?: unknown, id = 'foreign', type = 'azapi') {
    super(scope, id, { terraformResourceType: type, terraformProviderSource: 'Azure/azapi' });
  }

  protected override synthesizeAttributes(): { [name: string]: any } {
    return { ignore_no_op_changes: this.ignoreNoOpChangesInput };
  }
}

describe('a stack without an azapi provider', () => {
  const missing = `DaprExtension "Stack/Dapr" has a problem.

AzapiProviderMissing: the stack "Stack" has no azapi provider
  why: with the engine AZAPI the extension is an azapi resource
  fix: new AzapiProvider(this, 'azapi');`;

  test('is an error at synth that names the line to add', () => {
    const stack = new TestStack();
    daprOn(stack, aks);
    expect(thrown(() => Testing.synth(stack, true))).toContain(missing);
  });

  test('is an error of the whole app', () => {
    expect(thrown(() => synthApp((app) => daprOn(new TestStack('Stack', app), aks)))).toContain(missing);
  });

  test('is an error where the only one has an alias, and one that says so', () => {
    const stack = new TestStack();
    new AzapiProvider(stack, 'azapi', { alias: 'other' });
    daprOn(stack, aks);
    expect(thrown(() => synth(stack))).toContain('AzapiProviderMissing');
  });

  test('is an error where the provider got an alias in the meantime', () => {
    const stack = new AzapiStack();
    daprOn(stack, aks);
    synth(stack);
    stack.azapi.alias = 'other';
    expect(thrown(() => synth(stack))).toContain('AzapiProviderMissing');
  });

  test('is none once it has got one, however late', () => {
    const stack = new TestStack();
    daprOn(stack, aks);
    new AzapiProvider(stack, 'azapi');
    expect(only(stack, AZAPI)).not.toHaveProperty('provider');
  });

  test('is no matter for an extension of the other engine', () => {
    const stack = new TestStack();
    new DaprExtension(stack, 'Dapr', { cluster: aks, autoUpgradeMinorVersion: true });
    expect(Object.keys(synth(stack).provider)).toStrictEqual(['azurerm']);
  });
});

describe('the provider', () => {
  test('that is named is the resource\'s, and no other is needed', () => {
    const stack = new TestStack();
    daprOn(stack, aks, { provider: new AzapiProvider(stack, 'azapi', { alias: 'other' }) });
    expect(only(stack, AZAPI).provider).toBe('azapi.other');
  });

  test('of another type is an error, for either engine', () => {
    const stack = new AzapiStack();
    const wrong = thrown(() => daprOn(stack, aks, { provider: stack.azurerm }));
    expect(codes(wrong)).toStrictEqual(['ProviderOfOtherType']);
    expect(wrong).toContain("provider: <provider 'azurerm'>");
    expect(wrong).toContain('fix: provider: <an AzapiProvider>, or leave `provider` out');
    const other = thrown(() => new DaprExtension(stack, 'Dapr', { cluster: aks, provider: stack.azapi }));
    expect(codes(other)).toStrictEqual(['ProviderOfOtherType']);
    expect(other).toContain("provider: <provider 'azapi'>");
  });

  test('of another subscription than an Arc cluster\'s is fine: azapi goes where the ID says', () => {
    const stack = new TestStack();
    daprOn(stack, arc, { provider: new AzapiProvider(stack, 'azapi', { subscriptionId: OTHER_SUBSCRIPTION }) });
    expect(only(stack, AZAPI).parent_id).toBe(ARC_ID);
  });
});

describe('ForeignAzapiProvider', () => {
  const warned = (provider: (stack: TestStack) => TerraformProvider, named = false) => {
    const stack = new TestStack();
    const dapr = daprOn(stack, aks, named ? { provider: provider(stack) } : {});
    if (!named) provider(stack);
    synth(stack);
    return dapr;
  };

  test.each([['named', true], ['of the stack', false]])('where a foreign provider is %s', (_, named) => {
    const [text, ...others] = warningsOf(warned((stack) => new ForeignAzapi(stack), named));
    expect(others).toStrictEqual([]);
    expect(text).toMatch(/^ForeignAzapiProvider: the azapi provider "Stack\/foreign"\n/);
    expect(text).toContain('ignore_no_op_changes');
  });

  test.each([[true], ['${var.x}'], [undefined]])('where it is told %p', (value) => {
    expect(warningIds(warned((stack) => new ForeignAzapi(stack, value)))).toStrictEqual(['ForeignAzapiProvider']);
  });

  test('none where it is told false', () => {
    expect(warningIds(warned((stack) => new ForeignAzapi(stack, false)))).toStrictEqual([]);
  });

  test('none where an override tells it false', () => {
    const override = (stack: TestStack) => {
      const provider = new ForeignAzapi(stack);
      provider.addOverride('ignore_no_op_changes', false);
      return provider;
    };
    expect(warningIds(warned(override))).toStrictEqual([]);
  });

  test('none for the library\'s own, unless an override tells it otherwise', () => {
    const overridden = (stack: TestStack) => {
      const provider = new AzapiProvider(stack, 'azapi');
      provider.addOverride('ignore_no_op_changes', true);
      return provider;
    };
    expect(warningIds(warned((stack) => new AzapiProvider(stack, 'azapi')))).toStrictEqual([]);
    expect(warningIds(warned(overridden))).toStrictEqual(['ForeignAzapiProvider']);
  });

  test('can be acknowledged', () => {
    const stack = new TestStack();
    const dapr = daprOn(stack, aks, { provider: new ForeignAzapi(stack) });
    DaprWarnings.of(stack).acknowledge('ForeignAzapiProvider', 'no setting is ever removed');
    synth(stack);
    expect(warningIds(dapr)).toStrictEqual([]);
  });
});

describe('warnings of the engine AZURERM', () => {
  test('do not concern AZAPI: a version changes in place', () => {
    const stack = new AzapiStack();
    const dapr = daprOn(stack, aks, { version: '1.17.13' });
    synth(stack);
    expect(warningIds(dapr)).toStrictEqual([]);
  });
});

describe('registration', () => {
  test('as a resource needs an azurerm provider', () => {
    const error = errorOf({ cluster: aks, engine: DaprEngine.AZAPI, registration: ProviderRegistration.asResource() });
    expect(codes(error)).toStrictEqual(['RegistrationNeedsProvider']);
    expect(error).toContain("ProviderRegistration.asResource(<the AzurermProvider of the cluster's subscription>)");
  });

  test('as a resource of the provider that is named comes before the extension', () => {
    const stack = new AzapiStack();
    const other = new AzurermProvider(stack, 'other', { features: [{}], alias: 'other' });
    daprOn(stack, aks, { registration: ProviderRegistration.asResource(other) });
    const { resource } = synth(stack);
    const [[address, registration]] = Object.entries<any>(resource[REGISTRATION]);
    expect(registration).toMatchObject({ name: 'Microsoft.KubernetesConfiguration', provider: 'azurerm.other' });
    expect(resource[AZAPI].Dapr.depends_on).toStrictEqual([`${REGISTRATION}.${address}`]);
  });

  test('by the provider works with AZAPI, too', () => {
    const stack = new AzapiStack();
    daprOn(stack, arc, { registration: ProviderRegistration.onProvider(stack.azurerm) });
    expect(synth(stack).provider.azurerm[0].resource_providers_to_register)
      .toStrictEqual(['Microsoft.KubernetesConfiguration', 'Microsoft.Kubernetes', 'Microsoft.ExtendedLocation']);
    expect(only(stack, AZAPI)).not.toHaveProperty('depends_on');
  });

  test('that is assumed emits nothing', () => {
    const stack = new AzapiStack();
    daprOn(stack, arc, { registration: ProviderRegistration.assumed() });
    expect(Object.keys(synth(stack).resource)).toStrictEqual([AZAPI]);
  });

  test('by an azapi provider is an error', () => {
    const stack = new AzapiStack();
    const error = thrown(() => daprOn(stack, aks, { registration: ProviderRegistration.onProvider(stack.azapi) }));
    expect(codes(error)).toStrictEqual(['ProviderOfOtherType']);
  });
});

describe('what only AZAPI can', () => {
  test.each<[string, DaprExtensionProps]>([
    ['AutoUpgradeOffNeedsVersion', { cluster: aks, autoUpgradeMinorVersion: false }],
    ['TrainWithVersion', { cluster: aks, version: '1.17.13', releaseTrain: ReleaseTrain.DEV }],
    ['IdentityNeedsAzapi', { cluster: aks, systemAssignedIdentity: true }],
    ['IdentityRequiredOnArc', { cluster: arc, systemAssignedIdentity: false }],
    ['ForceDeleteNeedsAzapi', { cluster: arc, forceDelete: true }],
  ])('%s says what to paste, and that works', (code, props) => {
    const error = errorOf(props);
    expect(codes(error)).toStrictEqual([code]);
    expect(error).toContain(`the engine AZAPI:
       import { AzapiProvider, DaprEngine } from 'cdktf-azure-dapr';
       new AzapiProvider(this, 'azapi');
       new DaprExtension(this, 'Dapr', { …, engine: DaprEngine.AZAPI });`);

    const stack = new TestStack();
    new AzapiProvider(stack, 'azapi');
    new DaprExtension(stack, 'Dapr', { ...props, engine: DaprEngine.AZAPI });
    expect(only(stack, AZAPI).name).toBe('dapr');
  });
});
