import { ErrorCode } from '../errors';
import { isExpression, literalText } from '../expression';
import { Problem } from '../problem';
import { elementKey, memberKey } from './set-grammar';
import { Setting } from '../settings/setting';

/** Where a value stands, in the typed tree and in the chart. */
export interface Place {
  /** The setting that the value belongs to, however deep inside. */
  readonly setting: Setting;
  /** What the user wrote: `tolerations[0].value`. */
  readonly path: string;
  /** The dotted key of the chart: `global.tolerations[0].value`. */
  readonly key: string;
  /** Levels of the key so far: Helm stops at thirty. */
  readonly depth: number;
}

/** What is wrong with a value; the report adds the value itself. */
export interface Finding {
  readonly code: ErrorCode;
  readonly why: string;
  readonly fix: string;
}

/** Collects what rendering yields. */
export class SettingsReport {
  public readonly rendered = new Map<string, string>();
  public readonly sensitive = new Map<string, string>();
  public readonly problems: Problem[] = [];

  /** Keeps the value of a key, apart from the others if it is a secret. */
  public put(at: Place, value: string): void {
    (at.setting.sensitive ? this.sensitive : this.rendered).set(literalText(at.key), value);
  }

  /** Reports a value. */
  public refuse(at: Place, given: unknown, finding: Finding): void {
    this.problems.push({ ...finding, value: `settings.${at.path}: ${at.setting.sensitive ? '(sensitive)' : shown(given)}` });
  }
}

/** The place of a setting as a whole. */
export function placeOf(setting: Setting, path: string): Place {
  return { setting, path, key: setting.key, depth: setting.key.split('.').length };
}

/** The place of a member of a map. */
export function memberOf(at: Place, name: string): Place {
  return { setting: at.setting, path: memberPath(at.path, name), key: memberKey(at.key, name), depth: at.depth + 1 };
}

/** The place of an element of a list. */
export function elementOf(at: Place, index: number): Place {
  return { setting: at.setting, path: `${at.path}[${index}]`, key: elementKey(at.key, index), depth: at.depth + 1 };
}

/** A path of the tree with one more property. */
export function memberPath(path: string, name: string): string {
  if (!/^[A-Za-z_]\w*$/.test(name)) return `${path}[${quote(name)}]`;
  return path === '' ? name : `${path}.${name}`;
}

/** The setting with a value, as code: `settings: { ha: { enabled: true } }`. */
export function settingCode(setting: Setting, value: string): string {
  const names = ['settings', ...setting.path!.split('.')];
  return names.reduceRight((code, name, depth) => depth === 0 ? `${name}: ${code}` : `{ ${name}: ${code} }`, value);
}

/** The key with a value in the grammar, as code: `configurationSettings: { 'global.ha.enabled': 'true' }`. */
export function rawCode(at: Place, value: string): string {
  const map = at.setting.sensitive ? 'configurationProtectedSettings' : 'configurationSettings';
  return `${map}: { ${quote(at.key)}: ${quote(value)} }`;
}

/** Text as a literal of TypeScript. */
export function quote(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** A value as it stands in a message: short, and without what only cdktf can read. */
export function shown(value: unknown): string {
  if (isExpression(value)) return typeof value === 'string' && value.includes('${') && !value.includes('TfToken[') ? quote(value) : 'a token';
  if (typeof value === 'string') return quote(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0 ? '{}' : 'an object';
  return typeof value === 'function' ? 'a function' : String(value);
}
