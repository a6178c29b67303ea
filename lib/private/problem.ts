/**
 * One thing that is wrong with what the user gave. Problems are collected, never thrown one by one,
 * so that a construct reports all of its own in a single message.
 *
 * The value of a sensitive setting never appears in any field.
 */
export interface Problem {
  /** Stable name of the rule, in PascalCase, such as `EmptyList`: what the user looks up. */
  readonly code: string;
  /** What was given and where, such as `settings.daprOperator.replicaCount: 2.5`. */
  readonly value: string;
  /** Why it cannot work: one sentence, without the final full stop. */
  readonly why: string;
  /** The way out, as code to paste wherever there is any. */
  readonly fix: string;
}
