import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { ResourceProviderRegistration } from '@cdktf/provider-azurerm/lib/resource-provider-registration';
import { TerraformProvider, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { DaprCluster, DaprExtension, DaprWarnings, KubernetesConfigurationRegistration, ProviderRegistration } from '../lib';
import { AKS, AKS_ID, codes, only, REGISTRATION, SUBSCRIPTION, synth, TestStack, thrown, warningIds } from './helpers/synth';

const ID = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.KubernetesConfiguration`;

let stack: TestStack;
beforeEach(() => { stack = new TestStack(); });

test('is the resource, with the features of others left alone', () => {
  new KubernetesConfigurationRegistration(stack, 'Registration');
  expect(synth(stack).resource[REGISTRATION]).toStrictEqual({
    Registration: { name: 'Microsoft.KubernetesConfiguration', lifecycle: { ignore_changes: ['feature'] } },
  });
});

test('uses the provider that it is given', () => {
  const provider = new AzurermProvider(stack, 'other', { features: [{}], alias: 'other' });
  new KubernetesConfigurationRegistration(stack, 'Registration', { provider });
  expect(only(stack, REGISTRATION).provider).toBe('azurerm.other');
});

test('can be named in dependsOn and has its resource as the escape hatch', () => {
  const registration = new KubernetesConfigurationRegistration(stack, 'Registration');
  expect(registration.resource).toBe(registration.node.defaultChild);
  (registration.resource as ResourceProviderRegistration).overrideLogicalId('renamed');
  new DaprExtension(stack, 'Dapr', { cluster: DaprCluster.aks(AKS_ID), dependsOn: [registration] });
  expect(only(stack, AKS).depends_on).toStrictEqual([`${REGISTRATION}.renamed`]);
});

test('refuses a provider that is not azurerm', () => {
  class Kubernetes extends TerraformProvider {}
  const provider = new Kubernetes(stack, 'k8s', { terraformResourceType: 'kubernetes' });
  const error = thrown(() => new KubernetesConfigurationRegistration(stack, 'Registration', { provider }));
  expect(codes(error)).toStrictEqual(['ProviderOfOtherType']);
  expect(error).toContain('KubernetesConfigurationRegistration "Stack/Registration" has a problem.');
  expect(stack.node.tryFindChild('Registration')).toBeUndefined();
});

test('two of them for one provider of a stack are an error', () => {
  new KubernetesConfigurationRegistration(stack, 'One');
  const error = thrown(() => new KubernetesConfigurationRegistration(new Construct(stack, 'Team'), 'Two', { provider: stack.azurerm }));
  expect(codes(error)).toStrictEqual(['RegisteredTwice']);
  expect(error).toContain('which "Stack/One" registers already');
});

test('one that was removed from the tree no longer counts', () => {
  new KubernetesConfigurationRegistration(stack, 'One');
  stack.node.tryRemoveChild('One');
  new KubernetesConfigurationRegistration(stack, 'Two');
  expect(Object.keys(synth(stack).resource[REGISTRATION])).toStrictEqual(['Two']);
});

test('takes the place of the one that extensions asked for, even with its id, so that nothing is unregistered', () => {
  new DaprExtension(stack, 'Dapr', { cluster: DaprCluster.aks(AKS_ID), registration: ProviderRegistration.asResource() });
  const before = synth(stack);
  new KubernetesConfigurationRegistration(stack, 'KubernetesConfigurationRegistration');
  expect(synth(stack)).toStrictEqual(before);
});

test('with a provider that lists the namespace is an error', () => {
  stack = new TestStack('Listed', Testing.app(), { resourceProvidersToRegister: ['Microsoft.KubernetesConfiguration'] });
  const error = thrown(() => new KubernetesConfigurationRegistration(stack, 'Registration'));
  expect(codes(error)).toStrictEqual(['RegisteredTwice']);
  expect(error).toContain('ProviderRegistration.onProvider(provider)');
});

test('with a list that only Terraform knows is left to Terraform', () => {
  stack.azurerm.resourceProvidersToRegister = ['${var.namespace}'];
  new KubernetesConfigurationRegistration(stack, 'Registration');
  expect(only(stack, REGISTRATION).name).toBe('Microsoft.KubernetesConfiguration');
});

describe('importing an existing registration', () => {
  test('of a stated subscription yields an import block, and no warning', () => {
    const registration = new KubernetesConfigurationRegistration(stack, 'Registration');
    registration.importExisting(SUBSCRIPTION);
    expect(synth(stack).import).toStrictEqual([{ to: `${REGISTRATION}.Registration`, id: ID }]);
    expect(warningIds(registration)).toStrictEqual([]);
  });

  test('of the provider\'s subscription', () => {
    stack = new TestStack('Subscribed', Testing.app(), { subscriptionId: SUBSCRIPTION });
    new KubernetesConfigurationRegistration(stack, 'Registration').importExisting();
    expect(synth(stack).import[0].id).toBe(ID);
  });

  test('of a named provider\'s subscription, without naming the provider in the block, which Terraform refuses', () => {
    const provider = new AzurermProvider(stack, 'other', { features: [{}], alias: 'other', subscriptionId: SUBSCRIPTION });
    new KubernetesConfigurationRegistration(stack, 'Registration', { provider }).importExisting();
    expect(synth(stack).import).toStrictEqual([{ to: `${REGISTRATION}.Registration`, id: ID }]);
  });

  test('of an unknown subscription is an error', () => {
    for (const subscriptionId of [undefined, '${var.subscription}']) {
      stack = new TestStack('Stack', Testing.app(), { subscriptionId });
      const error = thrown(() => new KubernetesConfigurationRegistration(stack, 'Registration').importExisting());
      expect(codes(error)).toStrictEqual(['SubscriptionUnknown']);
      expect(error).toContain("importExisting('<subscription ID>')");
    }
  });

  test('without any provider is an error', () => {
    stack.node.tryRemoveChild('azurerm');
    expect(codes(thrown(() => new KubernetesConfigurationRegistration(stack, 'Registration').importExisting()))).toStrictEqual(['SubscriptionUnknown']);
  });
});

test('its warning can be acknowledged on the stack, before or after', () => {
  const registration = new KubernetesConfigurationRegistration(stack, 'Registration');
  DaprWarnings.of(stack).acknowledge('RegistrationIsPerSubscription', 'this stack owns the subscription');
  synth(stack);
  expect(warningIds(registration)).toStrictEqual([]);
});
