/**
 * What a container requests from its node, and what it may use at most.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
 */
export interface DaprResources {
  /**
   * What a node must have free to run the container.
   *
   * @default - nothing is requested
   */
  readonly requests?: DaprResourceQuantities;

  /**
   * What the container may use at most.
   *
   * @default - no limit
   */
  readonly limits?: DaprResourceQuantities;
}

/**
 * Amounts of CPU and memory.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export interface DaprResourceQuantities {
  /**
   * CPU as a Kubernetes quantity, such as `100m` or `1`.
   *
   * @default - not stated
   */
  readonly cpu?: string;

  /**
   * Memory as a Kubernetes quantity, such as `250Mi`.
   *
   * @default - not stated
   */
  readonly memory?: string;
}
