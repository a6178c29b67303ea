import { Token } from './framework';

/** How cdktf writes a number token inside text, when a user turns one into a string. */
const NUMBER_IN_TEXT = /-\d(?:\.\d+)?e\+\d+/g;

/**
 * Whether Terraform, not the author, will say what the value is: a token of cdktf, or text with a
 * `${…}` in it, whether or not cdktf calls it unresolved.
 */
export function isExpression(value: unknown): boolean {
  return Token.isUnresolved(value) || (typeof value === 'string' && (value.includes('${') || holdsNumberToken(value)));
}

function holdsNumberToken(text: string): boolean {
  return text.includes('e+') && (text.match(NUMBER_IN_TEXT) ?? []).some((number) => Token.isUnresolved(Number(number)));
}

/**
 * Literal text as Terraform's JSON syntax must see it: `%{` starts a template directive there and
 * is escaped as `%%{`. An expression is left alone.
 *
 * @see https://developer.hashicorp.com/terraform/language/syntax/json#expression-mapping
 */
export function literalText(text: string): string {
  return isExpression(text) ? text : text.replace(/(?<!%)%\{/g, '%%{');
}

/** A value as a message may show it: quoted, and never the inner spelling of a token. */
export function printable(value: unknown): string {
  if (Token.isUnresolved(value) || (typeof value === 'string' && holdsNumberToken(value))) {
    return 'an expression that only Terraform can read';
  }
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
