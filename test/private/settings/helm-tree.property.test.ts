import * as fc from 'fast-check';
import { HelmValues } from '../../../lib';
import { readsAs } from '../../../lib/private/rendering/set-grammar';
import { parseSet } from '../../helpers/set-parser';

/** Texts full of what the grammar and Terraform's templates give a meaning to. */
const sign = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...'\\,.=[]{}"\' \n\t%$#:/-+0123') },
  { weight: 2, arbitrary: fc.constantFrom('true', 'null', '${', '%{', '$${', '%%{', '\\\\', '{{', ', ', 'key=') },
  { weight: 2, arbitrary: fc.string({ minLength: 1, maxLength: 3, unit: 'binary' }) },
);
const name = fc.array(sign, { minLength: 1, maxLength: 6 }).map((signs) => signs.join('')).filter((it) => !it.includes('TfToken'));
const text = name.filter((it) => readsAs(it) === 'text');
const number = fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.integer({ min: -999, max: 999 }).map((it) => it / 8)).map((it) => it + 0);

const { tree } = fc.letrec<{ tree: Record<string, unknown>; node: unknown }>((tie) => ({
  tree: fc.dictionary(name, tie('node'), { maxKeys: 4, noNullPrototype: true }),
  node: fc.oneof({ maxDepth: 4, withCrossShrink: true },
    text, number, fc.boolean(), fc.constantFrom(null, ''), tie('tree'), fc.array(tie('node'), { maxLength: 4 })),
}));

/** What Terraform makes of a template without expressions. */
const evaluated = (template: string) => template.replace(/([$%])\1\{/g, '$1{');

/** What of a tree can be said: no empty map or list, no fraction as a number, no empty text. */
function said(value: unknown): unknown {
  if (Array.isArray(value)) {
    const elements = value.map(said);
    while (elements.length > 0 && elements[elements.length - 1] === undefined) elements.pop();
    return elements.length === 0 ? undefined : elements.map((element) => element === undefined ? null : element);
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([key, member]) => [key, said(member)] as const).filter(([, member]) => member !== undefined);
    return members.length === 0 ? undefined : Object.fromEntries(members);
  }
  return value === '' ? null : typeof value === 'number' && !Number.isInteger(value) ? String(value) : value;
}

test('values of a release come out of Helm as they went in', () => {
  fc.assert(fc.property(tree, (values) => {
    const { configurationSettings, configurationProtectedSettings } = HelmValues.fromObject(values);
    expect(configurationProtectedSettings).toStrictEqual({});
    const line = Object.entries(configurationSettings).map(([key, value]) => `${evaluated(key)}=${evaluated(value)}`).join(',');
    expect(parseSet(line)).toEqual(said(values) ?? {});
  }), { numRuns: 500 });
});

test('no part of them is an expression', () => {
  fc.assert(fc.property(tree, (values) => {
    for (const part of Object.entries(HelmValues.fromObject(values).configurationSettings).flat()) {
      expect(part.replace(/[$%]*([$%])\1\{/g, '')).not.toMatch(/[$%]\{/);
    }
  }), { numRuns: 200 });
});
