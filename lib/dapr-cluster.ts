import { ClusterByNameProps } from './cluster-by-name-props';
import { ClusterKind, clusterProblems, formatClusterId, partProblems, readClusterId } from './private/cluster-id';
import { Problem } from './private/problem';

/**
 * The Kubernetes cluster that Dapr goes to: a cluster of Azure Kubernetes Service (AKS), or any
 * cluster that is connected to Azure Arc.
 *
 * No factory throws: what is wrong with an ID is reported by the construct that gets it, with its path.
 */
export class DaprCluster {
  /**
   * A cluster of AKS.
   *
   * @param clusterId its resource ID,
   * `/subscriptions/{id}/resourceGroups/{name}/providers/Microsoft.ContainerService/managedClusters/{name}`,
   * or a token: the `id` of a resource, of a data source or of a remote state, or a variable.
   * The fixed words of a literal ID may come in any case.
   * @see https://learn.microsoft.com/azure/aks/dapr
   */
  public static aks(clusterId: string): DaprCluster {
    return DaprCluster.ofId('managedClusters', clusterId);
  }

  /**
   * A cluster that is connected to Azure Arc.
   *
   * @param clusterId its resource ID,
   * `/subscriptions/{id}/resourceGroups/{name}/providers/Microsoft.Kubernetes/connectedClusters/{name}`,
   * or a token. The fixed words of a literal ID may come in any case.
   * @see https://learn.microsoft.com/azure/azure-arc/kubernetes/overview
   */
  public static arc(clusterId: string): DaprCluster {
    return DaprCluster.ofId('connectedClusters', clusterId);
  }

  /**
   * A cluster of AKS by subscription, resource group and name, as
   * `az k8s-extension create --cluster-type managedClusters` takes it.
   */
  public static aksByName(props: ClusterByNameProps): DaprCluster {
    return DaprCluster.ofName('managedClusters', props);
  }

  /**
   * A cluster connected to Azure Arc by subscription, resource group and name, as
   * `az k8s-extension create --cluster-type connectedClusters` takes it.
   */
  public static arcByName(props: ClusterByNameProps): DaprCluster {
    return DaprCluster.ofName('connectedClusters', props);
  }

  private static ofId(kind: ClusterKind, given: string): DaprCluster {
    const parts = readClusterId(given);
    return parts?.kind === kind
      ? new DaprCluster(kind, formatClusterId(parts), parts.subscriptionId, [])
      : new DaprCluster(kind, given, undefined, clusterProblems(kind, given));
  }

  private static ofName(kind: ClusterKind, props: ClusterByNameProps): DaprCluster {
    return new DaprCluster(kind, formatClusterId({ kind, ...props }), props.subscriptionId, partProblems(props));
  }

  /** The resource ID of the cluster, with the fixed words in the case that Azure documents. */
  public readonly clusterId: string;

  /** The word that the Azure CLI uses for this kind of cluster: `managedClusters` (AKS) or `connectedClusters` (Arc). */
  public readonly clusterType: string;

  /** @internal */
  public readonly _kind: ClusterKind;

  /** @internal */
  public readonly _subscriptionId: string | undefined;

  /** @internal */
  public readonly _problems: readonly Problem[];

  private constructor(kind: ClusterKind, id: string, subscriptionId: string | undefined, problems: readonly Problem[]) {
    this._kind = kind;
    this._subscriptionId = subscriptionId;
    this._problems = problems;
    this.clusterId = id;
    this.clusterType = kind;
  }
}
