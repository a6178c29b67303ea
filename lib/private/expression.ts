import { Token } from './framework';

/**
 * Whether Terraform, not the author, will say what the value is: a token of cdktf, or text with a
 * `${…}` in it, whether or not cdktf calls it unresolved.
 */
export function isExpression(value: unknown): boolean {
  return Token.isUnresolved(value) || (typeof value === 'string' && value.includes('${'));
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
