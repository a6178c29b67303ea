import { readCatalogue, type Entry } from '../../catalogue/catalogue';
import { defaultWords, effects, existence, listed, rangeWords, seeLink } from '../../catalogue/words';

const catalogue = readCatalogue();
const entryOf = (key: string): Entry => catalogue.settings.find((entry) => entry.key === key)!;
const [sample] = catalogue.settings;
const made = (parts: Partial<Entry>): Entry => ({ key: 'global.made', type: 'string', default: null, status: 'live', restarts: [], description: 'Made up.', ...parts });

describe('the words of the catalogue', () => {
  test.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('list %j as "%s"', (words, text) => {
    expect(listed(words)).toBe(text);
  });

  test.each([
    ['dapr_operator.logLevel', 'A change restarts `dapr-operator`.'],
    ['global.logAsJson', 'A change restarts the whole control plane.'],
    ['global.dnsSuffix', 'A change restarts `dapr-placement-server` and `dapr-scheduler-server`.'],
    ['dapr_operator.replicaCount', 'A change scales `dapr-operator`.'],
    ['dapr_operator.apiService.type', 'A change updates the Service `dapr-api`; no pod restarts.'],
    ['global.ha.disruption.maximumUnavailable', 'A change updates the PodDisruptionBudgets; no pod restarts.'],
    ['dapr_sidecar_injector.enabled', 'A change adds or removes the Deployment `dapr-sidecar-injector`.'],
    ['dapr_sidecar_injector.nativeSidecar', 'A change restarts `dapr-sidecar-injector`. Sidecars follow when their pods are created anew.'],
    ['global.scheduler.enabled', 'A change restarts `dapr-sidecar-injector` and adds or removes the StatefulSet `dapr-scheduler-server`. '
      + 'Sidecars follow when their pods are created anew.'],
    ['dapr_scheduler.cluster.inMemoryStorage', 'A change needs a replacement of the extension: '
      + 'the volume claims of the StatefulSet `dapr-scheduler-server` depend on it.'],
    ['dapr_placement.volumeclaims.storageSize', 'A change needs a replacement of the extension in high availability, unless '
      + '`dapr_placement.cluster.forceInMemoryLog` is true: the volume claims of the StatefulSet `dapr-placement-server` depend on it.'],
    ['dapr_placement.cluster.forceInMemoryLog', 'A change needs a replacement of the extension in high availability: the volume claims of '
      + 'the StatefulSet `dapr-placement-server` depend on it. Otherwise it restarts `dapr-placement-server`.'],
    ['nameOverride', ''],
  ])('say what a change of %s does', (key, text) => {
    expect(effects(entryOf(key))).toBe(text);
  });

  test.each([
    ['global.tag', 'Since Dapr 1.0.0.'],
    ['global.reminders.skipMigration', 'Dapr 1.16.2 up to 1.17.0, which no longer has it.'],
    ['dapr_sentry.extraArgs', 'Not in a release of Dapr yet.'],
    ['global.clusterType', ''],
  ])('say since when %s exists', (key, text) => {
    expect(existence(entryOf(key))).toBe(text);
  });

  test.each<[Partial<Entry>, string]>([
    [{}, ''],
    [{ ranges: [{ min: 0 }] }, 'Range: at least 0.'],
    [{ ranges: [{ min: 1, max: 65535 }] }, 'Range: 1 to 65535.'],
    [{ type: 'duration', ranges: [{ min: 1, max: 10 }] }, 'Range: 1s to 10s.'],
    [{ ranges: [{ from: '1.2.0', min: 1 }] }, 'Range: at least 1 (Dapr 1.2.0 or newer).'],
    [{ ranges: [{ from: '1.2.0', before: '1.3.0', min: 1, max: 3 }, { from: '1.3.0', min: 2 }] },
      'Range: 1 to 3 (Dapr 1.2.0 or newer, but older than 1.3.0). Range: at least 2 (Dapr 1.3.0 or newer).'],
  ])('say the range of %j', (parts, text) => {
    expect(rangeWords(made(parts))).toBe(text);
  });

  test.each<[Partial<Entry>, string]>([
    [{ default: null }, 'not set'],
    [{ default: '' }, 'not set'],
    [{ default: null, type: 'objects' }, 'none'],
    [{ default: {} }, 'none'],
    [{ default: { a: 1 } }, '`{"a":1}`'],
    [{ default: 'x' }, "'x'"],
    [{ default: false }, 'false'],
    [{ default: 3, defaultText: 'three' }, 'three'],
    [{ default: false, extensionDefault: true }, 'true (false in the chart itself)'],
    [{ default: null, extensionDefault: true }, 'true'],
    [{ default: 2, defaultHistory: [{ from: '1.0.0', default: 1 }, { from: '1.2.0', default: 2 }] }, '2 (since Dapr 1.2.0, 1 before)'],
    [{ default: 'Never', type: 'enum', enum: 'ImagePullPolicy' }, 'ImagePullPolicy.NEVER'],
  ])('say the default of %j', (parts, text) => {
    expect(defaultWords(catalogue, made(parts))).toBe(text);
  });

  test('link to the values file that has the key, in the newest version', () => {
    const newest = catalogue.newestPatches[catalogue.newestMinor];
    expect(seeLink(catalogue, { ...sample, key: 'global.made' })).toBe(`https://github.com/dapr/dapr/blob/v${newest}/charts/dapr/values.yaml`);
    expect(seeLink(catalogue, { ...sample, key: 'nameOverride' })).toBe(`https://github.com/dapr/dapr/blob/v${newest}/charts/dapr/values.yaml`);
    expect(seeLink(catalogue, entryOf('dapr_operator.logLevel')))
      .toBe(`https://github.com/dapr/dapr/blob/v${newest}/charts/dapr/charts/dapr_operator/values.yaml`);
    expect(seeLink(catalogue, entryOf('dapr_sentry.extraArgs'))).toContain('/blob/master/charts/dapr/charts/dapr_sentry/values.yaml');
    expect(seeLink(catalogue, entryOf('hooks.applyCrds'))).toBe('https://learn.microsoft.com/azure/aks/dapr-settings');
  });
});
