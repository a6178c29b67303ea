import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { scenario } from './scenario';
import type { Stage, Stated } from './stage';
import { DaprCluster, DaprEngine, DaprExtension, KubernetesConfigurationRegistration, ProviderRegistration } from '../../../lib';
import type { RegistrationState } from '../simulator/registrations';
import { AKS, SUBSCRIPTION } from '../simulator/testing';

const { AZURERM, AZAPI } = DaprEngine;
const NAMESPACE = 'Microsoft.KubernetesConfiguration';

const registered = (stage: Stage) => stage.azure.registrations.get(SUBSCRIPTION, NAMESPACE);
const set = (stage: Stage, state: RegistrationState) => stage.azure.registrations.set(SUBSCRIPTION, NAMESPACE, state);

scenario('registration assumed, where there is none', { engines: [AZURERM] }, async (stage) => {
  set(stage, 'NotRegistered');
  stage.write({ autoUpgradeMinorVersion: true });
  await stage.plan();

  await expect(stage.terraform.applyPlan()).rejects.toThrow('not registered');

  expect(stage.azure.extensions.all).toEqual([]);
  expect(registered(stage)).toBe('NotRegistered');
});

/** azapi registers what it needs, and never unregisters. */
scenario('registration assumed, where there is none', { engines: [AZAPI], switches: { registrationLooks: 1 } }, async (stage) => {
  set(stage, 'NotRegistered');

  await stage.applies({ autoUpgradeMinorVersion: true }, stage.creation);

  expect(registered(stage)).toBe('Registered');
  await stage.settled();
  await stage.destroyed();
  expect(registered(stage)).toBe('Registered');
});

/** With AZAPI nothing in the stack is of azurerm: Terraform then leaves its provider alone, and azapi registers what it needs by itself. */
const neededBy = (stage: Stage) => stage.engine === AZURERM ? [NAMESPACE, 'Microsoft.Kubernetes', 'Microsoft.ExtendedLocation'] : [NAMESPACE];

for (const state of ['Registered', 'NotRegistered'] as const) {
  scenario(`registration by the azurerm provider, where it is ${state}`, {}, async (stage) => {
    const needed = neededBy(stage);
    needed.forEach((namespace) => stage.azure.registrations.set(SUBSCRIPTION, namespace, state));

    const onProvider: Stated = (_kind, { azurerm }) => ({ autoUpgradeMinorVersion: true, registration: ProviderRegistration.onProvider(azurerm!) });
    await stage.applies(onProvider, stage.creation, { azurerm: true });

    expect(needed.map((namespace) => stage.azure.registrations.get(SUBSCRIPTION, namespace))).toEqual(needed.map(() => 'Registered'));
    await stage.settled();
    await stage.destroyed();
    expect(registered(stage)).toBe('Registered');
  });
}

const asResource = (stage: Stage) => stage.write(
  (_kind, { azurerm }) => ({ autoUpgradeMinorVersion: true, registration: ProviderRegistration.asResource(azurerm) }), { azurerm: true },
);

scenario('registration as a resource, where there is none', {}, async (stage) => {
  set(stage, 'NotRegistered');
  stage.azure.features.set(SUBSCRIPTION, NAMESPACE, 'ExtensionTypes', 'Registered');
  asResource(stage);

  expect(await stage.plan()).toEqual([...stage.creation, 'create KubernetesConfigurationRegistration'].sort());
  await stage.terraform.applyPlan();

  expect(registered(stage)).toBe('Registered');
  await stage.settled();
  // Destroying it unregisters for the whole subscription, as the warning says, and with it a feature that somebody else registered.
  stage.received();
  await stage.terraform.destroy();
  expect(stage.received()).toEqual(['DELETE Aks', 'DELETE Arc', expect.stringContaining('POST Microsoft.Features'), `POST ${NAMESPACE}/unregister`]);
  expect(registered(stage)).toBe('Unregistered');
  expect(stage.azure.extensions.all).toEqual([]);
});

scenario('registration as a resource, where it is there already', { engines: [AZURERM] }, async (stage) => {
  asResource(stage);
  await stage.plan();

  await expect(stage.terraform.applyPlan()).rejects.toThrow(/already exists|needs to be imported/);

  expect(stage.azure.extensions.all).toEqual([]);
});

/** A stack that owns the subscription, with the registration that is there. */
function importing(stage: Stage): void {
  stage.writeStack((stack) => {
    new AzurermProvider(stack, 'azurerm', { features: [{}] });
    new KubernetesConfigurationRegistration(stack, 'Registration').importExisting(SUBSCRIPTION);
    new DaprExtension(stack, 'Aks', {
      cluster: DaprCluster.aks(AKS),
      autoUpgradeMinorVersion: true,
      registration: ProviderRegistration.asResource(),
    });
  });
}

scenario('an existing registration is imported', { engines: [AZURERM] }, async (stage) => {
  stage.azure.features.set(SUBSCRIPTION, NAMESPACE, 'ExtensionTypes', 'Registered');
  importing(stage);

  await stage.plans(['create Aks', 'create claims of Aks', 'import Registration']);

  expect(stage.received()).toEqual(['PUT Aks']);
  await stage.settled();
  expect(stage.azure.features.get(SUBSCRIPTION, NAMESPACE, 'ExtensionTypes')).toBe('Registered');
});

scenario('a registration that is not there is imported', { engines: [AZURERM] }, async (stage) => {
  set(stage, 'NotRegistered');
  importing(stage);

  await expect(stage.plan()).rejects.toThrow();

  expect(stage.azure.recorder.changes).toEqual([]);
});

