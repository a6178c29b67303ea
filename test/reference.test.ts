import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { pages } from '../catalogue/errors-and-warnings';
import { ERRORS } from '../lib/private/errors';
import { WARNINGS } from '../lib/private/warnings';

const root = join(__dirname, '..');
const sources = readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => ({ name, text: readFileSync(join(root, 'lib', name), 'utf8') }));
const used = (pattern: RegExp) => new Set(sources.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, name]) => name)));

test.each(Object.entries(pages()))('%s is what the catalogue says: `npx projen reference` writes it', (name, text) => {
  expect(readFileSync(join(root, name), 'utf8')).toBe(text);
});

test('every error in the code is in the catalogue, and the catalogue has no other', () => {
  expect([...used(/\bcode: '(\w+)'/g)].sort()).toStrictEqual(Object.keys(ERRORS).sort());
});

test('every warning in the code is in the catalogue, and the catalogue has no other', () => {
  expect([...used(/\bid: '(\w+)'/g)].sort()).toStrictEqual(Object.keys(WARNINGS).sort());
});

test('nothing is thrown but what describes problems of the catalogue', () => {
  const thrown = sources.flatMap(({ name, text }) => [...text.matchAll(/\bthrow [^\n]*/g)].map(([statement]) => `${name}: ${statement}`));
  expect(thrown.length).toBeGreaterThan(0);
  expect(thrown.filter((statement) => !/: throw new Error\((describe|this\.errorText)\(/.test(statement))).toStrictEqual([]);
});

test('each entry is a sentence and says what helps', () => {
  for (const { means, fix } of Object.values(ERRORS)) {
    expect(means).toMatch(/^\S.*\.$/);
    expect(fix).toMatch(/^[A-Z].*\.$/);
  }
  for (const { means, instead } of Object.values(WARNINGS)) {
    expect(means).toMatch(/^[A-Z].*\.$/);
    expect(instead).toMatch(/^[A-Z].*\.$/);
  }
});
