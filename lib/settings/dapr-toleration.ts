/**
 * A taint of nodes that pods tolerate.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
 */
export interface DaprToleration {
  /**
   * Key of the taint.
   *
   * @default - any key; the operator must be `TolerationOperator.EXISTS` then
   */
  readonly key?: string;

  /**
   * How key and value are compared with those of the taint.
   *
   * @default TolerationOperator.EQUAL
   */
  readonly operator?: TolerationOperator;

  /**
   * Value of the taint. One that reads as a number, a boolean or null cannot be stated, because Helm would not keep it
   * as text: use `TolerationOperator.EXISTS` instead.
   *
   * @default - an empty value
   */
  readonly value?: string;

  /**
   * Effect of the taint.
   *
   * @default - any effect
   */
  readonly effect?: TolerationEffect;

  /**
   * Seconds that a pod may stay on a node which gets the taint. Only with `TolerationEffect.NO_EXECUTE`.
   *
   * @default - for ever
   */
  readonly tolerationSeconds?: number;
}

/** How a toleration is compared with a taint. */
export enum TolerationOperator {
  /** The taint has the key, whatever its value. */
  EXISTS = 'Exists',

  /** The taint has the key with the same value. */
  EQUAL = 'Equal',
}

/** What a taint does to pods that do not tolerate it. */
export enum TolerationEffect {
  /** New pods are not put on the node. */
  NO_SCHEDULE = 'NoSchedule',

  /** New pods are put on the node only if there is no other. */
  PREFER_NO_SCHEDULE = 'PreferNoSchedule',

  /** Pods are driven from the node too. */
  NO_EXECUTE = 'NoExecute',
}
