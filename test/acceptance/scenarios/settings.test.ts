import { scenario } from './scenario';
import { type Props, withClusterType } from './stage';
import { DaprEngine } from '../../../lib';

const { AZURERM, AZAPI } = DaprEngine;
const TWO: Props = { autoUpgradeMinorVersion: true, configurationSettings: { 'global.logAsJson': 'true', 'dapr_operator.replicaCount': '2' } };
const OTHER: Props = { autoUpgradeMinorVersion: true, configurationSettings: { 'global.logAsJson': 'false', 'dapr_operator.replicaCount': '2' } };
const ONE: Props = { autoUpgradeMinorVersion: true, configurationSettings: { 'dapr_operator.replicaCount': '2' } };

scenario('a setting is changed', {}, async (stage) => {
  await stage.applies(TWO, stage.creation);
  const installed = stage.identities();

  await stage.applies(OTHER, stage.each('update'));

  expect(stage.settings()).toEqual(withClusterType({ 'global.logAsJson': 'false', 'dapr_operator.replicaCount': '2' }));
  expect(stage.identities()).toEqual(installed);
  await stage.settled();
  await stage.destroyed();
});

scenario('a setting is added, where there were none', {}, async (stage) => {
  await stage.applies({ autoUpgradeMinorVersion: true }, stage.creation);

  await stage.applies(TWO, stage.each('update'));

  expect(stage.settings()).toEqual(withClusterType({ 'global.logAsJson': 'true', 'dapr_operator.replicaCount': '2' }));
  await stage.settled();
});

scenario('a setting is removed', { engines: [AZAPI] }, async (stage) => {
  await stage.applies(TWO, stage.creation);

  await stage.applies(ONE, stage.each('update'));

  expect(stage.settings()).toEqual(withClusterType({ 'dapr_operator.replicaCount': '2' }));
  await stage.settled();
  await stage.applies({ autoUpgradeMinorVersion: true }, stage.each('update'));
  expect(stage.settings()).toEqual(withClusterType({}));
  await stage.settled();
  await stage.destroyed();
});

scenario('a setting is removed, where PATCH replaces the map', { engines: [AZURERM], switches: { patch: 'replace' } }, async (stage) => {
  await stage.applies(TWO, stage.creation);

  await stage.applies(ONE, stage.each('update'));

  expect(stage.settings()).toEqual(withClusterType({ 'dapr_operator.replicaCount': '2' }));
  await stage.settled();
  await stage.destroyed();
});

/** As the README says: state the default instead of removing the setting. */
scenario('a setting is removed, where PATCH adds to the map', { engines: [AZURERM], switches: { patch: 'merge' } }, async (stage) => {
  await stage.applies(TWO, stage.creation);

  await stage.applies(ONE, stage.each('update'));
  expect(stage.settings()).toEqual(withClusterType({ 'global.logAsJson': 'true', 'dapr_operator.replicaCount': '2' }));
  expect(await stage.plan()).toEqual(stage.each('update'));

  await stage.applies(OTHER, stage.each('update'));
  expect(stage.settings()).toEqual(withClusterType({ 'global.logAsJson': 'false', 'dapr_operator.replicaCount': '2' }));
  await stage.settled();
  await stage.destroyed();
});

const ADDED = { addedSettings: { 'global.added': 'by Azure' } };

scenario('Azure adds a setting of its own', { engines: [AZAPI], switches: ADDED }, async (stage) => {
  await stage.applies(TWO, stage.creation);

  await stage.settled();
});

/** azurerm takes all settings for its own: the difference stays until it is told to look away. */
scenario('Azure adds a setting of its own', { engines: [AZURERM], switches: ADDED }, async (stage) => {
  await stage.applies(TWO, stage.creation);
  expect(await stage.plan()).toEqual(stage.each('update'));

  stage.write({ ...TWO, ignoreChanges: ['configurationSettings'] });
  await stage.settled();
  await stage.destroyed();
});

scenario('somebody else changes a setting', {}, async (stage) => {
  await stage.applies(TWO, stage.creation);
  for (const kind of ['Aks', 'Arc'] as const) {
    const extension = stage.extension(kind);
    extension.chosen = { ...extension.chosen, configurationSettings: { ...extension.chosen.configurationSettings, 'global.logAsJson': 'false' } };
  }

  await stage.plans(stage.each('update'));

  expect(stage.settings()).toEqual(withClusterType({ 'global.logAsJson': 'true', 'dapr_operator.replicaCount': '2' }));
  await stage.settled();
});
