/** What a setting holds, which decides how it is rendered for Helm. */
export type SettingType = 'boolean' | 'integer' | 'string' | 'enum' | 'duration' | 'quantity' | 'intOrPercent' | 'pem' | 'commaList' | 'hostPort'
  | 'stringMap' | 'stringList' | 'tolerations' | 'imagePullSecrets' | 'resources' | 'objects' | 'object' | 'json';

/** What the catalogue says about a key of Dapr's chart or of Microsoft's extension. */
export interface Setting {
  /** Key in the chart, such as `dapr_operator.replicaCount`. */
  readonly key: string;
  readonly type: SettingType;
  readonly status: 'live' | 'dead' | 'internal' | 'container' | 'cosmetic' | 'removed' | 'broken' | 'brokenDefault' | 'microsoft' | 'cliOnly';
  /** Path in the typed settings, such as `daprOperator.replicaCount`; absent when not typed. */
  readonly path?: string;
  /** The closed set of values. */
  readonly values?: readonly string[];
  /** First version that has it; absent if older than 1.12, `next` if not released yet. */
  readonly since?: string;
  /** First version without it. */
  readonly removed?: string;
  readonly sensitive?: true;
  /** A map whose values the chart turns back into text, so that one that reads as a number may be stated. */
  readonly textSafe?: true;
  /** What is allowed in which versions: seconds for durations. */
  readonly ranges?: readonly { readonly from?: string; readonly before?: string; readonly min?: number; readonly max?: number }[];
  /** Why the key is of no use and what to do instead, one sentence. */
  readonly hint?: string;
}
