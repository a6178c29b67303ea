import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { scenario } from './scenario';
import type { Stage } from './stage';
import { AzapiProvider, DaprCluster, DaprEngine, DaprExtension } from '../../../lib';
import { AKS, ARC } from '../simulator/testing';

const { AZURERM, AZAPI } = DaprEngine;
const TEN = Array.from({ length: 10 }, (_, i) => i);

/** Ten clusters, the even ones of AKS; on one of them Dapr logs as it is told. */
function write(stage: Stage, replicaCountOfSeven: number): void {
  stage.writeStack((stack) => {
    if (stage.engine === AZURERM) new AzurermProvider(stack, 'azurerm', { features: [{}] });
    if (stage.engine === AZAPI) new AzapiProvider(stack, 'azapi');
    for (const i of TEN) {
      new DaprExtension(stack, `Dapr${i}`, {
        cluster: i % 2 === 0 ? DaprCluster.aks(`${AKS}-${i}`) : DaprCluster.arc(`${ARC}-${i}`),
        engine: stage.engine,
        autoUpgradeMinorVersion: true,
        settings: { daprOperator: { replicaCount: i === 7 ? replicaCountOfSeven : 1 } },
      });
    }
  });
}

const named = (verb: string) => TEN.map((i) => `${verb} Dapr${i}`);

// Azure may refuse two changes at once on one cluster; on ten clusters they run at once.
for (const concurrentOperations of ['allowed', 'refused'] as const) {
  scenario(`ten extensions on ten clusters, concurrent operations on one ${concurrentOperations}`, { switches: { concurrentOperations } }, async (stage) => {
    write(stage, 1);
    const claims = stage.engine === AZURERM ? named('create claims of') : [];
    await stage.plans([...named('create'), ...claims]);
    expect(stage.azure.extensions.all.map(({ provisioningState }) => provisioningState)).toEqual(Array(10).fill('Succeeded'));
    await stage.settled();
    stage.received();

    write(stage, 3);
    await stage.plans(['update Dapr7']);

    expect(stage.changes().map(({ path }) => path)).toEqual([expect.stringContaining('/arc-7/')]);
    await stage.settled();
    await stage.terraform.destroy();
    expect(stage.azure.extensions.all).toEqual([]);
  });
}
