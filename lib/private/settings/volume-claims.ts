import { isExpression } from '../expression';
import { late } from '../rendering/deferred';
import { expressionOf } from '../rendering/hcl-template';

/**
 * What Kubernetes cannot change in place: the volume claims of two StatefulSets. Texts that stay the same as
 * long as the claims do, so that a change of one means that Dapr must be deleted and created anew.
 */
export interface VolumeClaims {
  readonly placement: string;
  readonly scheduler: string;
}

/** The keys of the chart that the claims depend on. */
export const CLAIM_KEYS = {
  ha: 'global.ha.enabled',
  placementHa: 'dapr_placement.ha',
  placementInMemory: 'dapr_placement.cluster.forceInMemoryLog',
  placementSize: 'dapr_placement.volumeclaims.storageSize',
  placementClass: 'dapr_placement.volumeclaims.storageClassName',
  schedulerInMemory: 'dapr_scheduler.cluster.inMemoryStorage',
  schedulerSize: 'dapr_scheduler.cluster.storageSize',
  schedulerClass: 'dapr_scheduler.cluster.storageClassName',
} as const;

/** The values by the keys above; the default where the key is not stated. Text, or an expression that yields text. */
export type ClaimSettings = (key: string, fallback: string) => string;

/** No claim: the data is held in memory, or by nothing. */
const NONE = 'none';

/**
 * Values that stand for a default which is not the same in every version of Dapr, or in every cluster. No class or
 * size can be called so.
 */
const VERSION_DEFAULT = 'default';
const CLUSTER_DEFAULT = "(cluster's default)";

/**
 * The claims that the settings yield. Stating a default equals leaving it out, but for the scheduler's size, whose
 * default changed between versions: a new version of Dapr, or of this library, replaces nothing.
 */
export function volumeClaims(setting: ClaimSettings): VolumeClaims {
  const value = (name: keyof typeof CLAIM_KEYS, fallback: string) => setting(CLAIM_KEYS[name], fallback);
  const inputs = {
    ha: value('ha', 'true'),
    placementHa: value('placementHa', 'false'),
    placementInMemory: value('placementInMemory', 'false'),
    placementSize: value('placementSize', '1Gi'),
    placementClass: value('placementClass', CLUSTER_DEFAULT),
    schedulerInMemory: value('schedulerInMemory', 'false'),
    schedulerSize: value('schedulerSize', VERSION_DEFAULT),
    schedulerClass: value('schedulerClass', CLUSTER_DEFAULT),
  };
  return {
    placement: claim([isTrue(inputs.ha), isTrue(inputs.placementHa)], isTrue(inputs.placementInMemory), inputs.placementSize, inputs.placementClass),
    scheduler: claim([true], isTrue(inputs.schedulerInMemory), inputs.schedulerSize, inputs.schedulerClass),
  };
}

/** A condition that is known, or an expression that Terraform decides. */
type Condition = boolean | { readonly template: string };

function isTrue(value: string): Condition {
  return isExpression(value) ? { template: value } : value.toLowerCase() === 'true';
}

function claim(wanted: readonly Condition[], inMemory: Condition, size: string, storageClass: string): string {
  if (inMemory === true || wanted.every((condition) => condition === false)) {
    return NONE;
  }
  const text = `size ${isExpression(size) ? size : canonicalQuantity(size)}, class ${storageClass}`;
  const undecided = wanted.includes(true) ? [] : wanted.filter((condition) => typeof condition === 'object');
  if (undecided.length === 0 && inMemory === false) {
    return text;
  }
  const conditions = { any: undecided.map(({ template }) => template), not: typeof inMemory === 'object' ? [inMemory.template] : [], text };
  return late(conditions, (resolved: typeof conditions) => {
    const exists = [
      ...(resolved.any.length > 0 ? [`(${resolved.any.map(reads).join(' || ')})`] : []),
      ...resolved.not.map((template) => `!(${reads(template)})`),
    ].join(' && ');
    return `\${${exists} ? ${expressionOf(resolved.text)} : "${NONE}"}`;
  });
}

function reads(template: string): string {
  return `lower(${expressionOf(template)}) == "true"`;
}

const SUFFIXES = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** One spelling for sizes that Kubernetes takes for equal, such as 1Gi and 1024Mi; other texts as they are. */
export function canonicalQuantity(text: string): string {
  const [, digits, suffix] = /^([1-9]\d*)([KMGTPE]i)?$/.exec(text) ?? [];
  if (digits === undefined) {
    return text;
  }
  let [size, unit] = [BigInt(digits), SUFFIXES.indexOf(suffix ?? '')];
  while (size % 1024n === 0n && unit < SUFFIXES.length - 1) {
    size /= 1024n;
    unit++;
  }
  return `${size}${SUFFIXES[unit]}`;
}
