import { parseSet } from './set-parser';

describe('the reader of the --set grammar', () => {
  test.each<[string, string, unknown]>([
    ['several pairs', 'a=1,b=x', { a: 1, b: 'x' }],
    ['nested names', 'a.b.c=x', { a: { b: { c: 'x' } } }],
    ['an escaped dot in a name', 'a.kubernetes\\.io/os=linux', { a: { 'kubernetes.io/os': 'linux' } }],
    ['every escape in a name', 'a\\=\\,\\[\\\\b=x', { 'a=,[\\b': 'x' }],
    ['names that need no escape', 'a/]{}- "b=x', { 'a/]{}- "b': 'x' }],
    ['escaped commas and backslashes', 'a=x\\,y\\\\z', { a: 'x,y\\z' }],
    ['a value with signs of other places', 'a=b=c.d[0]{e}"f"\n#:', { a: 'b=c.d[0]{e}"f"\n#:' }],
    ['an escaped leading brace', 'a=\\{x}', { a: '{x}' }],
    ['white space', 'a=b, c=d', { 'a': 'b', ' c': 'd' }],
    ['a lone backslash at the end', 'a=b\\', { a: 'b' }],
    ['PEM', 'a=-----BEGIN X-----\nAb+/==\n-----END X-----\n', { a: '-----BEGIN X-----\nAb+/==\n-----END X-----\n' }],
    ['the list that looks empty', 'a={}', { a: [''] }],
    ['brackets, which are text', 'a=[]', { a: '[]' }],
    ['a list', 'a={x,y},b=1', { a: ['x', 'y'], b: 1 }],
    ['a list with escapes', 'a={x\\,y,\\},\\\\,\\{}', { a: ['x,y', '}', '\\', '{'] }],
    ['typed elements', 'a={1,true,null,x}', { a: [1, true, null, 'x'] }],
    ['an element set after its list', 'a={x},a[0]=y', { a: ['y'] }],
    ['a gap', 'a[1]=x', { a: [null, 'x'] }],
    ['indexes in any order', 'a[1]=x,a[0]=y', { a: ['y', 'x'] }],
    ['members of elements', 'a[0].b=x,a[0].c=y,a[1].b=z', { a: [{ b: 'x', c: 'y' }, { b: 'z' }] }],
    ['lists of lists', 'a[0][0]=x,a[0][1]=y', { a: [['x', 'y']] }],
    ['an empty value', 'a=,b=', { a: '', b: '' }],
    ['a name of the language', '__proto__.a=1', JSON.parse('{"__proto__":{"a":1}}')],
    ['nothing', '', {}],
  ])('reads %s', (_what, line, expected) => {
    expect(parseSet(line)).toEqual(expected);
    expect(JSON.stringify(parseSet(line))).toBe(JSON.stringify(expected));
  });

  test.each<[string, unknown]>([
    ['true', true], ['FALSE', false], ['\\true', true], ['Null', null], ['0', 0], ['12', 12], ['-5', -5], ['+5', 5], ['-007', -7], ['-0', -0],
    ['9007199254740991', 9007199254740991], ['9223372036854775807', 9223372036854775807n], ['9223372036854775808', '9223372036854775808'],
    ['-9223372036854775808', -9223372036854775808n], ['007', '007'], ['1.5', '1.5'], ['1e3', '1e3'], ['0x10', '0x10'], ['yes', 'yes'], ['~', '~'],
  ])('takes %s for what Helm takes it for', (text, expected) => {
    expect(parseSet(`a=${text}`).a == expected).toBe(true);
    expect(typeof parseSet(`a=${text}`).a).toBe(typeof expected);
  });

  test.each([
    ['a', '"a" has no value'],
    ['a,b=1', '"a" has no value'],
    ['a="x,y"', '"y"" has no value'],
    ['a=1,a.b=2', '"a" has a value of another kind'],
    ['a={x},a.b=2', '"a" has a value of another kind'],
    ['a={x', 'a list must end with }'],
    ['a={{x}}', 'a list within a list'],
    ['a={x}y', 'unexpected "y" behind a value'],
    ['a[0]b=1', 'unexpected "b" behind ]'],
    ['a[x]=1', 'bad index "x"'],
    ['a[65537]=1', 'bad index "65537"'],
    ['a[0]', '"a.0" has no value'],
    [`${'a.'.repeat(31)}a=1`, 'nested too deep'],
  ])('refuses %s', (line, message) => {
    expect(() => parseSet(line)).toThrow(message);
  });
});
