import { scenario } from './scenario';
import { KINDS, type Props, type Stage } from './stage';
import { DaprEngine } from '../../../lib';

const { AZURERM, AZAPI } = DaprEngine;
const AUTOMATIC: Props = { autoUpgradeMinorVersion: true };
const CHANGED: Props = { ...AUTOMATIC, settings: { logAsJson: true } };
const FAILED = 'Helm installation failed: timed out waiting for the condition';

const states = (stage: Stage) => KINDS.map((kind) => stage.extension(kind).provisioningState);
const twice = (state: string) => [state, state];

async function failedCreation(stage: Stage): Promise<void> {
  stage.azure.faults.failOperation({ method: 'PUT', times: 2 }, FAILED);
  stage.write(AUTOMATIC);
  expect(await stage.plan()).toEqual(stage.creation);
  await expect(stage.terraform.applyPlan()).rejects.toThrow(FAILED);
  expect(states(stage)).toEqual(twice('Failed'));
}

/** What was half made is in the state as tainted. */
scenario('an installation fails half-way, and is applied again', { engines: [AZAPI] }, async (stage) => {
  await failedCreation(stage);
  stage.received();

  await stage.plans(stage.each('replace'));

  expect(stage.received()).toEqual(['DELETE Aks', 'DELETE Arc', 'PUT Aks', 'PUT Arc']);
  expect(states(stage)).toEqual(twice('Succeeded'));
  await stage.settled();
  await stage.destroyed();
});

/** azurerm forgets what was half made. As the README says: delete it by other means and apply again. */
scenario('an installation fails half-way, is deleted and applied again', { engines: [AZURERM] }, async (stage) => {
  await failedCreation(stage);
  expect(await stage.plan()).toEqual(stage.each('create'));
  await expect(stage.terraform.applyPlan()).rejects.toThrow('already exists');

  stage.azure.extensions.clear();
  await stage.plans(stage.each('create'));

  expect(states(stage)).toEqual(twice('Succeeded'));
  await stage.settled();
  await stage.destroyed();
});

/** It can be imported as well. Dapr stays as it was left, which no plan can see, until something is changed. */
scenario('an installation fails half-way and is imported', { engines: [AZURERM] }, async (stage) => {
  await failedCreation(stage);

  await stage.applies(AUTOMATIC, stage.each('import'), { then: (extension) => extension.importExisting() });
  await stage.settled();
  expect(states(stage)).toEqual(twice('Failed'));

  await stage.applies(CHANGED, stage.each('update'));
  expect(states(stage)).toEqual(twice('Succeeded'));
  await stage.settled();
  await stage.destroyed();
});

scenario('Azure throttles, and fails once', {}, async (stage) => {
  stage.azure.faults.throttle({ method: 'PUT', path: 'managedClusters' });
  stage.azure.faults.throttle({ method: 'GET', path: 'connectedClusters' });

  await stage.applies(AUTOMATIC, stage.creation);

  expect(stage.azure.faults.pending).toEqual([]);
  await stage.settled();
});

scenario('a deletion fails, and is applied again', {}, async (stage) => {
  await stage.applies(AUTOMATIC, stage.creation);
  const refusal = { status: 400, code: 'ExtensionDeletionFailed', message: 'The agent cannot be reached.' };
  stage.azure.faults.add({ method: 'DELETE', times: 2, answer: refusal });

  await expect(stage.terraform.destroy()).rejects.toThrow('The agent cannot be reached');

  expect(states(stage)).toEqual(twice('Succeeded'));
  await stage.destroyed();
});
