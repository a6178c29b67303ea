import * as fc from 'fast-check';
import { BRACE, ELEMENT, elementKey, escaped, listText, memberKey, printsUnchanged, readsAs, SCALAR, scalarText, WINDOWS_PATH, YAML_QUOTED } from '../../../lib/private/rendering/set-grammar';
import { parseSet } from '../../helpers/set-parser';

const nasty = fc.string({ unit: fc.oneof(fc.constantFrom(...'\\,.=[]{}"\' \n\r\t%$#:/-0nulltrue'), fc.string({ minLength: 1, maxLength: 1 })) });

describe('keys', () => {
  test.each([
    ['kubernetes.azure.com/mode', 'labels.kubernetes\\.azure\\.com/mode'],
    ['a,b', 'labels.a\\,b'],
    ['a=b', 'labels.a\\=b'],
    ['a[0]', 'labels.a\\[0]'],
    ['a\\b', 'labels.a\\\\b'],
    ['a.b.c', 'labels.a\\.b\\.c'],
    ['plain-name_1/{x} "y"', 'labels.plain-name_1/{x} "y"'],
  ])('escape %s', (name, key) => {
    expect(memberKey('labels', name)).toBe(key);
  });

  test('of elements have their index', () => {
    expect(elementKey('global.tolerations', 10)).toBe('global.tolerations[10]');
  });

  test('of any name come back from the reader', () => {
    fc.assert(fc.property(nasty, nasty, (first, second) => {
      const value = JSON.parse(JSON.stringify(parseSet(`${elementKey(memberKey(memberKey('a', first), second), 0)}=x`)));
      expect(value).toEqual({ a: JSON.parse(`{${JSON.stringify(first)}:{${JSON.stringify(second)}:["x"]}}`) });
    }), { numRuns: 2000 });
  });
});

describe('scalars', () => {
  test.each([
    ['plain', 'plain'],
    ['a,b', 'a\\,b'],
    ['a\\b', 'a\\\\b'],
    ['\\,', '\\\\\\,'],
    ['{a}', '\\{a}'],
    ['{a,b}', '\\{a\\,b}'],
    ['a{b}', 'a{b}'],
    ['\\{', '\\\\{'],
    ['a=b.c[0]"\'\n', 'a=b.c[0]"\'\n'],
    ['', ''],
  ])('escape %j', (text, expected) => {
    expect(scalarText(text)).toBe(expected);
  });

  test('of any text come back from the reader', () => {
    fc.assert(fc.property(nasty.filter((text) => readsAs(text) === 'text'), (text) => {
      expect(parseSet(`a=${scalarText(text)},b=1`)).toEqual({ a: text, b: 1 });
    }), { numRuns: 5000 });
  });

  test('come back too when every brace is escaped', () => {
    fc.assert(fc.property(nasty.filter((text) => readsAs(text) === 'text'), (text) => {
      expect(parseSet(`a=${escaped(text, [...SCALAR, ...BRACE])}`)).toEqual({ a: text });
    }), { numRuns: 1000 });
  });
});

describe('lists', () => {
  test('stand in braces, with commas and braces escaped', () => {
    expect(listText(['a', 'b'].map((text) => escaped(text, ELEMENT)))).toBe('{a,b}');
    expect(escaped('a,{b}\\', ELEMENT)).toBe('a\\,\\{b\\}\\\\');
  });

  test('of any texts come back from the reader', () => {
    fc.assert(fc.property(fc.array(nasty.filter((text) => readsAs(text) === 'text'), { minLength: 1 }), (texts) => {
      expect(parseSet(`a=${listText(texts.map((text) => escaped(text, ELEMENT)))},b=1`)).toEqual({ a: texts, b: 1 });
    }), { numRuns: 3000 });
  });
});

describe('texts between quotes of YAML', () => {
  test('have quotes, backslashes and line ends escaped', () => {
    expect(escaped('a"b\\c\nd', YAML_QUOTED)).toBe('a\\"b\\\\c\\nd');
  });

  test('come back from JSON, whose strings are strings of YAML', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'\\"\n,{a') }), (text) => {
      expect(JSON.parse(`"${escaped(text, YAML_QUOTED)}"`)).toBe(text);
    }));
  });

  test('double the backslashes of a path of Windows once, whether or not the user did', () => {
    expect(escaped('C:\\dapr\\raft', WINDOWS_PATH)).toBe('C:\\\\dapr\\\\raft');
    expect(escaped('C:\\\\dapr\\\\raft', WINDOWS_PATH)).toBe('C:\\\\dapr\\\\raft');
  });
});

describe('what Helm takes a scalar for', () => {
  test.each<[string, string, boolean]>([
    ['true', 'boolean', true],
    ['false', 'boolean', true],
    ['True', 'boolean', false],
    ['FALSE', 'boolean', false],
    ['fal\u017fe', 'boolean', false],
    ['null', 'null', false],
    ['NULL', 'null', false],
    ['0', 'integer', true],
    ['1', 'integer', true],
    ['12', 'integer', true],
    ['-12', 'integer', true],
    ['+12', 'integer', false],
    ['-0', 'integer', false],
    ['+0', 'integer', false],
    ['-007', 'integer', false],
    ['9223372036854775807', 'integer', true],
    ['9223372036854775808', 'text', true],
    ['-9223372036854775808', 'integer', true],
    ['-9223372036854775809', 'text', true],
    ['007', 'text', true],
    ['00', 'text', true],
    ['1.5', 'text', true],
    ['1e3', 'text', true],
    ['0x10', 'text', true],
    ['yes', 'text', true],
    ['nil', 'text', true],
    ['~', 'text', true],
    ['', 'text', true],
    ['-', 'text', true],
    ['+', 'text', true],
    ['1 ', 'text', true],
    ['1a', 'text', true],
    ['truely', 'text', true],
    ['xtrue', 'text', true],
    ['nullify', 'text', true],
    ['xnull', 'text', true],
  ])('%s is %s', (text, reading, unchanged) => {
    expect(readsAs(text)).toBe(reading);
    expect(printsUnchanged(text)).toBe(unchanged);
  });

  test('is what the reader takes it for', () => {
    const kinds: Record<string, string> = { boolean: 'boolean', string: 'text', number: 'integer', bigint: 'integer', object: 'null' };
    const digits = fc.tuple(fc.constantFrom('', '+', '-'), fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 20 }));
    fc.assert(fc.property(digits, ([sign, rest]) => {
      expect(readsAs(sign + rest)).toBe(kinds[typeof parseSet(`a=${sign}${rest}`).a]);
    }), { numRuns: 3000 });
  });
});
