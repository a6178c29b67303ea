import { SETTINGS } from '../../../lib/private/settings/catalogue';
import { Setting } from '../../../lib/private/settings/setting';
import { absentIn, valueProblems } from '../../../lib/private/settings/setting-value';

const problems = (key: string, value: string, version?: string) => valueProblems('here', SETTINGS.get(key)!, value, version);
const codesOf = (key: string, value: string, version?: string) => problems(key, value, version).map(({ code }) => code);

describe('the form of a value', () => {
  test.each([
    ['global.logAsJson', ['true', 'false', 'True', 'FALSE'], ['yes', '1', 'on', 'null', 'NULL', 'true '], 'global.logAsJson takes true or false'],
    ['dapr_operator.replicaCount', ['0', '3', '+3', '007'], ['three', '1.5', '3 ', '1e3', '0x10'], 'dapr_operator.replicaCount takes a whole number'],
    ['global.mtls.workloadCertTTL', ['24h', '1m30s', '1.5h', '500ms', '0', '.5s', '1µs', '1μs'], ['24', '1 h', '1d', '-1s', 'h'], 'takes a duration of Go'],
    ['dapr_scheduler.cluster.storageSize', ['16Gi', '1.5Gi', '100M', '1e3', '1024', '500m'], ['16GB', '16 Gi', 'big', '-1Gi', 'Gi'], 'takes a quantity'],
    ['global.ha.disruption.maximumUnavailable', ['25%', '1', '0'], ['25 %', '0.25', '-1', 'half'], 'takes a whole number or a percentage'],
    [
      'global.mtls.sentryAddress', ['dapr-sentry.dapr-system.svc.cluster.local:443', 'host:1', 'host:65535', '[::1]:443'],
      ['host', 'host:0', 'host:65536', 'https://host:443', 'host:https'], 'takes a host and a port',
    ],
    [
      'dapr_sentry.tls.root.certPEM', ['-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'], ['/certs/ca.pem', 'MIIB'],
      'takes the text of a PEM file, not its path',
    ],
  ])('of %s', (key, right, wrong, why) => {
    for (const value of right) {
      expect([value, codesOf(key, value)]).toStrictEqual([value, []]);
    }
    for (const value of wrong) {
      expect([value, codesOf(key, value)]).toStrictEqual([value, ['SettingValueMalformed']]);
      expect(problems(key, value)[0].why).toContain(why);
    }
  });

  test.each(['global.registry', 'global.nodeSelector', 'dapr_sidecar_injector.ignoreEntrypointTolerations', 'dapr_operator.watchInterval'])('of %s is free', (key) => {
    expect(codesOf(key, '{any: "thing"},')).toStrictEqual([]);
  });

  test('is told with the value, the reason and an example', () => {
    expect(problems('global.logAsJson', 'yes')).toStrictEqual([{
      code: 'SettingValueMalformed', value: 'here: "yes"', why: 'global.logAsJson takes true or false', fix: "'true', for instance",
    }]);
  });

  test('is told without the value where that is a secret', () => {
    expect(problems('dapr_sentry.tls.issuer.keyPEM', 'hunter2')).toStrictEqual([{
      code: 'SettingValueMalformed',
      value: 'here: (not shown)',
      why: 'dapr_sentry.tls.issuer.keyPEM takes the text of a PEM file, not its path',
      fix: "fs.readFileSync('path/to/file.pem', 'utf8'), for instance",
    }]);
    const port: Setting = { ...SETTINGS.get('global.prometheus.port')!, sensitive: true };
    expect(JSON.stringify(valueProblems('here', port, '70000', undefined))).not.toContain('70000');
  });
});

test.each(['dapr_operator.replicaCount', 'global.tolerations', 'dapr_operator.logLevel', 'dapr_placement.keepAliveTime', 'global.ha.disruption.maximumUnavailable'])(
  'null takes the default of %s away, in any case', (key) => {
    expect([...codesOf(key, 'null'), ...codesOf(key, 'NULL')]).toStrictEqual([]);
  },
);

describe('one of a closed set', () => {
  test.each(['dapr_operator.logLevel', 'dapr_sentry.logLevel', 'dapr_monitoring.logLevel'])('%s is a level of the log in any case', (key) => {
    for (const value of ['debug', 'Info', 'WARN', 'error', 'fatal']) {
      expect(codesOf(key, value)).toStrictEqual([]);
    }
    expect(problems(key, 'warning')).toStrictEqual([{
      code: 'SettingValueUnknown',
      value: 'here: "warning"',
      why: `${key} takes one of 'debug', 'info', 'warn', 'error', 'fatal'`,
      fix: "'debug', 'info', 'warn', 'error', 'fatal'",
    }]);
  });

  test.each([
    ['global.imagePullPolicy', 'Always', 'always'],
    ['global.seccompProfile', 'RuntimeDefault', 'runtimedefault'],
    ['dapr_scheduler.etcdCompactionMode', 'periodic', 'Periodic'],
    ['dapr_sidecar_injector.webhookFailurePolicy', 'Ignore', 'ignore'],
    ['global.actors.serviceName', 'placement', 'scheduler'],
    ['global.reminders.serviceName', 'scheduler', 'redis'],
    ['global.ha.podAntiAffinityPolicy', 'requiredDuringSchedulingIgnoredDuringExecution', 'required'],
  ])('%s takes %s and not %s', (key, right, wrong) => {
    expect(codesOf(key, right)).toStrictEqual([]);
    expect(codesOf(key, wrong)).toStrictEqual(['SettingValueUnknown']);
  });
});

describe('the range of a value', () => {
  test.each([
    ['global.prometheus.port', '0', false], ['global.prometheus.port', '1', true], ['global.prometheus.port', '65535', true],
    ['global.prometheus.port', '65536', false],
    ['dapr_placement.maxActorApiLevel', '-1', true], ['dapr_placement.maxActorApiLevel', '-2', false],
    ['dapr_operator.replicaCount', '-1', false],
    ['dapr_placement.keepAliveTime', '999ms', false], ['dapr_placement.keepAliveTime', '1s', true], ['dapr_placement.keepAliveTime', '0.5s500ms', true],
    ['dapr_placement.keepAliveTimeout', '10s', true], ['dapr_placement.keepAliveTimeout', '10s1ms', false], ['dapr_placement.keepAliveTimeout', '1m', false],
    ['dapr_placement.keepAliveTimeout', '1h', false], ['dapr_placement.keepAliveTimeout', '9999999µs', true], ['dapr_placement.keepAliveTime', '999μs', false],
    ['dapr_placement.keepAliveTime', '999999999ns', false], ['dapr_placement.keepAliveTime', '2000000us', true], ['dapr_placement.keepAliveTime', '0', false],
  ])('of %s holds %s: %s', (key, value, inside) => {
    expect(codesOf(key, value)).toStrictEqual(inside ? [] : ['SettingOutOfRange']);
  });

  test.each([
    ['1.15.0', '8s', false], ['1.15.0', '3s', true], ['1.15.0', '1s', true], ['1.15.0', '900ms', false],
    ['1.15.14-msft.2', '3.5s', false], ['1.16.19', '8s', false], ['1.16.19-msft.3', '8s', false], ['1.16.19', '2s', true],
    ['1.17.0', '8s', true], ['1.17.0', '500ms', true], ['1.18.3', '30s', true], ['1.14.5', '8s', true], [undefined, '8s', true], ['', '8s', true],
  ])('of disseminateTimeout in Dapr %s holds %s: %s', (version, value, inside) => {
    expect(codesOf('dapr_placement.disseminateTimeout', value, version)).toStrictEqual(inside ? [] : ['SettingOutOfRange']);
  });

  test('is told with its versions', () => {
    expect(problems('dapr_placement.disseminateTimeout', '8s', '1.16.5')).toStrictEqual([{
      code: 'SettingOutOfRange',
      value: 'here: "8s"',
      why: 'dapr_placement.disseminateTimeout has to be at least 1s and at most 3s in Dapr from 1.15.0 on and before 1.17.0',
      fix: "'1s', for instance, or leave it out to get the default",
    }]);
    expect(problems('global.prometheus.port', '0')[0]).toMatchObject({
      why: 'global.prometheus.port has to be at least 1 and at most 65535', fix: "'1', for instance, or leave it out to get the default",
    });
    expect(problems('dapr_operator.replicaCount', '-1')[0].why).toBe('dapr_operator.replicaCount has to be at least 0');
    const capped: Setting = { key: 'a', type: 'integer', status: 'live', ranges: [{ before: '1.17.0', max: 5 }, { from: '1.17.0', max: 7 }] };
    expect(valueProblems('here', capped, '6', '1.16.0')[0]).toMatchObject({
      why: 'a has to be at most 5 in Dapr before 1.17.0', fix: "'5', for instance, or leave it out to get the default",
    });
    expect(valueProblems('here', capped, '6', undefined)).toStrictEqual([]);
    expect(valueProblems('here', capped, '8', undefined)[0].why).toBe('a has to be at most 7 in Dapr from 1.17.0 on');
    expect(valueProblems('here', capped, '8', '')).toStrictEqual([]);
  });
});

describe('a version of Dapr that does not read the setting', () => {
  test.each([
    ['dapr_scheduler.workers', '1.16.19', 'Dapr has it since 1.17.0'],
    ['dapr_scheduler.workers', '1.16.19-msft.9', 'Dapr has it since 1.17.0'],
    ['dapr_scheduler.etcdMaxTxnOps', '1.17.6', 'Dapr has it since 1.17.7'],
    ['dapr_sentry.extraArgs', '1.18.3', 'no released version of Dapr has it yet'],
    ['dapr_sentry.extraArgs', undefined, 'no released version of Dapr has it yet'],
    ['dapr_sentry.extraArgs', '', 'no released version of Dapr has it yet'],
    ['global.reminders.skipMigration', '1.16.1', 'Dapr has it since 1.16.2'],
    ['global.reminders.skipMigration', '1.17.0', 'Dapr has it no longer since 1.17.0'],
    ['global.reminders.skipMigration', undefined, 'Dapr has it no longer since 1.17.0'],
    ['dapr_sentry.tokenAudience', '1.13.0', 'Dapr has it no longer since 1.13.0'],
  ])('%s in %s: %s', (key, version, why) => {
    expect(absentIn(SETTINGS.get(key)!, version)).toBe(why);
  });

  test.each([
    ['dapr_scheduler.workers', '1.17.0'], ['dapr_scheduler.workers', '1.17.0-msft.1'], ['dapr_scheduler.workers', undefined], ['dapr_scheduler.workers', ''],
    ['global.reminders.skipMigration', '1.16.2'], ['global.reminders.skipMigration', '1.16.19'], ['global.reminders.skipMigration', ''],
    ['dapr_sentry.tokenAudience', '1.12.5'], ['global.logAsJson', '1.12.0'],
  ])('is not that of %s in %s', (key, version) => {
    expect(absentIn(SETTINGS.get(key)!, version)).toBeUndefined();
  });

  test('fails for no value of it', () => {
    expect(codesOf('dapr_scheduler.workers', 'many', '1.16.19')).toStrictEqual([]);
    expect(codesOf('dapr_scheduler.workers', 'many', '1.17.0')).toStrictEqual(['SettingValueMalformed']);
    expect(codesOf('dapr_placement.keepAliveTime', '30s', '1.14.5')).toStrictEqual([]);
    expect(codesOf('dapr_placement.keepAliveTime', '30s', '1.15.0')).toStrictEqual(['SettingOutOfRange']);
  });
});
