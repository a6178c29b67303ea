import * as fc from 'fast-check';
import { compareVersions, isVersion, isWithin, parseVersion, Version } from '../../lib/private/version';

const part = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 999_999_999 }));
const version: fc.Arbitrary<Version> = fc.record({ major: part, minor: part, patch: part, revision: part }, { requiredKeys: ['major', 'minor', 'patch'] });
const text = version.map(formatVersion);
const close = fc.constantFrom('1.13.2', '1.13.2-msft.0', '1.13.2-msft.3', '1.13.2-msft.10', '1.13.3', '1.13.10', '1.2.9', '1.14.0', '2.0.0', '0.0.0');

describe('a version', () => {
  test.each(['1.14.4', '1.14.4-msft.10', '0.0.0', '1.14.4-msft.0', '999999999.0.1'])('%s is one', (it) => {
    expect(isVersion(it)).toBe(true);
  });

  test.each([
    '1.11', '1', '', 'v1.11.2', '1.11.2-mariner', '1.11.2-mariner.1', '01.11.2', '1.011.2', '1.11.02', '1.11.2-msft.03', '1.11.2-msft', '1.11.2-msft.',
    '1.11.2-MSFT.1', '1.11.2.3', '1.11.2+1', ' 1.11.2', '1.11.2 ', '1.11.2\n', '-1.11.2', '1.11.x', '1.11.2-rc.1', '1000000000.0.0', '1.1e1.2',
  ])('"%s" is none', (it) => {
    expect(isVersion(it)).toBe(false);
    expect(parseVersion(it)).toBeUndefined();
  });

  test('has its parts', () => {
    expect(parseVersion('1.14.4')).toStrictEqual({ major: 1, minor: 14, patch: 4 });
    expect(parseVersion('1.14.4-msft.0')).toStrictEqual({ major: 1, minor: 14, patch: 4, revision: 0 });
  });

  test('survives reading and writing', () => {
    fc.assert(fc.property(version, (it) => expect(parseVersion(formatVersion(it))).toEqual(it)));
    fc.assert(fc.property(text, (it) => expect(formatVersion(parseVersion(it)!)).toBe(it)));
  });
});

describe('the order of versions', () => {
  test('puts rebuilds behind their release, by number', () => {
    const ordered = ['1.9.9', '1.13.2', '1.13.2-msft.3', '1.13.2-msft.10', '1.13.3', '1.13.10', '1.14.0-msft.1', '2.0.0'];
    expect([...ordered].reverse().sort(compareVersions)).toEqual(ordered);
    ordered.slice(1).forEach((later, index) => expect(compareVersions(ordered[index], later)).toBeLessThan(0));
  });

  test('puts the plain release before its rebuild number zero', () => {
    expect(compareVersions('1.13.2', '1.13.2-msft.0')).toBeLessThan(0);
  });

  test('is total', () => {
    const any = fc.oneof(close, text);
    fc.assert(fc.property(any, any, (a, b) => {
      const sign = Math.sign(compareVersions(a, b));
      expect(sign + Math.sign(compareVersions(b, a))).toBe(0);
      expect(sign === 0).toBe(a === b);
    }), { numRuns: 1000 });
  });

  test('is transitive', () => {
    const any = fc.oneof(close, text);
    fc.assert(fc.property(any, any, any, (a, b, c) => {
      const [x, y, z] = [a, b, c].sort(compareVersions);
      expect(compareVersions(x, y)).toBeLessThanOrEqual(0);
      expect(compareVersions(y, z)).toBeLessThanOrEqual(0);
      expect(compareVersions(x, z)).toBeLessThanOrEqual(0);
    }), { numRuns: 1000 });
  });

  test('does not hold for what is no version', () => {
    expect(compareVersions('1.13', '1.13.0')).toBeNaN();
    expect(compareVersions('1.13.0', 'next')).toBeNaN();
  });
});

describe('a window of versions', () => {
  test.each<[string, { from?: string; before?: string }, boolean]>([
    ['1.14.3', { from: '1.14.3' }, true],
    ['1.14.3-msft.1', { from: '1.14.3' }, true],
    ['1.14.2-msft.9', { from: '1.14.3' }, false],
    ['1.17.0', { before: '1.17.0' }, false],
    ['1.17.0-msft.1', { before: '1.17.0' }, false],
    ['1.16.99', { before: '1.17.0' }, true],
    ['1.15.0', { from: '1.15.0', before: '1.17.0' }, true],
    ['1.17.0', { from: '1.15.0', before: '1.17.0' }, false],
    ['1.14.9', { from: '1.15.0', before: '1.17.0' }, false],
    ['1.15.0', {}, true],
    ['1.15.0', { from: 'next' }, false],
    ['1.15.0', { before: 'next' }, false],
    ['1.15', { from: '1.0.0' }, false],
    ['1.15', {}, true],
  ])('decides whether %s lies in %j', (it, window, expected) => {
    expect(isWithin(it, window)).toBe(expected);
  });
});

/** The text of a version: the inverse of `parseVersion`. */
function formatVersion({ major, minor, patch, revision }: Version): string {
  const plain = `${major}.${minor}.${patch}`;
  return revision === undefined ? plain : `${plain}-msft.${revision}`;
}
