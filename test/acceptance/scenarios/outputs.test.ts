import { TerraformOutput } from 'cdktf';
import { scenario } from './scenario';
import { both, EXTENSIONS, type Kind, type Props } from './stage';
import { type DaprExtension, DaprEngine, ReleaseTrain } from '../../../lib';

const AUTOMATIC: Props = { autoUpgradeMinorVersion: true };

function output(extension: DaprExtension, kind: Kind): void {
  for (const name of ['extensionId', 'name', 'releaseNamespace', 'currentVersion', 'principalId'] as const) {
    new TerraformOutput(extension, `${kind}-${name}`, { value: extension[name] }).overrideLogicalId(`${kind}_${name}`);
  }
}

for (const aksAssignedIdentity of ['present', 'absent'] as const) {
  scenario(`outputs, the identity on AKS ${aksAssignedIdentity}`, { switches: { aksAssignedIdentity } }, async (stage) => {
    await stage.applies(AUTOMATIC, stage.creation, { then: output });

    const outputs = await stage.terraform.outputs();
    const of = (name: string) => both((kind) => outputs[`${kind}_${name}`] ?? null);
    expect(of('extensionId')).toEqual(EXTENSIONS);
    expect(of('name')).toEqual({ Aks: 'dapr', Arc: 'dapr' });
    expect(of('releaseNamespace')).toEqual({ Aks: 'dapr-system', Arc: 'dapr-system' });
    expect(of('currentVersion')).toEqual({ Aks: '1.15.9-msft.1', Arc: '1.15.9-msft.1' });
    const { Aks, Arc } = stage.identities();
    expect(of('principalId')).toEqual({ Aks: aksAssignedIdentity === 'present' ? Aks : null, Arc });
    await stage.settled();
    await stage.destroyed();
  });
}

for (const casing of ['service', 'lower'] as const) {
  scenario(`Azure answers in ${casing} case`, { engines: [DaprEngine.AZAPI], switches: { casing } }, async (stage) => {
    await stage.applies({ releaseTrain: ReleaseTrain.DEV, autoUpgradeMinorVersion: true }, stage.creation);
    await stage.settled();
  });
}

/** azurerm knows no case: the default train is therefore never sent, and another one can be ignored. */
scenario('Azure answers the train in its own case', { engines: [DaprEngine.AZURERM], switches: { casing: 'service' } }, async (stage) => {
  const ignoreCase: Props = { ...AUTOMATIC, ignoreChanges: ['releaseTrain'] };
  stage.azure.switches.casing = 'asSent';
  await stage.applies({ ...AUTOMATIC, releaseTrain: ReleaseTrain.DEV }, stage.creation);
  await stage.settled();

  stage.azure.switches.casing = 'service';
  expect(await stage.plan()).toEqual(stage.each('replace', { why: 'extension_type, release_train' }));
  stage.write({ ...ignoreCase, releaseTrain: ReleaseTrain.DEV });
  expect(await stage.plan()).toEqual(stage.each('replace', { why: 'extension_type' }));
});
