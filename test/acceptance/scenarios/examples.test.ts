import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { AZAPI as AZAPI_NEEDS } from './needs';
import { scenario } from './scenario';
import type { Stage } from './stage';
import { DaprEngine } from '../../../lib';
import { committedFile, type ExampleName } from '../../helpers/examples';
import { SUBSCRIPTION } from '../simulator/testing';

const { AZURERM, AZAPI } = DaprEngine;
const PEM = '-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----\n';
const VARIABLES: Record<string, string> = {
  subscription_id: SUBSCRIPTION,
  clusterName: 'myAKSCluster',
  resourceGroup: 'myResourceGroup',
  rootCert: PEM,
  issuerCert: PEM,
  issuerKey: PEM,
};

/** The JSON that is committed beside the example, which the unit tests compare with what the example yields; its state stays in the folder. */
function write({ terraform }: Stage, example: ExampleName, stack: string): any {
  const json = JSON.parse(readFileSync(committedFile(example, stack), 'utf8'));
  json.terraform.backend.local.path = 'terraform.tfstate';
  const values = Object.keys(json.variable ?? {}).map((name) => [name, VARIABLES[name]]);
  writeFileSync(join(terraform.folder, 'terraform.tfvars.json'), JSON.stringify(Object.fromEntries(values)));
  terraform.write(json);
  return json;
}

/** As the Azure CLI made them, for the examples that take one over: with the version that the example states, if it states one. */
function seed(stage: Stage, { import: imports = [], resource }: any): void {
  const { version } = resource.azurerm_kubernetes_cluster_extension?.Dapr ?? {};
  for (const { id } of imports) {
    stage.simulator.seed(id.split('?')[0], { properties: { extensionType: 'Microsoft.Dapr', autoUpgradeMinorVersion: false, version } });
  }
}

const EXAMPLES: [DaprEngine, ExampleName, string][] = [
  [AZURERM, 'quickstart', 'quickstart'],
  [AZURERM, 'arc', 'arc'],
  [AZURERM, 'bicep-sample', 'bicep-sample-azurerm'],
  [AZAPI, 'bicep-sample', 'bicep-sample-azapi'],
  [AZURERM, 'registration', 'assumed'],
  [AZURERM, 'registration', 'on-provider'],
  [AZURERM, 'adopt-extension', 'adopt-with-azurerm'],
  [AZAPI, 'adopt-extension', 'adopt-with-azapi'],
  [AZAPI, 'adopt-helm', 'adopt-helm'],
  [AZAPI, 'azapi-upgrade', 'azapi-upgrade'],
  [AZAPI, 'rollback', 'rollback'],
];

for (const [engine, example, stack] of EXAMPLES) {
  scenario(`the example ${example}, stack ${stack}`, { engines: [engine] }, async (stage) => {
    const json = write(stage, example, stack);
    seed(stage, json);
    if (json.import) await stage.claimsFirst();

    const { changes } = await stage.terraform.apply();

    expect(changes.filter(({ actions }) => actions.includes('delete'))).toEqual([]);
    expect(stage.azure.extensions.all.map(({ provisioningState }) => provisioningState)).toEqual(['Succeeded']);
    await stage.settled();
    await stage.terraform.destroy();
    expect(stage.azure.extensions.all).toEqual([]);
  });
}

scenario('the example production', { engines: [AZURERM] }, async (stage) => {
  write(stage, 'production', 'production');

  await stage.terraform.apply();

  const [{ chosen }] = stage.azure.extensions.all;
  expect(Object.keys(chosen.configurationProtectedSettings)).toContain('dapr_sentry.tls.issuer.keyPEM');
  expect(chosen.configurationSettings['dapr_sentry.tls.issuer.keyPEM']).toBeUndefined();
  await stage.settled();
  await expect(stage.terraform.destroy()).rejects.toThrow(/instance cannot be destroyed/i);
});

/** Its three stacks are one at three times, with one state. */
scenario('the example switch-engine', { engines: [AZURERM], needs: { [AZURERM]: AZAPI_NEEDS } }, async (stage) => {
  for (const stack of ['engine-azurerm', 'engine-azapi', 'engine-azurerm-again']) {
    const json = write(stage, 'switch-engine', stack);
    if (json.import) await stage.claimsFirst();
    await stage.terraform.apply();
    await stage.settled();
  }
  expect(stage.azure.recorder.find({ method: 'DELETE' })).toEqual([]);
  expect(stage.azure.extensions.all.map(({ provisioningState }) => provisioningState)).toEqual(['Succeeded']);
});
