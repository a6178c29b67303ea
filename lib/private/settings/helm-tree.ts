import { Problem } from '../problem';
import { SettingType } from './setting';
import { meaningOf } from './setting-key';
import { elementKey, memberKey, printsUnchanged, readsAs, scalarText } from '../rendering/set-grammar';

/** A tree of Helm values, flat. */
export interface FlatValues {
  readonly plain: { [key: string]: string };
  readonly secret: { [key: string]: string };
  readonly problems: Problem[];
}

/** Types whose texts go into a template as they are, so that it does not matter what Helm takes them for. */
const PRINTED: ReadonlySet<SettingType> = new Set<SettingType>(
  ['boolean', 'integer', 'string', 'enum', 'duration', 'quantity', 'intOrPercent', 'pem', 'commaList', 'hostPort', 'json'],
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
    const text = scalar(value, setting !== undefined && PRINTED.has(setting.type));
    if (typeof text === 'string') {
      (setting?.sensitive ? result.secret : result.plain)[escaped(key)] = escaped(text);
    } else {
      result.problems.push({ ...text, value: `'${key}'${setting?.sensitive ? '' : `: ${JSON.stringify(value)}`}` });
    }
  }
}

function scalar(value: unknown, isPrinted: boolean): string | Omit<Problem, 'value'> {
  if (typeof value === 'string' && value !== '') {
    return readsAs(value) === 'text' || (isPrinted && printsUnchanged(value)) ? scalarText(value) : {
      code: 'SettingReadsAsOther',
      why: 'Helm\'s `--set`, through which Azure passes settings on, takes this text for a number, a boolean or null',
      fix: 'use another text, or take the value out before the others become settings',
    };
  }
  if (typeof value === 'number' && String(value).includes('e')) {
    return {
      code: 'SettingNumberInexact',
      why: 'the number needs an exponent, which Helm\'s `--set` takes for text',
      fix: 'use a number that can be written in digits',
    };
  }
  return value === null || value === '' ? 'null' : String(value);
}

function members(tree: object): [string, unknown][] {
  return Object.entries(tree).filter(([, value]) => value !== undefined);
}

/** Values of a release are no Terraform: what looks like an expression in them is text. */
function escaped(text: string): string {
  return text.replace(/[$%]\{/g, (start) => `${start[0]}${start}`);
}
