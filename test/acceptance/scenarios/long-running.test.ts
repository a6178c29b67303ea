import { scenario } from './scenario';
import { withClusterType } from './stage';

const AUTOMATIC = { autoUpgradeMinorVersion: true };

// The end of an operation can be seen in three ways, and each may take a while.
for (const longRunning of ['asyncOperation', 'provisioningState', 'none'] as const) {
  scenario(`an installation whose end is told by ${longRunning}`, { switches: { longRunning, looks: 2 } }, async (stage) => {
    await stage.applies(AUTOMATIC, stage.creation);
    await stage.settled();

    await stage.applies({ ...AUTOMATIC, settings: { logAsJson: true } }, stage.each('update'));

    expect(stage.settings()).toEqual(withClusterType({ 'global.logAsJson': 'true' }));
    await stage.settled();
    await stage.destroyed();
  });
}
