import { scenario } from './scenario';
import type { Props, Stage } from './stage';
import { DaprEngine } from '../../../lib';

const { AZURERM } = DaprEngine;
const AUTOMATIC: Props = { autoUpgradeMinorVersion: true };

/** A claim changes: AZURERM sees it in `terraform_data`, AZAPI in its own trigger. */
function replaced(stage: Stage): string[] {
  return stage.engine === AZURERM ? stage.each('replace', { claims: 'update' }) : stage.each('replace', { why: 'replace_triggers_external_values' });
}

const IMMUTABLE: [string, Props, Props][] = [
  ['the size of the volume of placement', {}, { settings: { daprPlacement: { volumeclaims: { storageSize: '2Gi' } } } }],
  ['high availability', { settings: { ha: { enabled: true } } }, { settings: { ha: { enabled: false } } }],
  ['the storage class of the scheduler, stated raw', {}, { configurationSettings: { 'dapr_scheduler.cluster.storageClassName': 'managed-csi' } }],
];

for (const [what, before, after] of IMMUTABLE) {
  scenario(`${what} is changed`, {}, async (stage) => {
    await stage.applies({ ...AUTOMATIC, ...before }, stage.creation);
    await stage.settled();
    const installed = stage.identities();
    stage.received();

    await stage.applies({ ...AUTOMATIC, ...after }, replaced(stage));

    expect(stage.received()).toEqual(['DELETE Aks', 'DELETE Arc', 'PUT Aks', 'PUT Arc']);
    expect(stage.identities().Aks).not.toBe(installed.Aks);
    expect(stage.identities().Arc).not.toBe(installed.Arc);
    expect(stage.extension('Aks').provisioningState).toBe('Succeeded');
    await stage.settled();
    await stage.destroyed();
  });
}

scenario('the release namespace is changed', {}, async (stage) => {
  await stage.applies(AUTOMATIC, stage.creation);
  const why = stage.engine === AZURERM ? 'release_namespace' : 'body';

  await stage.applies({ ...AUTOMATIC, releaseNamespace: 'elsewhere' }, stage.each('replace', { why }));

  expect(stage.extension('Arc').chosen.releaseNamespace).toBe('elsewhere');
  await stage.settled();
});

scenario('a replacement is refused with preventDestroy', {}, async (stage) => {
  await stage.applies({ ...AUTOMATIC, preventDestroy: true }, stage.creation);

  stage.write({ ...AUTOMATIC, settings: { ha: { enabled: false } }, preventDestroy: true });

  await expect(stage.plan()).rejects.toThrow(/instance cannot be destroyed/i);
});
