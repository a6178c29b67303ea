import { scenario } from './scenario';
import { both, KINDS, type Props, type Stage, withClusterType } from './stage';
import { DaprEngine } from '../../../lib';

const { AZURERM, AZAPI } = DaprEngine;
const AUTOMATIC: Props = { autoUpgradeMinorVersion: true };

const installed = (stage: Stage) => both((kind) => stage.extension(kind).currentVersion);
const all = (version: string) => ({ Aks: version, Arc: version });

/** A newer version is published, and Azure rolls it out to all that upgrade automatically. */
function release(stage: Stage, version: string): void {
  stage.azure.versions.publish('stable', version);
  stage.azure.extensions.autoUpgrade();
}

scenario('the version is raised and rolled back', { engines: [AZAPI] }, async (stage) => {
  await stage.applies({ version: '1.14.4-msft.5' }, stage.creation);
  const identities = stage.identities();
  stage.received();

  await stage.applies({ version: '1.14.4-msft.10' }, stage.each('update'));
  expect(installed(stage)).toEqual(all('1.14.4-msft.10'));
  await stage.settled();
  await stage.applies({ version: '1.13.4-msft.1', settings: { hooks: { applyCrds: false } } }, stage.each('update'));

  expect(installed(stage)).toEqual(all('1.13.4-msft.1'));
  expect(stage.settings()).toEqual(withClusterType({ 'hooks.applyCrds': 'false' }));
  expect(stage.received()).toEqual(['PUT Aks', 'PUT Aks', 'PUT Arc', 'PUT Arc']);
  expect(stage.identities()).toEqual(identities);
  await stage.settled();
  await stage.destroyed();
});

scenario('the version is raised and rolled back', { engines: [AZURERM] }, async (stage) => {
  await stage.applies({ version: '1.14.4-msft.5' }, stage.creation);
  stage.received();

  await stage.applies({ version: '1.14.4-msft.10' }, stage.each('replace', { why: 'version' }));
  expect(installed(stage)).toEqual(all('1.14.4-msft.10'));
  await stage.settled();
  await stage.applies({ version: '1.13.4-msft.1', settings: { hooks: { applyCrds: false } } }, stage.each('replace', { why: 'version' }));

  expect(installed(stage)).toEqual(all('1.13.4-msft.1'));
  expect(stage.received()).toEqual(['DELETE Aks', 'DELETE Aks', 'DELETE Arc', 'DELETE Arc', 'PUT Aks', 'PUT Aks', 'PUT Arc', 'PUT Arc']);
  await stage.settled();
  await stage.destroyed();
});

scenario('Azure upgrades Dapr by itself', {}, async (stage) => {
  await stage.applies(AUTOMATIC, stage.creation);
  release(stage, '1.17.13-msft.1');
  expect(installed(stage)).toEqual(all('1.17.13-msft.1'));

  await stage.settled();
});

scenario('automatic upgrades are turned off by pinning, and on again', {}, async (stage) => {
  await stage.applies(AUTOMATIC, stage.creation);
  const change = stage.engine === AZURERM ? stage.each('replace', { why: 'version' }) : stage.each('update');

  await stage.applies({ version: '1.15.9-msft.1' }, change);
  expect(both((kind) => stage.extension(kind).chosen.autoUpgradeMinorVersion)).toEqual({ Aks: false, Arc: false });
  release(stage, '1.17.13-msft.1');
  await stage.settled();
  await stage.applies(AUTOMATIC, change);

  expect(installed(stage)).toEqual(all('1.17.13-msft.1'));
  await stage.settled();
});

// With automatic upgrades off Azure fills in the version. What it makes of the next PUT without one is not known.
for (const [putWithoutVersion, later] of [['keeps', '1.15.9-msft.1'], ['picksNewest', '1.17.13-msft.1']] as const) {
  const where = `where Azure ${putWithoutVersion}`;
  scenario(`automatic upgrades off without a version, ${where}`, { engines: [AZAPI], switches: { putWithoutVersion } }, async (stage) => {
    await stage.applies({ autoUpgradeMinorVersion: false }, stage.creation);
    expect(both((kind) => stage.extension(kind).chosen.version)).toEqual(all('1.15.9-msft.1'));
    await stage.settled();
    release(stage, '1.17.13-msft.1');
    await stage.settled();
    expect(installed(stage)).toEqual(all('1.15.9-msft.1'));

    await stage.applies({ autoUpgradeMinorVersion: false, settings: { logAsJson: true } }, stage.each('update'));

    expect(installed(stage)).toEqual(all(later));
    await stage.settled();
    await stage.applies({ version: '1.15.9-msft.1', settings: { logAsJson: true } }, stage.each('update'));
    expect(installed(stage)).toEqual(all('1.15.9-msft.1'));
    await stage.settled();
    await stage.destroyed();
  });
}

scenario('a version that there is not', { switches: { unlistedVersions: 'refused' } }, async (stage) => {
  stage.write({ version: '1.15.4' });
  await stage.plan();

  await expect(stage.terraform.applyPlan()).rejects.toThrow('Failed to resolve the extension version from the given values');

  expect(KINDS.map((kind) => stage.extension(kind).provisioningState)).toEqual(['Failed', 'Failed']);
});
