/**
 * Writes the grammar of `helm --set`, which is what the extension reads its settings with.
 *
 * @see https://helm.sh/docs/intro/using_helm/#the-format-and-limitations-of---set
 */

/**
 * Replacements, to be made one after the other: the backslash comes first, since the others write
 * new ones. A list of plain texts, so that the same one can run here or in Terraform.
 */
export type Escapes = readonly (readonly [from: string, to: string])[];

/** What a scalar needs. A leading `{` besides: it would open a list. */
export const SCALAR: Escapes = [['\\', '\\\\'], [',', '\\,']];

/** What an element of a list `{a,b}` needs. */
export const ELEMENT: Escapes = [...SCALAR, ['{', '\\{'], ['}', '\\}']];

/** What a text needs that a template of the chart prints between double quotes, in YAML. */
export const YAML_QUOTED: Escapes = [['\\', '\\\\'], ['"', '\\"'], ['\n', '\\n']];

/** The same for a path of Windows, which people state either way: `C:\dapr`, or with each backslash doubled as the chart wants it. */
export const WINDOWS_PATH: Escapes = [['\\\\', '\\'], ...YAML_QUOTED];

/** A backslash before anything yields the thing itself: only the first `{` needs one, all may have one. */
export const BRACE: Escapes = [['{', '\\{']];

/** Escapes a text that is known now. */
export function escaped(text: string, escapes: Escapes): string {
  return escapes.reduce((result, [from, to]) => result.replaceAll(from, to), text);
}

/** A scalar as it stands behind the `=`. */
export function scalarText(text: string): string {
  const result = escaped(text, SCALAR);
  return result.startsWith('{') ? `\\${result}` : result;
}

/** A list as it stands behind the `=`; the elements are escaped already. Empty lists cannot be written. */
export function listText(elements: readonly string[]): string {
  return `{${elements.join(',')}}`;
}

/** The key of a member of a map: `labels` and `a.b` give `labels.a\.b`. */
export function memberKey(key: string, name: string): string {
  return `${key}.${name.replace(/[\\.,=[]/g, '\\$&')}`;
}

/** The key of an element of a list. */
export function elementKey(key: string, index: number): string {
  return `${key}[${index}]`;
}

/** What Helm takes a scalar for. Escaping does not change it, and quotes are ordinary characters. */
export type Reading = 'boolean' | 'null' | 'integer' | 'text';

const INT64_MAX = 2n ** 63n - 1n;
const INT64_MIN = -(2n ** 63n);

/** What Helm takes this scalar for. */
export function readsAs(text: string): Reading {
  if (/^(true|false)$/iu.test(text)) return 'boolean';
  if (/^null$/iu.test(text)) return 'null';
  if (text === '0') return 'integer';
  if (!/^([1-9]|[+-]\d)\d*$/.test(text)) return 'text';
  const value = BigInt(text);
  return value >= INT64_MIN && value <= INT64_MAX ? 'integer' : 'text';
}

/** Whether the text comes out of Helm as it went in when a template prints it, whatever Helm took it for. */
export function printsUnchanged(text: string): boolean {
  switch (readsAs(text)) {
    case 'boolean': return text === 'true' || text === 'false';
    case 'null': return false;
    case 'integer': return text === BigInt(text).toString();
    default: return true;
  }
}
