import fc from 'fast-check';
import { compareVersions, Versions } from './versions';

const version = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30), fc.option(fc.nat(30)))
  .map(([a, b, c, msft]) => `${a}.${b}.${c}${msft === null ? '' : `-msft.${msft}`}`);

describe('versions', () => {
  test.each([
    ['1.14.4', '1.14.4-msft.1'],
    ['1.14.4-msft.5', '1.14.4-msft.10'],
    ['1.14.4-msft.10', '1.14.5'],
    ['1.9.9', '1.10.0'],
  ])('%s is older than %s', (older, newer) => {
    expect(compareVersions(older, newer)).toBeLessThan(0);
    expect(compareVersions(newer, older)).toBeGreaterThan(0);
  });

  test('are in one order', () => {
    fc.assert(fc.property(version, version, version, (a, b, c) => {
      expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) + 0);
      if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
    }));
  });

  test('are offered by their train, whose name has no case', () => {
    const versions = new Versions();
    versions.publish('Preview', '2.0.0');

    expect(versions.newest('preview')).toBe('2.0.0');
    expect(versions.offers('PREVIEW', '2.0.0', 'refused')).toBe(true);
    expect(versions.offers('stable', '2.0.0', 'refused')).toBe(false);
    expect(versions.offers('stable', '2.0.0', 'accepted')).toBe(true);
    expect(versions.offers('stable', 'v2', 'accepted')).toBe(false);
    expect(versions.offers('unknown', '2.0.0', 'accepted')).toBe(false);
    expect(versions.newest('unknown')).toBeUndefined();
  });
});
