import { hasMisplacedToken, isResolvable, joined, listOf, listTokenOf } from './deferred';
import { isExpression } from '../expression';
import { nearest } from './nearest';
import { Scalar, text, unsayable, wrongType } from './render-scalars';
import { elementOf, Finding, memberOf, Place, quote, SettingsReport } from './settings-report';

/** Writes a value of any shape into the report. */
export type Renderer = (value: unknown, at: Place, report: SettingsReport) => void;

/** Text that has to come out of Helm as text. */
export const plainText: Scalar = text('staysText');

/** A single value under the key itself. */
export function single(scalar: Scalar): Renderer {
  return (value, at, report) => {
    const written = scalar(value, at);
    if (typeof written === 'string') report.put(at, written);
    else report.refuse(at, value, written);
  };
}

/** A map of any names. Helm merges maps with the chart's, so an empty one says nothing and nothing is written. */
export function mapOf(member: Renderer): Renderer {
  return (value, at, report) => {
    const finding = shapeless(value, at, 'map');
    if (finding) return report.refuse(at, value, finding);
    for (const [name, each] of membersOf(value as object)) {
      const wrong = unnameable(name);
      if (wrong) report.refuse(at, name, wrong);
      else member(each, memberOf(at, name), report);
    }
  };
}

/** A struct with known members. */
export function structOf(members: Readonly<Record<string, Renderer>>): Renderer {
  return (value, at, report) => {
    const finding = shapeless(value, at, 'map');
    if (finding) return report.refuse(at, value, finding);
    for (const [name, each] of membersOf(value as object)) {
      const place = memberOf(at, name);
      if (Object.hasOwn(members, name)) members[name](each, place, report);
      else report.refuse(place, each, unknownMember(name, Object.keys(members)));
    }
  };
}

/** A list, written by index. Helm replaces lists, and cannot write an empty one. */
export function elementsOf(element: Renderer): Renderer {
  return (value, at, report) => {
    const finding = shapeless(value, at, 'list') ?? emptyList(value as unknown[]);
    if (finding) return report.refuse(at, value, finding);
    // Array.from shows the holes of a sparse list, which forEach would leap over.
    Array.from(value as unknown[]).forEach((each, index) => element(each, elementOf(at, index), report));
  };
}

/** A list of texts, written `{a,b}`: one key, so that a list is replaced as a whole wherever settings meet. */
export const textList: Renderer = listAsOne(listOf, listTokenOf);

/** A list of texts that the chart wants as one text with commas; the text itself will do too. */
export const joinedList: Renderer = (value, at, report) =>
  (typeof value === 'string' ? single(text('printsUnchanged')) : listAsOne(joined, joined))(value, at, report);

function listAsOne(write: (list: string[]) => string, writeToken: (list: unknown) => string): Renderer {
  return (value, at, report) => {
    if (isExpression(value) && (Array.isArray(value) || isResolvable(value))) return report.put(at, writeToken(value));
    const finding = shapeless(value, at, 'list') ?? emptyList(value as unknown[]);
    if (finding) return report.refuse(at, value, finding);
    const before = report.problems.length;
    Array.from(value as unknown[]).forEach((each, index) => {
      const written = plainText(each, elementOf(at, index));
      if (typeof written !== 'string') report.refuse(elementOf(at, index), each, written);
    });
    if (report.problems.length === before) report.put(at, write(value as string[]));
  };
}

/** A struct in which something has to be stated. */
export function notEmpty(renderer: Renderer): Renderer {
  return (value, at, report) => isRecord(value) && membersOf(value).length === 0
    ? report.refuse(at, value, emptyObject())
    : renderer(value, at, report);
}

/** What is wrong with an object in which nothing is stated; `fix` is the way out where a better one is known. */
export function emptyObject(fix = 'leave it out, or state a member of it'): Finding {
  return { code: 'SettingObjectEmpty', why: '--set has no way to write an empty object', fix };
}

/** What is wrong with a value that ought to be a list or a map. */
export function shapeless(value: unknown, at: Place, kind: 'list' | 'map'): Finding | undefined {
  if (isExpression(value)) {
    return {
      code: 'SettingToken',
      why: `each member of this ${kind} becomes a key of its own, and keys must be known before Terraform runs`,
      fix: `write the ${kind} out, with tokens inside: ${kind === 'list' ? '[Fn.element(list, 0)]' : "{ name: Fn.lookup(map, 'name') }"}`,
    };
  }
  if (kind === 'list' ? Array.isArray(value) : isRecord(value)) return undefined;
  return unsayable(value, at) ?? wrongType(at, `a ${kind}`, kind === 'list' ? '[…]' : '{ … }');
}

/** What is wrong with a name that cannot become part of a key. */
export function unnameable(name: string): Finding | undefined {
  if (name === '') return { code: 'SettingNameEmpty', why: 'a key of the chart has a name', fix: 'give it a name, or leave it out' };
  if (!isExpression(name) && !hasMisplacedToken(name)) return undefined;
  return {
    code: 'SettingNameToken',
    why: 'a name becomes part of a key, and keys must be known before Terraform runs',
    fix: 'write the name out; its value may be a token',
  };
}

/** What is wrong with a property that does not exist. */
export function unknownMember(name: string, known: readonly string[]): Finding {
  const meant = nearest(name, known);
  return {
    code: 'SettingUnknown',
    why: `there is no such property here: there is ${known.join(', ')}`,
    fix: meant === undefined ? 'remove it, or use one of those' : `did you mean ${quote(meant)}?`,
  };
}

/** Whether the value is a map or a struct. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === '[object Object]';
}

/** The members that are stated, in an order that does not depend on how they were written. */
export function membersOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, member]) => member !== undefined).sort(([a], [b]) => a < b ? -1 : 1);
}

function emptyList(value: readonly unknown[]): Finding | undefined {
  return value.length > 0 ? undefined : {
    code: 'SettingListEmpty',
    why: '--set has no way to write an empty list: {} is a list of one empty text',
    fix: "leave it out; the chart's own lists are empty",
  };
}
