import { readFileSync } from 'fs';
import { join } from 'path';
import { AZAPI_SECRETS } from './needs';
import { scenario, type ScenarioOptions } from './scenario';
import { both, KINDS, type Props, type Stage } from './stage';
import { DaprEngine } from '../../../lib';

const { AZURERM, AZAPI } = DaprEngine;
const NEEDS: ScenarioOptions = { needs: { [AZAPI]: AZAPI_SECRETS } };

const secrets = (configurationProtectedSettings: Record<string, string>): Props => (
  { autoUpgradeMinorVersion: true, configurationSettings: { 'global.logAsJson': 'true' }, configurationProtectedSettings }
);
const FIRST = secrets({ 'global.password': 'first', 'global.token': 'stays' });
const SECOND = secrets({ 'global.password': 'second', 'global.token': 'stays' });

const kept = (stage: Stage) => KINDS.map((kind) => stage.extension(kind).chosen.configurationProtectedSettings);
const twice = <T>(value: T): T[] => [value, value];

const state = (stage: Stage) => readFileSync(join(stage.terraform.folder, 'terraform.tfstate'), 'utf8');

scenario('a protected setting is rotated', NEEDS, async (stage) => {
  await stage.applies(FIRST, stage.creation);
  expect(kept(stage)).toEqual(twice({ 'global.password': 'first', 'global.token': 'stays' }));
  // azapi writes a hash of it, azurerm the text itself.
  expect(state(stage).includes('"first"')).toBe(stage.engine === AZURERM);
  await stage.settled();

  await stage.applies(SECOND, stage.each('update'));

  expect(kept(stage)).toEqual(twice({ 'global.password': 'second', 'global.token': 'stays' }));
  expect(both((kind) => stage.extension(kind).chosen.configurationSettings['global.logAsJson'])).toEqual({ Aks: 'true', Arc: 'true' });
  await stage.settled();
  await stage.destroyed();
});

scenario('protected settings are removed, one, then all', NEEDS, async (stage) => {
  await stage.applies(FIRST, stage.creation);

  await stage.applies(secrets({ 'global.password': 'first' }), stage.each('update'));
  expect(kept(stage)).toEqual(twice({ 'global.password': 'first' }));
  await stage.settled();
  await stage.applies(secrets({}), stage.each('update'));

  expect(kept(stage)).toEqual(twice({}));
  await stage.settled();
});

scenario('a setting changes beside protected ones', NEEDS, async (stage) => {
  await stage.applies(FIRST, stage.creation);

  await stage.applies({ ...FIRST, configurationSettings: { 'global.logAsJson': 'false' } }, stage.each('update'));

  expect(kept(stage)).toEqual(twice({ 'global.password': 'first', 'global.token': 'stays' }));
  await stage.settled();
});

const FAILED = 'Helm upgrade failed: timed out waiting for the condition';

/** A rotation that Azure takes and Helm cannot do. */
async function failedRotation(stage: Stage): Promise<void> {
  await stage.applies(FIRST, stage.creation);
  stage.azure.faults.failOperation({ method: stage.engine === AZURERM ? 'PATCH' : 'PUT', times: 2 }, FAILED);
  stage.write(SECOND);
  expect(await stage.plan()).toEqual(stage.each('update'));
  await expect(stage.terraform.applyPlan()).rejects.toThrow(FAILED);
}

for (const failedUpdate of ['new', 'old'] as const) {
  const where = `where Azure keeps the ${failedUpdate} settings`;

  scenario(`a rotation fails, ${where}`, { ...NEEDS, engines: [AZAPI], switches: { failedUpdate } }, async (stage) => {
    await failedRotation(stage);

    await stage.plans(stage.each('update'));

    expect(kept(stage)).toEqual(twice({ 'global.password': 'second', 'global.token': 'stays' }));
    await stage.settled();
  });

  /** azurerm writes the new value to the state although the update failed: the next plan has nothing to do. */
  scenario(`a rotation fails and is forgotten, ${where}`, { ...NEEDS, engines: [AZURERM], switches: { failedUpdate } }, async (stage) => {
    await failedRotation(stage);

    await stage.settled();
    expect(kept(stage)[0]['global.password']).toBe(failedUpdate === 'new' ? 'second' : 'first');

    // Another change sends all of them again only where it is one of theirs.
    await stage.applies(secrets({ 'global.password': 'third', 'global.token': 'stays' }), stage.each('update'));
    expect(kept(stage)).toEqual(twice({ 'global.password': 'third', 'global.token': 'stays' }));
    await stage.settled();
  });
}
