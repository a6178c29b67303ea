import { execFileSync, spawnSync } from 'child_process';
import { join } from 'path';
import { readCatalogue } from '../../catalogue/catalogue';
import { chartValues } from '../../catalogue/chart-values';
import { diffCharts, main, report, wholeKeys, type Difference } from '../../catalogue/diff-charts';

const fixture = (name: string) => join(__dirname, 'fixtures', name);
const ROOT = join(__dirname, '..', '..');
const catalogue = readCatalogue();
const whole = wholeKeys(catalogue);
const read = (name: string) => chartValues(fixture(name), whole);
const diff = (before: object, after: object): Difference[] => (
  diffCharts(new Map(Object.entries(before)), new Map(Object.entries(after)), catalogue));

describe('the values of a chart', () => {
  test('are those of the chart and of its subcharts, by dotted key', () => {
    expect(read('old').get('dapr_operator.livenessProbe.initialDelaySeconds')).toBe(3);
    expect(read('old').get('global.registry')).toBe('docker.io/daprio');
    expect(read('new').get('dapr_nested.inner.depth')).toBe(2);
  });

  test('are first what the chart says about a subchart, then what the subchart says', () => {
    expect(read('old').get('dapr_operator.logLevel')).toBe('debug');
    expect(read('old').get('dapr_operator.replicaCount')).toBe(1);
  });

  test('can be read from one file', () => {
    expect(read('old/charts/dapr_operator/values.yaml').get('replicaCount')).toBe(1);
  });

  test('keep a map in one piece where the catalogue has one key for it', () => {
    expect(read('old').get('global.k8sLabels')).toEqual({ 'app.kubernetes.io/part-of': 'dapr' });
    expect([...read('old').keys()].filter((key) => key.startsWith('global.k8sLabels.'))).toEqual([]);
  });

  test('are looked into where the catalogue has a key for each service', () => {
    expect([...whole].filter((key) => /^global\.extra/.test(key))).toEqual([]);
    expect(read('new').get('global.extraVolumes.sentry')).toEqual([{ name: 'certificates' }]);
  });

  test('keep a map that is empty, and a list', () => {
    expect(read('old').get('global.nodeSelector')).toEqual({});
    expect(chartValues(fixture('old'), new Set()).get('global.nodeSelector')).toEqual({});
  });

  test('have dots inside of a name escaped, as Helm has them', () => {
    expect(read('new').get('global.odd\\.key')).toBe(1);
  });

  test('are read as Helm reads YAML: off is false', () => {
    expect(read('new').get('global.logAsJson')).toBe(false);
  });

  test('may be none at all', () => {
    expect(read('empty.yaml').size).toBe(0);
  });

  test('are refused when they are not a map', () => {
    expect(() => read('list.yaml')).toThrow('list.yaml does not hold the values of a chart: its top is not a map');
  });
});

describe('the comparison of two charts', () => {
  test('finds what was added, removed and changed, and what the catalogue lacks of it', () => {
    expect(diffCharts(read('old'), read('new'), catalogue)).toEqual([
      { kind: 'added', key: 'dapr_nested.inner.depth', after: 2, todo: 'not in the catalogue' },
      { kind: 'changed', key: 'dapr_operator.livenessProbe.initialDelaySeconds', before: 3, after: 180, todo: undefined },
      { kind: 'removed', key: 'dapr_operator.nameOverride', before: '', todo: 'not marked as removed in the catalogue' },
      { kind: 'changed', key: 'dapr_operator.ports.port', before: 443, after: 8443, todo: 'default is 443 in the catalogue' },
      { kind: 'added', key: 'dapr_operator.watchNamespace', after: '', todo: undefined },
      { kind: 'added', key: 'global.extraVolumes.sentry', after: [{ name: 'certificates' }], todo: 'default is null in the catalogue' },
      { kind: 'changed', key: 'global.labels', before: { team: 'a' }, after: { team: 'a', tier: 'b' }, todo: 'default is {} in the catalogue' },
      { kind: 'changed', key: 'global.nodeSelector', before: {}, after: { 'kubernetes.io/os': 'linux' }, todo: 'default is {} in the catalogue' },
      { kind: 'added', key: 'global.odd\\.key', after: 1, todo: 'not in the catalogue' },
      { kind: 'changed', key: 'global.registry', before: 'docker.io/daprio', after: 'ghcr.io/dapr', todo: undefined },
      { kind: 'removed', key: 'global.reminders.skipMigration', before: false, todo: undefined },
    ]);
  });

  test('finds nothing between a chart and itself', () => {
    expect(diffCharts(read('new'), read('new'), catalogue)).toEqual([]);
  });

  test('does not mind the order of a map', () => {
    expect(diff({ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } })).toEqual([]);
    expect(diff({ a: [1, 2] }, { a: [2, 1] })).toHaveLength(1);
  });

  test('takes null, empty text, an empty list and an empty map for the same nothing when it asks the catalogue', () => {
    for (const nothing of [null, '', [], {}]) {
      expect(diff({}, { 'global.daprControlPlaneArch': nothing })[0].todo).toBeUndefined();
    }
    expect(diff({}, { 'global.daprControlPlaneArch': 0 })[0].todo).toBe('default is null in the catalogue');
  });

  test('tells that a removed key is back', () => {
    expect(diff({}, { 'dapr_scheduler.ha': false })[0].todo).toBe('removed in 1.15.0 says the catalogue');
  });

  test('does not ask for an entry for a key that left without ever having been in the catalogue', () => {
    expect(diff({ 'dapr_old.key': 1 }, {})[0].todo).toBeUndefined();
  });
});

describe('the report', () => {
  test('has a section for each kind, and says what is to do', () => {
    expect(report(diff(
      { 'global.registry': 'docker.io/daprio', 'global.tag': 'x', 'nameOverride': 'y' },
      { 'global.registry': 'ghcr.io/dapr', 'global.tag': 'z', 'dapr_new.key': [1] },
    ))).toBe([
      'Added (1)',
      '  dapr_new.key: [1]   <-- not in the catalogue',
      '',
      'Removed (1)',
      '  nameOverride: "y"   <-- not marked as removed in the catalogue',
      '',
      'Default changed (2)',
      '  global.registry: "docker.io/daprio" -> "ghcr.io/dapr"',
      '  global.tag: "x" -> "z"   <-- default is "edge" in the catalogue',
      '',
      '3 to do in catalogue/settings.json.',
    ].join('\n'));
  });

  test('says that the catalogue has all of it', () => {
    expect(report(diff({ 'global.registry': 'docker.io/daprio' }, { 'global.registry': 'ghcr.io/dapr' })))
      .toMatch(/\n\nThe catalogue has all of it\.$/);
  });

  test('says that nothing differs', () => {
    expect(report([])).toBe('No key and no default differs.');
  });
});

describe('the script', () => {
  const run = (...paths: string[]) => {
    const printed: string[] = [];
    return { code: main(paths, (text) => printed.push(text)), text: printed.join('\n') };
  };

  test('ends with 1 when the catalogue lacks something', () => {
    const { code, text } = run(fixture('old'), fixture('new'));
    expect(code).toBe(1);
    expect(text).toContain('7 to do in catalogue/settings.json.');
  });

  test('ends with 0 when the catalogue is up to date', () => {
    expect(run(fixture('new'), fixture('new'))).toEqual({ code: 0, text: 'No key and no default differs.' });
  });

  test('ends with 2 and says how to call it', () => {
    expect(run(fixture('old')).code).toBe(2);
    expect(run(fixture('old')).text).toContain('Usage: npx ts-node catalogue/diff-charts.ts <old> <new>');
  });

  test('runs from the command line', () => {
    const call = [join('node_modules', '.bin', 'ts-node'), join('catalogue', 'diff-charts.ts'), fixture('old')];
    expect(execFileSync(process.execPath, [...call, fixture('old')], { cwd: ROOT, encoding: 'utf8' })).toBe('No key and no default differs.\n');
    expect(spawnSync(process.execPath, [...call, fixture('new')], { cwd: ROOT }).status).toBe(1);
  });
});
