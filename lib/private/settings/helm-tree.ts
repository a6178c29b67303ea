import { Problem } from '../problem';
import { Setting, SettingType } from './setting';
import { meaningOf } from './setting-key';
import { elementKey, memberKey, printsUnchanged, readsAs, scalarText } from '../rendering/set-grammar';

/** A tree of Helm values, flat. */
export interface FlatValues {
  readonly plain: { [key: string]: string };
  readonly secret: { [key: string]: string };
  readonly problems: Problem[];
}

/** Types whose texts go into a template as they are, or may be numbers as well, so that it does not matter what Helm takes them for. */
const PRINTED: ReadonlySet<SettingType> = new Set<SettingType>(
  ['boolean', 'integer', 'string', 'enum', 'duration', 'quantity', 'intOrPercent', 'pem', 'commaList', 'hostPort', 'json', 'resources'],
);

/** Values by their dotted keys, in the grammar of `--set`. */
export function flatValues(values: object): FlatValues {
  const result: FlatValues = { plain: {}, secret: {}, problems: [] };
  members(values).forEach(([name, value]) => add(value, memberKey('', name).replace(/^\./, ''), result));
  return result;
}

function add(value: unknown, key: string, result: FlatValues): void {
  if (Array.isArray(value)) {
    value.forEach((element, index) => add(element, elementKey(key, index), result));
  } else if (typeof value === 'object' && value !== null) {
    members(value).forEach(([name, member]) => add(member, memberKey(key, name), result));
  } else {
    const { setting } = meaningOf(key);
    const text = scalar(value, isPrinted(setting));
    if (typeof text === 'string') {
      (setting?.sensitive ? result.secret : result.plain)[escaped(key)] = escaped(text);
    } else {
      result.problems.push({ ...text, value: `'${key}'${setting?.sensitive ? '' : `: ${JSON.stringify(value)}`}` });
    }
  }
}

function isPrinted(setting: Setting | undefined): boolean {
  return setting !== undefined && (PRINTED.has(setting.type) || setting.textSafe === true);
}

function scalar(value: unknown, mayReadAsOther: boolean): string | Omit<Problem, 'value'> {
  if (typeof value === 'string' && value !== '') {
    return readsAs(value) === 'text' || (mayReadAsOther && printsUnchanged(value)) ? scalarText(value) : {
      code: 'SettingReadsAsOther',
      why: 'Helm\'s `--set`, through which Azure passes settings on, takes this text for a number, a boolean or null',
      fix: 'use another text, or take the value out before the others become settings',
    };
  }
  if (typeof value === 'number' && (Number.isInteger(value) ? !Number.isSafeInteger(value) : !/^[-\d.]+$/.test(String(value)))) {
    return {
      code: 'SettingNumberInexact',
      why: 'a number of this size is not exact, or needs an exponent, which Helm\'s `--set` takes for text',
      fix: `use a number between ${Number.MIN_SAFE_INTEGER} and ${Number.MAX_SAFE_INTEGER} that needs no exponent`,
    };
  }
  return value === null || value === undefined || value === '' ? 'null' : String(value);
}

function members(tree: object): [string, unknown][] {
  return Object.entries(tree).filter(([, value]) => value !== undefined);
}

/** Values of a release are no Terraform: what looks like an expression in them is text. */
function escaped(text: string): string {
  return text.replace(/[$%]\{/g, (start) => `${start[0]}${start}`);
}
