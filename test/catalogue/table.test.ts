import { isTyped, readCatalogue, type Entry } from '../../catalogue/catalogue';
import { tableSource, toSetting } from '../../catalogue/table';
import { SETTING_BY_PATH, SETTINGS } from '../../lib/private/settings/catalogue';
import { NEWEST_MINOR } from '../../lib/private/settings/newest-minor';

const catalogue = readCatalogue();
const [sample] = catalogue.settings;

describe('the table of settings', () => {
  test('has every key of the catalogue', () => {
    expect([...SETTINGS.keys()]).toEqual(catalogue.settings.map((entry) => entry.key));
    expect(NEWEST_MINOR).toBe(catalogue.newestMinor);
  });

  test('finds the typed settings by their path', () => {
    expect(SETTING_BY_PATH.size).toBe(catalogue.settings.filter(isTyped).length);
    expect(SETTING_BY_PATH.get('daprOperator.replicaCount')).toBe(SETTINGS.get('dapr_operator.replicaCount'));
    expect(SETTING_BY_PATH.get('daprSidecarInjector.enableK8sDownwardApis')).toBe(SETTINGS.get('dapr_sidecar_injector.enableK8sDownwardAPIs'));
  });

  test('has no path for what is not typed', () => {
    expect(SETTINGS.get('global.clusterType')).toMatchObject({ status: 'microsoft' });
    expect([...SETTINGS.values()].filter((setting) => setting.path === undefined)).toHaveLength(catalogue.settings.length - SETTING_BY_PATH.size);
  });

  test.each([
    ['global.ha.enabled', { type: 'boolean', status: 'live' }],
    ['dapr_placement.disseminateTimeout', { type: 'duration', since: '1.15.0', ranges: [{ from: '1.15.0', before: '1.17.0', min: 1, max: 3 }] }],
    ['global.reminders.skipMigration', { status: 'removed', since: '1.16.2', removed: '1.17.0', hint: expect.stringContaining('1.16.2') }],
    ['dapr_sentry.extraArgs', { type: 'stringList', since: 'next' }],
    ['dapr_sentry.tls.issuer.keyPEM', { type: 'pem', sensitive: true }],
    ['dapr_operator.extraEnvVars', { type: 'stringMap', textSafe: true }],
    ['dapr_sidecar_injector.ignoreEntrypointTolerations', { type: 'json', status: 'brokenDefault' }],
    ['skipExistingDaprCheck', { status: 'cliOnly' }],
    ['dapr_operator.logLevel', { type: 'enum', values: ['debug', 'info', 'warn', 'error', 'fatal'] }],
    ['dapr_sidecar_injector.allowedServiceAccounts', { type: 'commaList' }],
  ])('knows of %s what the checks need', (key, expected) => {
    expect(SETTINGS.get(key)).toMatchObject(expected);
  });

  test('leaves out the version of what is older than the oldest minor it knows', () => {
    expect(SETTINGS.get('global.tag')).not.toHaveProperty('since');
    expect(SETTINGS.get('global.mtls.controlPlaneTrustDomain')).toHaveProperty('since', '1.12.0');
  });

  test('does not carry an empty property', () => {
    expect([...SETTINGS.values()].filter((setting) => Object.values(setting).includes(undefined))).toEqual([]);
  });

  test('is source code that says what the catalogue says, quotes and backslashes too', () => {
    const hint = 'It\'s "C:\\etc" that counts.';
    const entry: Entry = { ...sample, status: 'dead', hint };
    const source = tableSource({ ...catalogue, settings: [entry] })['lib/private/settings/catalogue.ts'];
    const row = source.split('\n').find((line) => line.startsWith("  { key: '"))!;
    // Rows are literals: to evaluate one is to read it as the compiler does.
    const read: unknown = new Function(`return ${row.replace(/,$/, '')}`)();
    expect(read).toEqual(JSON.parse(JSON.stringify(toSetting(catalogue, entry))));
    expect(read).toHaveProperty('hint', hint);
  });
});
