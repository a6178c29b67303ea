import { expressionOf, quoted } from '../../../lib/private/rendering/hcl-template';

describe('a template between quotes', () => {
  test.each([
    ['text', 'plain', '"plain"'],
    ['nothing', '', '""'],
    ['quotes and backslashes', 'a"b\\c', '"a\\"b\\\\c"'],
    ['white space', 'a\nb\rc\td', '"a\\nb\\rc\\td"'],
    ['a sequence', 'a"${var.x}"b', '"a\\"${var.x}\\"b"'],
    ['a string within a sequence', '${upper("a\\"}")}"', '"${upper("a\\"}")}\\""'],
    ['a sequence within a string within a sequence', '"${upper("${lower("}")}")}"', '"\\"${upper("${lower("}")}")}\\""'],
    ['a directive within a string within a sequence', '${f("%{if x}}%{endif}")}"', '"${f("%{if x}}%{endif}")}\\""'],
    ['an escaped sequence within a string', '${f("$${")}"${g("%%{")}"', '"${f("$${")}\\"${g("%%{")}\\""'],
    ['an object within a sequence', '${f({a = {b = 1}})}"', '"${f({a = {b = 1}})}\\""'],
    ['strings behind an object within a sequence', '${f({a = 1}, "b")}', '"${f({a = 1}, "b")}"'],
    ['a directive', '"%{if var.x}"y"%{endif}', '"\\"%{if var.x}\\"y\\"%{endif}"'],
    ['escaped sequences', '"$${a}"%%{b}"', '"\\"$${a}\\"%%{b}\\""'],
    ['signs that start nothing', '$ % $a %a {"} $', '"$ % $a %a {\\"} $"'],
    ['a sequence that does not end', '"${f("a"', '"\\"${f("a""'],
    ['two sequences side by side', '${a}${b}', '"${a}${b}"'],
  ])('escapes %s', (_what, template, expected) => {
    expect(quoted(template)).toBe(expected);
  });
});

describe('the expression of a template', () => {
  test.each([
    ['a lone sequence is its inside', '${var.x}', 'var.x'],
    ['white space around it goes', '${ f("}") }', 'f("}")'],
    ['a short one too', '${x}', 'x'],
    ['anything else is quoted', 'a${var.x}', '"a${var.x}"'],
    ['a sequence with text behind it', '${var.x}a', '"${var.x}a"'],
    ['two sequences', '${a}${b}', '"${a}${b}"'],
    ['a directive', '%{if true}x%{endif}', '"%{if true}x%{endif}"'],
    ['a directive alone', '%{x}', '"%{x}"'],
    ['a directive alone with a sequence in it', '%{ if "${x}" }', '"%{ if "${x}" }"'],
    ['a sequence that does not end where one of its strings does', '${f("}"', '"${f("}""'],
    ['a sequence that trims its left side', '${~ x }', '"${~ x }"'],
    ['a sequence that trims its right side', '${ x ~}', '"${ x ~}"'],
    ['a sequence that does not end', '${x', '"${x"'],
    ['an escaped sequence', '$${x}', '"$${x}"'],
    ['text', 'a"b', '"a\\"b"'],
    ['a lone brace', '{}', '"{}"'],
    ['nothing', '', '""'],
  ])('%s', (_rule, template, expected) => {
    expect(expressionOf(template)).toBe(expected);
  });
});
