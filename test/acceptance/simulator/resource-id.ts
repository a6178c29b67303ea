import { AzureError } from './azure-error';

/** The two kinds of cluster that can carry a Dapr extension. */
export type ClusterKind = 'aks' | 'arc';

const KINDS: { kind: ClusterKind; namespace: string; type: string }[] = [
  { kind: 'aks', namespace: 'Microsoft.ContainerService', type: 'managedClusters' },
  { kind: 'arc', namespace: 'Microsoft.Kubernetes', type: 'connectedClusters' },
];

export interface ClusterId {
  readonly kind: ClusterKind;
  readonly subscription: string;
  /** With the fixed segments in ARM's own case and the names as the caller wrote them. */
  readonly id: string;
}

/** Names and fixed segments compare without case everywhere in ARM. */
export const key = (id: string): string => id.toLowerCase();

export function clusterId(parameters: Record<string, string>): ClusterId {
  const { subscription, resourceGroup, clusterNamespace, clusterType, cluster } = parameters;
  const kind = KINDS.find(({ namespace, type }) => key(namespace) === key(clusterNamespace) && key(type) === key(clusterType));
  if (!kind) {
    const type = `${clusterNamespace}/${clusterType}`;
    throw new AzureError(404, 'InvalidResourceType', `The resource type '${type}' could not be found or carries no extensions.`);
  }
  const id = `/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/${kind.namespace}/${kind.type}/${cluster}`;
  return { kind: kind.kind, subscription, id };
}

export function extensionId(cluster: ClusterId, name: string): string {
  return `${cluster.id}/providers/Microsoft.KubernetesConfiguration/extensions/${name}`;
}
