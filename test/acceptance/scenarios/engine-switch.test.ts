import { AZAPI as AZAPI_NEEDS, AZAPI_SECRETS } from './needs';
import { scenario, type ScenarioOptions } from './scenario';
import { both, KINDS, type Props, withClusterType } from './stage';
import { DaprEngine } from '../../../lib';

const { AZURERM, AZAPI } = DaprEngine;
/** The stage begins with AZURERM, and what it needs is needed by what follows. */
const FROM_AZURERM: ScenarioOptions = { engines: [AZURERM], needs: { [AZURERM]: AZAPI_NEEDS } };
const PROPS: Props = { version: '1.14.4-msft.5', settings: { logAsJson: true } };

const MOVED = [...KINDS.map((kind) => `move and update ${kind}`), ...KINDS.map((kind) => `delete claims of ${kind}`)];

for (const azurerm of [true, false]) {
  scenario(`from AZURERM to AZAPI, in a stack ${azurerm ? 'that keeps its' : 'without an'} azurerm provider`, FROM_AZURERM, async (stage) => {
    await stage.applies(PROPS, stage.creation);
    const identities = stage.identities();
    stage.received();

    await stage.applies(PROPS, MOVED, { engine: AZAPI, azurerm });

    expect(stage.received()).toEqual(['PUT Aks', 'PUT Arc']);
    expect(stage.identities()).toEqual(identities);
    expect(stage.settings()).toEqual(withClusterType({ 'global.logAsJson': 'true' }));
    await stage.settled();
    // What AZURERM could not: in place.
    await stage.applies({ ...PROPS, version: '1.14.4-msft.10' }, KINDS.map((kind) => `update ${kind}`), { engine: AZAPI, azurerm });
    expect(stage.identities()).toEqual(identities);
    await stage.destroyed();
  });
}

scenario('from AZURERM to AZAPI with protected settings', { engines: [AZURERM], needs: { [AZURERM]: AZAPI_SECRETS } }, async (stage) => {
  const props: Props = { ...PROPS, configurationProtectedSettings: { 'global.password': 'secret' } };
  await stage.applies(props, stage.creation);

  await stage.applies(props, MOVED, { engine: AZAPI });

  expect(both((kind) => stage.extension(kind).chosen.configurationProtectedSettings['global.password'])).toEqual({ Aks: 'secret', Arc: 'secret' });
  await stage.settled();
});

/** azapi reads what it takes over with the newest API version that it has embedded, whatever the code says. */
scenario('from AZURERM to AZAPI, where Azure has not the newest API version', {
  ...FROM_AZURERM,
  switches: { extensionApiVersions: ['2022-11-01', '2023-05-01', '2024-11-01'] },
}, async (stage) => {
  await stage.applies(PROPS, stage.creation);
  const identities = stage.identities();

  stage.write(PROPS, { engine: AZAPI });

  await expect(stage.plan()).rejects.toThrow('No registered resource provider found for API version');
  expect(stage.identities()).toEqual(identities);
});
