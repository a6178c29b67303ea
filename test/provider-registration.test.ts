import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { Fn, TerraformProvider, TerraformVariable, Testing } from 'cdktf';
import { DaprCluster, DaprExtension, KubernetesConfigurationRegistration, ProviderRegistration } from '../lib';
import { AKS, AKS_ID, ARC, ARC_ID, codes, only, REGISTRATION, synth, synthApp, TestStack, thrown, warningIds } from './helpers/synth';

const NAMESPACE = 'Microsoft.KubernetesConfiguration';
const ARC_NAMESPACES = [NAMESPACE, 'Microsoft.Kubernetes', 'Microsoft.ExtendedLocation'];

let stack: TestStack;
beforeEach(() => { stack = new TestStack(); });

const on = (id: string, registration?: ProviderRegistration, props = {}) =>
  new DaprExtension(stack, id, { cluster: DaprCluster.aks(`${AKS_ID}-${id}`), autoUpgradeMinorVersion: true, registration, ...props });
const onArc = (id: string, registration: ProviderRegistration, props = {}) =>
  on(id, registration, { cluster: DaprCluster.arc(`${ARC_ID}-${id}`), ...props });
const providerBlock = () => synth(stack).provider.azurerm[0];

class Kubernetes extends TerraformProvider {
  public constructor() {
    super(stack, 'k8s', { terraformResourceType: 'kubernetes' });
  }
}

describe('assumed', () => {
  test.each([[undefined], [ProviderRegistration.assumed()]])('emits nothing', (registration) => {
    on('Dapr', registration);
    expect(synth(stack).resource).not.toHaveProperty(REGISTRATION);
    expect(providerBlock()).toStrictEqual({ features: [{}] });
    expect(only(stack, AKS)).not.toHaveProperty('depends_on');
  });
});

describe('onProvider', () => {
  test('adds the namespace to the provider', () => {
    on('Dapr', ProviderRegistration.onProvider(stack.azurerm));
    expect(providerBlock().resource_providers_to_register).toStrictEqual([NAMESPACE]);
    expect(only(stack, AKS)).not.toHaveProperty('depends_on');
  });

  test('adds what Arc needs', () => {
    onArc('Dapr', ProviderRegistration.onProvider(stack.azurerm));
    expect(providerBlock().resource_providers_to_register).toStrictEqual(ARC_NAMESPACES);
  });

  test('adds nothing twice, for many extensions and many synths', () => {
    for (const id of ['A', 'B', 'C']) {
      on(id, ProviderRegistration.onProvider(stack.azurerm));
      onArc(`Arc${id}`, ProviderRegistration.onProvider(stack.azurerm));
    }
    synth(stack);
    expect(providerBlock().resource_providers_to_register).toStrictEqual(ARC_NAMESPACES);
  });

  test('keeps what is there, set before or after, and does not repeat it', () => {
    stack.azurerm.resourceProvidersToRegister = ['Microsoft.Dashboard'];
    on('Dapr', ProviderRegistration.onProvider(stack.azurerm));
    expect(providerBlock().resource_providers_to_register).toStrictEqual(['Microsoft.Dashboard', NAMESPACE]);
    stack.azurerm.resourceProvidersToRegister = [NAMESPACE, 'Microsoft.Monitor'];
    expect(providerBlock().resource_providers_to_register).toStrictEqual([NAMESPACE, 'Microsoft.Monitor']);
  });

  test('keeps what an override says', () => {
    stack.azurerm.addOverride('resource_providers_to_register', [NAMESPACE, 'Microsoft.Dashboard']);
    onArc('Dapr', ProviderRegistration.onProvider(stack.azurerm));
    expect(providerBlock().resource_providers_to_register.sort()).toStrictEqual([...ARC_NAMESPACES, 'Microsoft.Dashboard'].sort());
  });

  test('keeps a list that only Terraform knows', () => {
    const list = new TerraformVariable(stack, 'namespaces', { type: 'list(string)' });
    stack.azurerm.resourceProvidersToRegister = list.listValue;
    on('Dapr', ProviderRegistration.onProvider(stack.azurerm));
    const expected = `\${distinct(concat(var.namespaces, ["${NAMESPACE}"]))}`;
    expect(providerBlock().resource_providers_to_register).toBe(expected);
    expect(providerBlock().resource_providers_to_register).toBe(expected);
  });

  test('keeps a list that a function of Terraform makes', () => {
    const list = new TerraformVariable(stack, 'namespaces', { type: 'list(string)' });
    stack.azurerm.resourceProvidersToRegister = Fn.concat([list.listValue, ['Microsoft.Dashboard']]);
    on('Dapr', ProviderRegistration.onProvider(stack.azurerm));
    expect(providerBlock().resource_providers_to_register)
      .toBe(`\${distinct(concat(concat(var.namespaces, ["Microsoft.Dashboard"]), ["${NAMESPACE}"]))}`);
  });

  test('changes the provider that is named, and no other', () => {
    const other = new AzurermProvider(stack, 'other', { features: [{}], alias: 'other' });
    on('Dapr', ProviderRegistration.onProvider(other), { provider: other });
    const [first, second] = synth(stack).provider.azurerm;
    expect(first).not.toHaveProperty('resource_providers_to_register');
    expect(second.resource_providers_to_register).toStrictEqual([NAMESPACE]);
  });

  test('works in a whole app', () => {
    const { stacks } = synthApp((app) => {
      stack = new TestStack('Dapr', app);
      on('Dapr', ProviderRegistration.onProvider(stack.azurerm));
    });
    expect(stacks.Dapr.provider.azurerm[0].resource_providers_to_register).toStrictEqual([NAMESPACE]);
  });

  test('refuses a provider that is not azurerm', () => {
    const error = thrown(() => on('Dapr', ProviderRegistration.onProvider(new Kubernetes())));
    expect(codes(error)).toStrictEqual(['ProviderOfOtherType']);
    expect(error).toContain("ProviderRegistration.onProvider(<provider 'kubernetes'>)");
  });
});

describe('asResource', () => {
  test('yields one resource for ten extensions, and each waits for it', () => {
    for (let index = 0; index < 10; index++) {
      on(`Dapr${index}`, ProviderRegistration.asResource());
    }
    const json = synth(stack);
    expect(json.resource[REGISTRATION]).toStrictEqual({
      KubernetesConfigurationRegistration: { name: NAMESPACE, lifecycle: { ignore_changes: ['feature'] } },
    });
    for (const block of Object.values<any>(json.resource[AKS])) {
      expect(block.depends_on).toStrictEqual([`${REGISTRATION}.KubernetesConfigurationRegistration`]);
    }
  });

  test('takes the stack\'s provider, named or not, for one', () => {
    on('One', ProviderRegistration.asResource());
    on('Two', ProviderRegistration.asResource(), { provider: stack.azurerm });
    on('Three', ProviderRegistration.asResource(stack.azurerm));
    expect(Object.keys(synth(stack).resource[REGISTRATION])).toStrictEqual(['KubernetesConfigurationRegistration']);
  });

  test('yields two resources for two aliases', () => {
    for (const alias of ['east', 'west']) {
      const provider = new AzurermProvider(stack, alias, { features: [{}], alias, subscriptionId: alias });
      on(`A${alias}`, ProviderRegistration.asResource(), { provider });
      on(`B${alias}`, ProviderRegistration.asResource(provider));
    }
    const { resource } = synth(stack);
    expect(Object.values<any>(resource[REGISTRATION]).map(({ provider }) => provider)).toStrictEqual(['azurerm.east', 'azurerm.west']);
    const west = Object.keys(resource[REGISTRATION])[1];
    expect(resource[AKS].Awest.depends_on).toStrictEqual([`${REGISTRATION}.${west}`]);
    expect(resource[AKS].Bwest.depends_on).toStrictEqual([`${REGISTRATION}.${west}`]);
  });

  test('joins what dependsOn names', () => {
    const first = on('First');
    on('Second', ProviderRegistration.asResource(), { dependsOn: [first] });
    expect(synth(stack).resource[AKS].Second.depends_on).toStrictEqual([`${AKS}.First`, `${REGISTRATION}.KubernetesConfigurationRegistration`]);
  });

  test('uses the registration that the user made, before or after, at its address', () => {
    on('Early', ProviderRegistration.asResource());
    new KubernetesConfigurationRegistration(stack, 'Mine');
    on('Late', ProviderRegistration.asResource());
    const { resource } = synth(stack);
    expect(Object.keys(resource[REGISTRATION])).toStrictEqual(['Mine']);
    expect(resource[AKS].Early.depends_on).toStrictEqual([`${REGISTRATION}.Mine`]);
    expect(resource[AKS].Late.depends_on).toStrictEqual([`${REGISTRATION}.Mine`]);
  });

  test('warns once, on the registration', () => {
    const daprs = ['A', 'B'].map((id) => on(id, ProviderRegistration.asResource()));
    synth(stack);
    expect(warningIds(stack.node.findChild('KubernetesConfigurationRegistration'))).toStrictEqual(['RegistrationIsPerSubscription']);
    expect(daprs.flatMap(warningIds)).toStrictEqual([]);
  });

  test('on Arc registers the one namespace', () => {
    onArc('Dapr', ProviderRegistration.asResource());
    expect(only(stack, REGISTRATION).name).toBe(NAMESPACE);
    expect(only(stack, ARC).depends_on).toHaveLength(1);
  });

  test('refuses a provider that is not azurerm', () => {
    const error = thrown(() => on('Dapr', ProviderRegistration.asResource(new Kubernetes())));
    expect(codes(error)).toStrictEqual(['ProviderOfOtherType']);
    expect(error).toContain("ProviderRegistration.asResource(<provider 'kubernetes'>)");
  });

  test('is an error with a provider that lists the namespace', () => {
    stack = new TestStack('Listed', Testing.app(), { resourceProvidersToRegister: [NAMESPACE] });
    expect(codes(thrown(() => on('Dapr', ProviderRegistration.asResource())))).toStrictEqual(['RegisteredTwice']);
  });

  test('is an error at synth with a provider that comes to list the namespace', () => {
    on('A', ProviderRegistration.asResource());
    on('B', ProviderRegistration.onProvider(stack.azurerm));
    const error = thrown(() => synth(stack));
    expect(error).toContain('[Stack/KubernetesConfigurationRegistration] KubernetesConfigurationRegistration '
      + '"Stack/KubernetesConfigurationRegistration" has a problem.');
    expect(codes(error)).toContain('RegisteredTwice');
  });
});
