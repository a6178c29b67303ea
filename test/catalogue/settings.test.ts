import { readFileSync } from 'fs';
import { CATALOGUE_FILE, isTyped, readCatalogue, STATUSES, type Entry } from '../../catalogue/catalogue';
import { effects } from '../../catalogue/words';

const catalogue = readCatalogue();
const { settings } = catalogue;
const keysWhere = (broken: (entry: Entry) => unknown) => settings.filter(broken).map((entry) => entry.key);
const duplicates = (texts: readonly string[]) => texts.filter((text, index) => texts.indexOf(text) !== index);
const VERSION = /^\d+\.\d+\.\d+$/;

function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  const index = a.findIndex((part, position) => part !== b[position]);
  return index < 0 ? 0 : a[index] - b[index];
}

/** Whether a default can be a value of its type; the chart writes "not set" as null or as empty text. */
function fits(entry: Entry, value: unknown): boolean {
  if (value === null || value === '') return entry.type !== 'boolean' || value === null;
  switch (entry.type) {
    case 'boolean': return typeof value === 'boolean';
    case 'integer': return Number.isInteger(value);
    case 'enum': return catalogue.enums[entry.enum!].members.some((member) => member.value === value);
    case 'duration': return /^(\d+(\.\d+)?(ms|s|m|h))+$/.test(String(value));
    case 'quantity': return /^\d+(\.\d+)?([KMGTPE]i?)?$/.test(String(value));
    case 'intOrPercent': return /^\d+%?$/.test(String(value));
    case 'stringMap': case 'resources': case 'object':
      return typeof value === 'object' && !Array.isArray(value) && (entry.type === 'stringMap' || Object.keys(value).length === 0);
    case 'stringList': case 'tolerations': case 'objects': case 'imagePullSecrets': return Array.isArray(value);
    default: return typeof value === 'string';
  }
}

function seconds(duration: string): number {
  const units: { [unit: string]: number } = { ms: 0.001, s: 1, m: 60, h: 3600 };
  return [...duration.matchAll(/([\d.]+)(ms|s|m|h)/g)].reduce((sum, [, count, unit]) => sum + Number(count) * units[unit], 0);
}

describe('the settings catalogue', () => {
  test('has all keys of the charts from 1.12 to 1.18 and those of Microsoft', () => {
    expect(settings.filter((entry) => !['microsoft', 'cli-only'].includes(entry.status))).toHaveLength(282);
    expect(keysWhere((entry) => entry.status === 'microsoft'))
      .toEqual(['global.clusterType', 'dapr_monitoring.enabled', 'dapr_monitoring.logLevel', 'hooks.applyCrds']);
    expect(keysWhere((entry) => entry.status === 'cli-only'))
      .toEqual(['existingDaprReleaseName', 'existingDaprReleaseNamespace', 'skipExistingDaprCheck']);
  });

  test('has 238 live keys', () => {
    expect(keysWhere((entry) => entry.status === 'live')).toHaveLength(238);
  });

  test('has each key once', () => {
    expect(duplicates(settings.map((entry) => entry.key))).toEqual([]);
  });

  test('keeps its order: groups together, keys in alphabetical order', () => {
    const groupOf = (key: string) => (key.includes('.') ? key.split('.')[0] : '');
    const groups = [...new Set(settings.map((entry) => groupOf(entry.key)))];
    const ordered = [...settings.map((entry) => entry.key)].sort((a, b) => {
      const byGroup = groups.indexOf(groupOf(a)) - groups.indexOf(groupOf(b));
      return byGroup || (a < b ? -1 : 1);
    });
    expect(settings.map((entry) => entry.key)).toEqual(ordered);
  });

  test('is printed the way JSON.stringify prints it, so that an edit is a small diff', () => {
    expect(readFileSync(CATALOGUE_FILE, 'utf8')).toBe(`${JSON.stringify(catalogue, null, 2)}\n`);
  });

  test('knows the newest patch of each minor up to the newest', () => {
    const minors = Object.keys(catalogue.newestPatches);
    expect(minors[minors.length - 1]).toBe(catalogue.newestMinor);
    for (const [minor, patch] of Object.entries(catalogue.newestPatches)) {
      expect(patch).toMatch(VERSION);
      expect(patch.startsWith(`${minor}.`)).toBe(true);
    }
  });

  test('uses known statuses only', () => {
    expect(keysWhere((entry) => !STATUSES.includes(entry.status))).toEqual([]);
  });

  test('states versions as versions, each removal after the arrival', () => {
    expect(keysWhere((entry) => entry.since !== undefined && entry.since !== 'HEAD' && !VERSION.test(entry.since))).toEqual([]);
    expect(keysWhere((entry) => entry.removed !== undefined && !VERSION.test(entry.removed))).toEqual([]);
    expect(keysWhere((entry) => entry.removed && compareVersions(entry.since!, entry.removed) >= 0)).toEqual([]);
    expect(keysWhere((entry) => entry.status === 'removed' && !entry.removed)).toEqual([]);
    expect(keysWhere((entry) => entry.removed && !['removed', 'live'].includes(entry.status))).toEqual([]);
  });

  test('says since when each key of the chart exists', () => {
    expect(keysWhere((entry) => !entry.since && !['microsoft', 'cli-only'].includes(entry.status))).toEqual([]);
  });

  test('knows no version newer than the newest', () => {
    const newest = catalogue.newestPatches[catalogue.newestMinor];
    const versions = (entry: Entry) => [
      entry.since,
      entry.removed,
      ...(entry.defaultHistory ?? []).map((past) => past.from),
      ...(entry.ranges ?? []).flatMap((range) => [range.from, range.before]),
    ].filter((version) => version !== undefined && version !== 'HEAD') as string[];
    expect(keysWhere((entry) => versions(entry).some((version) => compareVersions(version, newest) > 0))).toEqual([]);
  });

  test('names an enum for each closed set, and for nothing else', () => {
    expect(keysWhere((entry) => (entry.type === 'enum') !== (entry.enum !== undefined))).toEqual([]);
    expect(keysWhere((entry) => entry.enum && !catalogue.enums[entry.enum])).toEqual([]);
    const used = new Set(settings.map((entry) => entry.enum));
    expect(Object.keys(catalogue.enums).filter((name) => !used.has(name))).toEqual([]);
  });

  test('gives each enum distinct members with an explanation', () => {
    for (const { description, members } of Object.values(catalogue.enums)) {
      expect(description).toMatch(/\.$/);
      expect(duplicates(members.map((member) => member.name))).toEqual([]);
      expect(duplicates(members.map((member) => member.value))).toEqual([]);
      for (const member of members) {
        expect(member.name).toMatch(/^[A-Z][A-Z0-9_]*$/);
        expect(member.value).not.toBe('');
        expect(member.description).toMatch(/\.$/);
      }
    }
  });

  test('has defaults that fit the type, now and in the past', () => {
    expect(keysWhere((entry) => !fits(entry, entry.default))).toEqual([]);
    expect(keysWhere((entry) => entry.extensionDefault !== undefined && !fits(entry, entry.extensionDefault))).toEqual([]);
    expect(keysWhere((entry) => entry.defaultHistory?.some((past) => !fits(entry, past.default)))).toEqual([]);
  });

  test('has a history of defaults in the order of versions, which ends with the default of today', () => {
    const histories = settings.filter((entry) => entry.defaultHistory);
    expect(histories.length).toBeGreaterThan(0);
    for (const entry of histories) {
      const history = entry.defaultHistory!;
      expect(history.length).toBeGreaterThan(1);
      expect(history[history.length - 1].default).toEqual(entry.default);
      const versions = history.map((past) => past.from);
      expect(versions).toEqual([...versions].sort(compareVersions));
      expect(duplicates(versions)).toEqual([]);
    }
  });

  test('has ranges with a bound, for numbers and durations, around the default', () => {
    const ranged = settings.filter((entry) => entry.ranges);
    expect(ranged.length).toBeGreaterThan(0);
    for (const entry of ranged) {
      expect(['integer', 'duration']).toContain(entry.type);
      for (const { from, before, min, max } of entry.ranges!) {
        expect(min ?? max).toBeDefined();
        for (const bound of [from, before]) expect(bound ?? '0.0.0').toMatch(VERSION);
        if (before || entry.default === null) continue;
        const value = entry.type === 'duration' ? seconds(String(entry.default)) : Number(entry.default);
        expect(value).toBeGreaterThanOrEqual(min ?? value);
        expect(value).toBeLessThanOrEqual(max ?? value);
      }
    }
  });

  test('limits disseminateTimeout to three seconds in Dapr 1.15 and 1.16 only', () => {
    expect(settings.find((entry) => entry.key === 'dapr_placement.disseminateTimeout')!.ranges)
      .toEqual([{ from: '1.15.0', before: '1.17.0', min: 1, max: 3 }]);
  });

  test('describes each key in sentences that no other key has', () => {
    expect(duplicates(settings.map((entry) => entry.description))).toEqual([]);
    const texts = (entry: Entry) => [entry.description, entry.notes, entry.hint].filter((text) => text !== undefined);
    expect(keysWhere((entry) => texts(entry).some((text) => !/^[A-Z].*[A-Za-z0-9`)]\.$/.test(text)))).toEqual([]);
  });

  test('speaks of keys that exist', () => {
    const keys = new Set(settings.map((entry) => entry.key));
    const known = (text: string) => keys.has(text) || Object.keys(catalogue.groups).includes(text);
    const texts = (entry: Entry) => [entry.description, entry.notes, entry.hint, entry.immutable?.when].join(' ');
    const mentions = (entry: Entry) => texts(entry).match(/`(global|dapr_\w+)\.[\w.]+`/g) ?? [];
    expect(settings.flatMap(mentions).length).toBeGreaterThan(50);
    expect(settings.flatMap(mentions).filter((mention) => !known(mention.replace(/`/g, '')))).toEqual([]);
  });

  test('says why a key is of no use, and only then', () => {
    expect(keysWhere((entry) => isTyped(entry) && entry.status !== 'broken-default' && entry.hint)).toEqual([]);
    expect(keysWhere((entry) => !isTyped(entry) && !entry.hint)).toEqual([]);
  });

  test('says what a change of each typed setting does', () => {
    expect(keysWhere((entry) => isTyped(entry) && effects(entry) === '')).toEqual([]);
  });

  test('names workloads that exist', () => {
    const workloads = ['dapr-operator', 'dapr-placement-server', 'dapr-scheduler-server', 'dapr-sentry', 'dapr-sidecar-injector', 'dapr-monitoring'];
    expect(keysWhere((entry) => [...entry.restarts, ...entry.scales ?? []].some((name) => !workloads.includes(name)))).toEqual([]);
  });

  test('marks the eight keys that reach the volume claims of a StatefulSet', () => {
    expect(keysWhere((entry) => entry.immutable).sort()).toEqual([
      'dapr_placement.cluster.forceInMemoryLog',
      'dapr_placement.ha',
      'dapr_placement.volumeclaims.storageClassName',
      'dapr_placement.volumeclaims.storageSize',
      'dapr_scheduler.cluster.inMemoryStorage',
      'dapr_scheduler.cluster.storageClassName',
      'dapr_scheduler.cluster.storageSize',
      'global.ha.enabled',
    ]);
  });

  test('marks the private key and the password as secrets', () => {
    expect(keysWhere((entry) => entry.sensitive)).toEqual(['dapr_scheduler.etcdClientPassword', 'dapr_sentry.tls.issuer.keyPEM']);
  });

  test('knows that high availability is on in the extension and off in the chart', () => {
    expect(settings.find((entry) => entry.key === 'global.ha.enabled')).toMatchObject({ default: false, extensionDefault: true });
  });

  test('describes each group of typed keys once, and no group that does not exist', () => {
    const prefixes = settings.filter(isTyped).flatMap(({ key }) => {
      const segments = key.split('.').slice(0, -1);
      return segments.map((_, index) => segments.slice(0, index + 1).join('.'));
    });
    expect(Object.keys(catalogue.groups).sort()).toEqual([...new Set(prefixes)].filter((prefix) => prefix !== 'global').sort());
    expect(duplicates(Object.values(catalogue.groups))).toEqual([]);
  });
});
