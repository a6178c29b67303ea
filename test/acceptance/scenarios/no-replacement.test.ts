import { TerraformElement } from 'cdktf';
import type { Construct } from 'constructs';
import { scenario } from './scenario';
import { type More, type Props, withClusterType } from './stage';
import { DaprEngine } from '../../../lib';

const { AZURERM, AZAPI } = DaprEngine;
const AUTOMATIC: Props = { autoUpgradeMinorVersion: true };

scenario('a default of what cannot change is stated, and its neighbours change', {}, async (stage) => {
  await stage.applies(AUTOMATIC, stage.creation);
  const installed = stage.identities();

  const neighbours = { 'dapr_placement.replicaCount': '5', 'dapr_placement.volumeclaims.storageSize': '1024Mi', 'global.ha.enabled': 'true' };
  await stage.applies({ ...AUTOMATIC, configurationSettings: neighbours }, stage.each('update'));

  expect(stage.identities()).toEqual(installed);
  await stage.settled();
});

scenario('high availability is changed while the log is in memory', {}, async (stage) => {
  const daprPlacement = { cluster: { forceInMemoryLog: true } };
  const inMemory = (enabled: boolean): Props => ({ ...AUTOMATIC, settings: { ha: { enabled }, daprPlacement } });
  await stage.applies(inMemory(true), stage.creation);
  const installed = stage.identities();

  await stage.applies(inMemory(false), stage.each('update'));

  expect(stage.identities()).toEqual(installed);
  await stage.settled();
});

/** Before 1.16.16 the volume of the scheduler has 1Gi, since then it has what the live one has. */
scenario('a version with other defaults', { engines: [AZAPI] }, async (stage) => {
  await stage.applies({ version: '1.15.9-msft.1' }, stage.creation);
  const installed = stage.identities();

  await stage.applies({ version: '1.17.13' }, stage.each('update'));
  await stage.settled();
  await stage.applies({ version: '1.13.4-msft.1' }, stage.each('update'));

  expect(stage.identities()).toEqual(installed);
  await stage.settled();
});

/** With AZURERM the version itself replaces; the claims have no part in it. */
scenario('a version with other defaults', { engines: [AZURERM] }, async (stage) => {
  await stage.applies({ version: '1.15.9-msft.1' }, stage.creation);

  await stage.applies({ version: '1.17.13' }, stage.each('replace', { why: 'version' }));

  await stage.settled();
});

/** They are the business of somebody else, and so is what they would replace. */
scenario('settings that are ignored replace nothing', {}, async (stage) => {
  const ignored = (enabled: boolean): Props => ({ ...AUTOMATIC, ignoreChanges: ['settings'], settings: { ha: { enabled } } });
  await stage.applies(ignored(true), stage.creation);
  const claims = stage.engine === AZURERM ? stage.each('update claims of') : [];

  await stage.applies(ignored(false), claims);

  expect(stage.settings()).toEqual(withClusterType({ 'global.ha.enabled': 'true' }));
  await stage.settled();
});

/** The namespace is compared where it is known, and it is while a setting is not. */
scenario('a setting is known only after the plan', {}, async (stage) => {
  const known = (input: string): More => ({ and: (stack) => void new TerraformData(stack, 'Known', input) });
  const props: Props = { ...AUTOMATIC, configurationSettings: { 'global.logAsJson': '${terraform_data.Known.output}' } };
  await stage.applies(props, ['create terraform_data.Known', ...stage.creation], known('true'));
  const installed = stage.identities();

  await stage.applies(props, ['update terraform_data.Known', ...stage.each('update')], known('false'));

  expect(stage.identities()).toEqual(installed);
  expect(stage.settings()).toEqual(withClusterType({ 'global.logAsJson': 'false' }));
  await stage.settled();
});

class TerraformData extends TerraformElement {
  public constructor(scope: Construct, id: string, private readonly input: string) {
    super(scope, id);
  }

  public override toTerraform(): any {
    return { resource: { terraform_data: { [this.node.id]: { input: this.input } } } };
  }
}
