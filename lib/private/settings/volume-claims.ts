import { isExpression } from '../expression';
import { late } from '../rendering/deferred';
import { expressionOf, quoted } from '../rendering/hcl-template';

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

/** The values by the keys above; the fallback where the key is not stated. Text, or an expression that yields text. */
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
  const isOn = (key: string, fallback: string) => isTrue(setting(key, fallback));
  const size = (key: string, fallback: string) => sizeOf(setting(key, fallback), fallback);
  const storageClass = (key: string) => classOf(setting(key, CLUSTER_DEFAULT));
  return {
    placement: claim(
      [isOn(CLAIM_KEYS.ha, 'true'), isOn(CLAIM_KEYS.placementHa, 'false')],
      isOn(CLAIM_KEYS.placementInMemory, 'false'),
      `size ${size(CLAIM_KEYS.placementSize, '1Gi')}, class ${storageClass(CLAIM_KEYS.placementClass)}`,
    ),
    scheduler: claim(
      [true],
      isOn(CLAIM_KEYS.schedulerInMemory, 'false'),
      `size ${size(CLAIM_KEYS.schedulerSize, VERSION_DEFAULT)}, class ${storageClass(CLAIM_KEYS.schedulerClass)}`,
    ),
  };
}

/** A condition that is known, or an expression that Terraform decides. */
type Condition = boolean | { readonly template: string };

function isTrue(value: string): Condition {
  return isExpression(value) ? { template: value } : value.toLowerCase() === 'true';
}

function claim(wanted: readonly Condition[], inMemory: Condition, text: string): string {
  if (inMemory === true || wanted.every((condition) => condition === false)) {
    return NONE;
  }
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

/** Units of sizes, the largest first: each is 1024 of the next. */
const UNITS = ['Ei', 'Pi', 'Ti', 'Gi', 'Mi', 'Ki', ''];

function sizeOf(size: string, fallback: string): string {
  return isExpression(size)
    ? late(size, (template: string) => canonicalLater(expressionOf(template), fallback))
    : canonicalQuantity(known(size, fallback));
}

function classOf(storageClass: string): string {
  return isExpression(storageClass)
    ? late(storageClass, (template: string) => `\${${knownLater(expressionOf(template), CLUSTER_DEFAULT)}}`)
    : known(storageClass, CLUSTER_DEFAULT);
}

/** `null` takes a value away, so that the default is back. */
function known(value: string, fallback: string): string {
  return value.toLowerCase() === 'null' ? fallback : value;
}

function knownLater(expression: string, fallback: string): string {
  return `lower(${expression}) == "null" ? ${quoted(fallback)} : ${expression}`;
}

/** One spelling for sizes that Kubernetes takes for equal, such as 1Gi and 1024Mi; other texts as they are. */
export function canonicalQuantity(text: string): string {
  const [, digits, suffix] = /^([1-9]\d*)([KMGTPE]i)?$/.exec(text) ?? [];
  if (digits === undefined) {
    return text;
  }
  let [size, unit] = [BigInt(digits), UNITS.indexOf(suffix ?? '')];
  while (size % 1024n === 0n && unit > 0) {
    size /= 1024n;
    unit--;
  }
  return `${size}${UNITS[unit]}`;
}

/** The same by Terraform, of an expression. */
function canonicalLater(expression: string, fallback: string): string {
  const units = JSON.stringify(UNITS);
  const size = `part[0] * pow(1024, unit - index(${units}, part[1]))`;
  const spellings = `[for unit, name in ${units} : "\${${size}}\${name}" if ${size} % 1 == 0]`;
  const parts = `regexall("^([1-9][0-9]*)([KMGTPE]i|)$", ${expression})`;
  return `\${try([for part in ${parts} : ${spellings}[0]][0], ${knownLater(expression, fallback)})}`;
}
