import { scenario } from './scenario';
import { KINDS, type Props, type Stage, withClusterType } from './stage';
import { DaprEngine } from '../../../lib';

const { AZURERM, AZAPI } = DaprEngine;
const AUTOMATIC: Props = { autoUpgradeMinorVersion: true };
const CHANGED: Props = { ...AUTOMATIC, settings: { logAsJson: true } };
const FAILED = 'Helm installation failed: timed out waiting for the condition';

const states = (stage: Stage) => KINDS.map((kind) => stage.extension(kind).provisioningState);
const twice = (state: string) => [state, state];

for (const failedUpdate of ['old', 'new'] as const) {
  scenario(`an update fails, where Azure keeps the ${failedUpdate} settings`, { switches: { failedUpdate } }, async (stage) => {
    await stage.applies(AUTOMATIC, stage.creation);
    stage.azure.faults.failOperation({ method: stage.engine === AZURERM ? 'PATCH' : 'PUT', times: 2 }, FAILED);
    stage.write(CHANGED);
    await stage.plan();
    await expect(stage.terraform.applyPlan()).rejects.toThrow(FAILED);
    expect(states(stage)).toEqual(twice('Failed'));

    if (stage.engine === AZAPI || failedUpdate === 'old') {
      await stage.plans(stage.each('update'));
      expect(states(stage)).toEqual(twice('Succeeded'));
    }
    // With azurerm there is nothing to plan where Azure answers what was asked for, though Dapr does not run with it.
    expect(stage.settings()).toEqual(withClusterType({ 'global.logAsJson': 'true' }));
    await stage.settled();
    await stage.destroyed();
  });
}
