import { isExpression, printable } from './expression';
import { Problem } from './problem';

/** The kind of cluster, in the word that Azure's resource type and the CLI's `--cluster-type` use. */
export type ClusterKind = 'managedClusters' | 'connectedClusters';

/** What a cluster's resource ID is made of. */
export interface ClusterIdParts {
  readonly kind: ClusterKind;
  readonly subscriptionId: string;
  readonly resourceGroupName: string;
  readonly clusterName: string;
}

const NAMESPACES: Record<ClusterKind, string> = {
  managedClusters: 'Microsoft.ContainerService',
  connectedClusters: 'Microsoft.Kubernetes',
};

const FACTORIES: Record<ClusterKind, string> = { managedClusters: 'DaprCluster.aks', connectedClusters: 'DaprCluster.arc' };

const SHAPE = /^\/subscriptions\/([^/\s]+)\/resourceGroups\/([^/\s]+)\/providers\/([^/\s]+)\/([^/\s]+)\/([^/\s]+)$/i;

/** The ID with its fixed words as Azure documents them: azurerm refuses `/resourcegroups/`, azapi plans a replacement on it. */
export function formatClusterId({ kind, subscriptionId, resourceGroupName, clusterName }: ClusterIdParts): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}/providers/${NAMESPACES[kind]}/${kind}/${clusterName}`;
}

/** The parts of an ID, or undefined where the text has another shape. Parts may be expressions. */
export function readClusterId(id: string): ClusterIdParts | undefined {
  const [, subscriptionId, resourceGroupName, namespace, type, clusterName] = SHAPE.exec(String(id)) ?? [];
  const kind = kinds().find((candidate) => sameText(namespace, NAMESPACES[candidate]) && sameText(type, candidate));
  return kind && { kind, subscriptionId, resourceGroupName, clusterName };
}

/** Why the text does not name a cluster of the kind that was asked for. */
export function clusterProblems(kind: ClusterKind, id: string): Problem[] {
  const parts = readClusterId(id);
  if (parts) {
    return [{
      code: 'ClusterOfOtherKind',
      value: `${FACTORIES[kind]}(${printable(id)})`,
      why: `this is the ID of a cluster of the type ${NAMESPACES[parts.kind]}/${parts.kind}`,
      fix: `${FACTORIES[parts.kind]}(${printable(id)})`,
    }];
  }
  if (isExpression(id)) {
    return [];
  }
  const shape = formatClusterId({ kind, subscriptionId: '<subscription ID>', resourceGroupName: '<resource group>', clusterName: '<name>' });
  return [{
    code: 'ClusterIdMalformed',
    value: `${FACTORIES[kind]}(${printable(id)})`,
    why: `a cluster's resource ID has the shape ${shape}`,
    fix: `copy the ID that the Azure CLI prints: ${LOOK_UPS[kind]}\n`
      + `or name the parts: ${FACTORIES[kind]}ByName({ subscriptionId: '…', resourceGroupName: '…', clusterName: '…' })`,
  }];
}

const LOOK_UPS: Record<ClusterKind, string> = {
  managedClusters: 'az aks show --resource-group <resource group> --name <name> --query id --output tsv',
  connectedClusters: 'az connectedk8s show --resource-group <resource group> --name <name> --query id --output tsv',
};

/** What is wrong with the parts that a user named one by one. */
export function partProblems(parts: Record<'subscriptionId' | 'resourceGroupName' | 'clusterName', string>): Problem[] {
  return (['subscriptionId', 'resourceGroupName', 'clusterName'] as const)
    .filter((part) => !isExpression(parts[part]) && !/^[^/\s]+$/.test(parts[part]))
    .map((part) => ({
      code: 'ClusterNameMalformed',
      value: `${part}: ${printable(parts[part])}`,
      why: 'it becomes one segment of the cluster\'s resource ID, so it can neither be empty nor hold a slash or a blank',
      fix: `${part}: '…', the bare ${part === 'subscriptionId' ? 'ID' : 'name'} alone`,
    }));
}

function kinds(): ClusterKind[] {
  return Object.keys(NAMESPACES) as ClusterKind[];
}

function sameText(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
