/**
 * Where a cluster is, part by part.
 */
export interface ClusterByNameProps {
  /** The ID of the subscription that holds the cluster, without `/subscriptions/`. May be a token. */
  readonly subscriptionId: string;

  /** The name of the resource group that holds the cluster. May be a token. */
  readonly resourceGroupName: string;

  /** The name of the cluster. May be a token. */
  readonly clusterName: string;
}
