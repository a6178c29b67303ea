import { isExpression, literalText } from '../expression';
import { Lazy, Token } from '../framework';
import { expressionOf } from './hcl-template';
import { BRACE, ELEMENT, escaped, Escapes, listText, SCALAR, scalarText } from './set-grammar';

/** Whether it is a token as an object, which may stand for a value of any type. */
export function isResolvable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'resolve' in value && Token.isUnresolved(value);
}

/** Whether a text or a key carries cdktf's marker for a list or a map, which has no meaning inside a text. */
export function hasMisplacedToken(text: string): boolean {
  return /[#&]\{TfToken\[/.test(text);
}

/**
 * A value as a scalar of the grammar. What is deferred is escaped by Terraform, with the same
 * replacements, and is a string afterwards, whatever it was.
 *
 * @param inner what the chart's own template needs, applied before the escaping of the grammar
 */
export function scalarOf(value: unknown, inner: Escapes = []): string {
  return isExpression(value)
    ? late(value, (text: string) => scalarTemplate(text, inner))
    : scalarTemplate(String(value), inner);
}

/** Texts as a list of the grammar. */
export function listOf(elements: readonly string[]): string {
  return elements.some(isExpression) ? late(elements, listTemplate) : listTemplate(elements);
}

/**
 * A token for a whole list of texts as a list of the grammar. An empty list cannot be written: should
 * it turn out empty, null takes the chart's default away.
 */
export function listTokenOf(list: unknown): string {
  return late(list, (resolved: string | readonly string[]) => {
    if (typeof resolved !== 'string') return resolved.length === 0 ? 'null' : listTemplate(resolved);
    const all = expressionOf(resolved);
    return `\${length(${all}) == 0 ? "null" : "{\${join(",", [for element in ${all} : ${replacing('element', ELEMENT)}])}}"}`;
  });
}

/** Texts, or a token for a list of them, as one scalar of the grammar with commas between them. */
export function joined(list: unknown): string {
  return hasDeferred(list)
    ? late(list, (resolved: string | readonly unknown[]) => scalarTemplate(typeof resolved === 'string'
      ? `\${join(",", ${expressionOf(resolved)})}`
      : resolved.map((text) => literalText(String(text))).join(','), []))
    : scalarTemplate((list as readonly string[]).join(','), []);
}

/** JSON text as a scalar of the grammar; deferred leaves become JSON when Terraform knows them. */
export function jsonOf(value: unknown): string {
  return hasDeferred(value)
    ? late(value, (resolved) => scalarTemplate(jsonTemplate(resolved), []))
    : scalarTemplate(JSON.stringify(value), []);
}

/** A deferred number as text, also where Terraform would keep a number (`terraform_data`, the body of azapi). */
export function numberOf(value: unknown): string {
  return late(value, (text: string) => text.includes('${') ? `\${tostring(${expressionOf(text)})}` : text);
}

/** A deferred value as text without escaping: for formats that have no character to escape. */
export function bareOf(value: unknown): string {
  return typeof value === 'string' ? unhidden(value) : numberOf(value);
}

function scalarTemplate(text: string, inner: Escapes): string {
  return text.includes('${')
    ? `\${${replacing(expressionOf(text), [...inner, ...SCALAR, ...BRACE])}}`
    : literalText(scalarText(escaped(text, inner)));
}

function listTemplate(texts: readonly unknown[]): string {
  return listText(texts.map(String).map((text) => text.includes('${')
    ? `\${${replacing(expressionOf(text), ELEMENT)}}`
    : literalText(escaped(text, ELEMENT))));
}

/** The escapes as calls of Terraform's `replace`, around an expression. */
function replacing(expression: string, escapes: Escapes): string {
  return escapes.reduce((inside, [from, to]) => `replace(${inside}, ${JSON.stringify(from)}, ${JSON.stringify(to)})`, expression);
}

function jsonTemplate(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonTemplate).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}:${jsonTemplate(member)}`).join(',')}}`;
  }
  return typeof value === 'string' && value.includes('${')
    ? `\${jsonencode(${expressionOf(value)})}`
    : literalText(JSON.stringify(value));
}

function hasDeferred(value: unknown): boolean {
  return isExpression(value) || (typeof value === 'object' && value !== null && Object.values(value).some(hasDeferred));
}

/** A text with the tokens for numbers in it as tokens for texts: cdktf overlooks one behind a digit or a hyphen. */
function unhidden(text: string): string {
  return text.replace(/-\d\.\d+e\+\d+/g, (digits) => Token.isUnresolved(Number(digits))
    ? Token.asString(Lazy.anyValue({ produce: () => Number(digits) }))
    : digits);
}

function deeplyUnhidden(value: unknown): unknown {
  if (typeof value === 'string') return unhidden(value);
  if (typeof value !== 'object' || value === null || Token.isUnresolved(value)) return value;
  return Array.isArray(value)
    ? value.map(deeplyUnhidden)
    : Object.fromEntries(Object.entries(value).map(([name, member]) => [name, deeplyUnhidden(member)]));
}

/**
 * A token that writes its text when Terraform's JSON is made: only then is it known what the tokens in
 * it are called. Inside a function of cdktf (`Fn.merge`) an expression is wanted instead of a template.
 */
export function late<T>(value: unknown, write: (resolved: T) => string): string {
  return Lazy.stringValue({
    produce: (context) => {
      const insideExpression = context.suppressBraces;
      context.suppressBraces = false;
      const resolved = context.resolve(deeplyUnhidden(value));
      context.suppressBraces = insideExpression;
      if (resolved === undefined || resolved === null) return undefined;
      const template = write(typeof resolved === 'object' ? resolved : String(resolved));
      return insideExpression ? expressionOf(template) : template;
    },
  });
}

/** The same for a whole map: an expression that yields one. */
export function lateMap<T>(value: unknown, write: (resolved: T) => string): { [key: string]: string } {
  const expression = late(value, write);
  return Lazy.anyValue({ produce: (context) => context.resolve(expression) }) as unknown as { [key: string]: string };
}
