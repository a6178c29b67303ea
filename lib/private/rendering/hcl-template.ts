/**
 * Terraform's string templates. In its JSON syntax a string is a template as it stands, without any
 * escape for quotes or backslashes; between quotes inside an expression those need one.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings
 */

interface Part {
  readonly text: string;
  /** Whether it is a `${…}` or `%{…}`, with its braces. */
  readonly sequence: boolean;
}

/** A text as a string literal inside an expression; `${…}` and `%{…}` in it keep their meaning. */
export function quoted(template: string): string {
  const body = parts(template).map(({ text, sequence }) => sequence ? text : text
    .replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t'));
  return `"${body.join('')}"`;
}

/**
 * The expression that yields what a template yields, to be used as an argument: `var.x` for `${var.x}`,
 * a quoted string for anything else.
 */
export function expressionOf(template: string): string {
  const [first, ...others] = parts(template);
  // `${~ x ~}` trims its neighbours and stays in quotes, as does whatever is not closed.
  const bare = others.length === 0 && first?.sequence && /^\$\{(?!~)[^]*(?<!~)\}$/.test(template);
  return bare ? template.slice(2, -1).trim() : quoted(template);
}

function parts(template: string): Part[] {
  const result: Part[] = [];
  let literal = '';
  let at = 0;
  while (at < template.length) {
    const end = isSequence(template, at) ? sequenceEnd(template, at + 2) : at;
    if (isEscape(template, at)) {
      // `$${` and `%%{` stand for themselves, here as between quotes.
      literal += template.slice(at, at + 3);
      at += 3;
    } else if (end > at) {
      if (literal) result.push({ text: literal, sequence: false });
      result.push({ text: template.slice(at, end), sequence: true });
      literal = '';
      at = end;
    } else {
      literal += template[at++];
    }
  }
  if (literal) result.push({ text: literal, sequence: false });
  return result;
}

function isSequence(text: string, at: number): boolean {
  return ['${', '%{'].includes(text.slice(at, at + 2));
}

function isEscape(text: string, at: number): boolean {
  return ['$${', '%%{'].includes(text.slice(at, at + 3));
}

/** Where a sequence ends whose inside starts at `at`: behind its own closing brace, or at the end of the text. */
function sequenceEnd(text: string, at: number): number {
  let depth = 1;
  while (at < text.length && depth > 0) {
    if (text[at] === '"') {
      at = stringEnd(text, at + 1);
    } else {
      if (text[at] === '{') depth++;
      if (text[at] === '}') depth--;
      at++;
    }
  }
  return at;
}

/** Where a quoted string ends whose inside starts at `at`: it may hold sequences, and those strings again. */
function stringEnd(text: string, at: number): number {
  while (at < text.length && text[at] !== '"') {
    if (text[at] === '\\') at += 2;
    else if (isEscape(text, at)) at += 3;
    else if (isSequence(text, at)) at = sequenceEnd(text, at + 2);
    else at++;
  }
  return at + 1;
}
