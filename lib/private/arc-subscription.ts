import { DaprCluster } from '../dapr-cluster';
import { statedSubscription } from './azurerm-provider';
import { isExpression, printable } from './expression';
import { TerraformProvider } from './framework';
import { Problem } from './problem';

/** azurerm builds the ID of an Arc extension with the subscription of its provider, not with that of the cluster's ID. */
export function arcSubscriptionProblems(cluster: DaprCluster | undefined, providerOf: () => TerraformProvider | undefined): Problem[] {
  const inCluster = cluster?._kind === 'connectedClusters' ? cluster._subscriptionId : undefined;
  if (inCluster === undefined || isExpression(inCluster)) {
    return [];
  }
  const inProvider = statedSubscription(providerOf());
  if (inProvider === undefined || inCluster.toLowerCase() === inProvider.toLowerCase()) {
    return [];
  }
  return [{
    code: 'ArcSubscriptionMismatch',
    value: `a cluster of the subscription ${printable(inCluster)}, a provider of the subscription ${printable(inProvider)}`,
    why: 'azurerm creates an Arc extension under the subscription of its provider, whatever the ID of the cluster says',
    fix: `provider: new AzurermProvider(this, 'ArcSubscription', {\n  alias: 'arc', features: [{}], subscriptionId: ${printable(inCluster)},\n})`,
  }];
}
