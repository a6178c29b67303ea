import { renderSettings } from '../../../lib/private/rendering/render-settings';
import { problemOf, rendered } from '../../helpers/render';
import { SAMPLE } from '../../helpers/sample-settings';
import { TokenStack } from '../../helpers/stack';

const registry = (value: unknown) => problemOf({ registry: value });

describe('what no setting can be', () => {
  test('is null', () => {
    expect(registry(null)).toEqual({
      code: 'SettingNull',
      value: 'settings.registry: null',
      why: 'a setting has a value or is not stated at all',
      fix: "leave it out, or remove the chart's default with configurationSettings: { 'global.registry': 'null' }",
    });
    expect(problemOf({ nodeSelector: { a: null } }).fix).toBe('leave it out');
  });

  test('is null for a switch, which the chart would take for on', () => {
    expect(problemOf({ ha: { enabled: null } })).toMatchObject({ code: 'SettingNull', fix: 'leave it out' });
  });

  test('is an empty text', () => {
    expect(registry('')).toEqual({
      code: 'SettingEmpty',
      value: "settings.registry: ''",
      why: 'the azurerm provider refuses an empty value, so an empty text cannot be sent',
      fix: "leave it out, or remove the chart's default with configurationSettings: { 'global.registry': 'null' }",
    });
  });

  test.each([
    ['integer', { ha: { replicaCount: '' } }],
    ['boolean', { ha: { enabled: '' } }],
    ['enum', { daprOperator: { logLevel: '' } }],
    ['duration', { mtls: { workloadCertTTL: '' } }],
    ['member of a map', { nodeSelector: { a: '' } }],
    ['element', { imagePullSecrets: [''] }],
    ['whole list', { tolerations: '' }],
    ['JSON', { daprSidecarInjector: { ignoreEntrypointTolerations: '' } }],
  ])('is an empty text for a %s', (_type, tree) => {
    expect(problemOf(tree).code).toBe('SettingEmpty');
  });

  test('is a token for a list or a map inside a text', () => {
    const { texts } = new TokenStack();
    const problem = registry(`x-${texts.listValue}`);
    expect(problem).toMatchObject({
      code: 'SettingToken',
      why: 'a token for a whole list or map cannot stand where a single value is wanted',
      fix: "take what is needed out of it with Fn.element(list, 0), Fn.join(',', list) or Fn.lookup(map, 'name')",
    });
    expect(registry(texts.listValue).code).toBe('SettingToken');
    expect(registry('x&{TfToken[TOKEN.1]}').code).toBe('SettingToken');
    expect(problemOf({ ha: { replicaCount: texts.listValue } }).code).toBe('SettingToken');
  });
});

describe('a text', () => {
  test.each([
    ['a,b\\c', 'a\\,b\\\\c'],
    ['{a}', '\\{a}'],
    ['a%{b}', 'a%%{b}'],
    ['{%{,', '\\{%%{\\,'],
    ['two\nlines', 'two\nlines'],
    ['true', 'true'],
    ['0', '0'],
    ['9223372036854775808', '9223372036854775808'],
  ])('%j is sent as %j', (value, expected) => {
    expect(rendered({ registry: value })).toEqual({ 'global.registry': expected });
  });

  test.each([
    ['null', 'null, which removes the setting'],
    ['TRUE', 'true or false'],
    ['+5', 'a number'],
    ['-007', 'a number'],
  ])('%s would not come out as it is', (value, taken) => {
    expect(registry(value)).toEqual({
      code: 'SettingReadsAsOther',
      value: `settings.registry: '${value}'`,
      why: `Helm takes this text for ${taken} whether quoted or not, and global.registry has to be text`,
      fix: `--set cannot say it: use another text, such as 'v${value}'`,
    });
  });

  test.each<[string, unknown, string]>([
    ['a number', 5, "'5'"],
    ['a boolean', true, "'true'"],
    ['a list', ['a'], "'…'"],
    ['an object', {}, "'…'"],
  ])('is not %s', (_what, value, example) => {
    expect(registry(value)).toMatchObject({
      code: 'SettingWrongType', why: 'global.registry takes text', fix: `settings: { registry: ${example} }`,
    });
  });

  test('that is a secret appears nowhere', () => {
    const secrets = ['+5551234', 5551234, true, ['5551234'], { 5551234: 1 }, null, '', '#{TfToken[5551234]}'];
    for (const secret of secrets) {
      const { problems, rendered: plain, sensitive } = renderSettings({ daprScheduler: { etcdClientPassword: secret } }, SAMPLE);
      expect(problems).toHaveLength(1);
      expect(JSON.stringify(problems)).not.toMatch(/5551234|'true'/);
      expect(problems[0].value).toBe('settings.daprScheduler.etcdClientPassword: (sensitive)');
      expect(plain.size + sensitive.size).toBe(0);
    }
  });

  test('that is a secret and reads as something else needs another, of which no example is made', () => {
    const { problems } = renderSettings({ daprScheduler: { etcdClientPassword: '+5' } }, SAMPLE);
    expect(problems[0].fix).toBe('--set cannot say it: use another text');
  });

  test('with a wrong key in PEM appears nowhere either', () => {
    const { problems } = renderSettings({ daprSentry: { tls: { issuer: { keyPEM: 'hunter2' } } } }, SAMPLE);
    expect(problems).toEqual([{
      code: 'SettingValueMalformed',
      value: 'settings.daprSentry.tls.issuer.keyPEM: (sensitive)',
      why: 'dapr_sentry.tls.issuer.keyPEM takes the text of a PEM file, not its path',
      fix: "settings: { daprSentry: { tls: { issuer: { keyPEM: fs.readFileSync('path/to/file.pem', 'utf8') } } } }",
    }]);
  });
});

describe('a path of Windows', () => {
  test.each(['C:\\dapr\\raft', 'C:\\\\dapr\\\\raft'])('%s has its backslashes doubled for the chart and again for --set', (path) => {
    expect(rendered({ daprPlacement: { cluster: { logStoreWinPath: path } } }))
      .toEqual({ 'dapr_placement.cluster.logStoreWinPath': 'C:\\\\\\\\dapr\\\\\\\\raft' });
  });
});

describe('a switch', () => {
  test.each([true, false])('may be %s', (value) => {
    expect(rendered({ ha: { enabled: value } })).toEqual({ 'global.ha.enabled': String(value) });
  });

  test.each<[unknown, string]>([
    ['true', 'true'], ['yes', 'true'], [1, 'true'], [{}, 'true'], ['false', 'false'], ['FALSE', 'false'], ['no', 'false'], ['off', 'false'], [0, 'false'],
    ['nothing', 'true'], ['turnoff', 'true'], ['falsey', 'true'],
  ])('may not be %j', (value, meant) => {
    expect(problemOf({ ha: { enabled: value } })).toMatchObject({
      code: 'SettingWrongType',
      why: 'global.ha.enabled takes true or false, not a text or a number',
      fix: `settings: { ha: { enabled: ${meant} } }`,
    });
  });

  test('may not be a token: what depends on it is decided at synth', () => {
    const expected = {
      code: 'SettingToken',
      why: 'what depends on a switch is decided when the Terraform JSON is written, and its value has to be known by then',
      fix: "state true or false, or send the expression as it is: configurationSettings: { 'global.ha.enabled': '${…}' }",
    };
    expect(problemOf({ ha: { enabled: new TokenStack().flag.booleanValue } })).toMatchObject(expected);
    expect(problemOf({ ha: { enabled: '${var.ha}' } })).toMatchObject(expected);
  });
});

describe('a whole number', () => {
  test.each([[3, '3'], [3.0, '3'], [0, '0'], [-0, '0'], [-5, '-5'], [1000810000, '1000810000'], [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    [Number.MIN_SAFE_INTEGER, '-9007199254740991']])('%d is written %s', (value, expected) => {
    expect(rendered({ ha: { replicaCount: value } })).toEqual({ 'global.ha.replicaCount': expected });
  });

  test.each<[unknown, string, string]>([
    [2.4, 'a whole number', '2'],
    [2.6, 'a whole number', '3'],
    [NaN, 'a whole number', '3'],
    [Infinity, 'a whole number', '3'],
    ['7', 'a whole number, not its text', '7'],
    ['007', 'a whole number, not its text', '7'],
    ['1234567890123456', 'a whole number', '3'],
    ['7x', 'a whole number', '3'],
    ['x7', 'a whole number', '3'],
    [true, 'a whole number', '3'],
    [3n, 'a whole number', '3'],
  ])('is not %p', (value, wanted, example) => {
    expect(problemOf({ ha: { replicaCount: value } })).toMatchObject({
      code: 'SettingWrongType', why: `global.ha.replicaCount takes ${wanted}`, fix: `settings: { ha: { replicaCount: ${example} } }`,
    });
  });

  test.each([2 ** 53, -(2 ** 53), 1e21])('%d is not exact', (value) => {
    expect(problemOf({ ha: { replicaCount: value } })).toMatchObject({
      code: 'SettingNumberInexact',
      why: 'a number of this size is not exact, or needs an exponent, which Helm takes for text',
      fix: 'state a number between -9007199254740991 and 9007199254740991 that needs no exponent',
    });
  });
});

describe('one of a closed set', () => {
  test('is sent as it is', () => {
    expect(rendered({ daprOperator: { logLevel: 'warn' } })).toEqual({ 'dapr_operator.logLevel': 'warn' });
  });

  test.each<[unknown, string]>([['warning', 'debug'], ['wran', 'warn'], ['INFO', 'info'], [5, 'debug'], [{}, 'debug']])('is not %p', (value, meant) => {
    expect(problemOf({ daprOperator: { logLevel: value } })).toMatchObject({
      code: 'SettingValueUnknown',
      why: "dapr_operator.logLevel takes one of 'debug', 'info', 'warn'",
      fix: `settings: { daprOperator: { logLevel: '${meant}' } }`,
    });
  });

  test('has no empty text, even where the chart has one', () => {
    const table = new Map([['a', { key: 'a', path: 'a', type: 'enum' as const, status: 'live' as const, values: ['', 'x'] }]]);
    expect(renderSettings({ a: '' }, table).problems).toMatchObject([{ code: 'SettingEmpty' }]);
    expect(renderSettings({ a: 'yyyyyy' }, table).problems).toMatchObject([{ why: "a takes one of 'x'", fix: "settings: { a: 'x' }" }]);
  });
});

describe('a text of a fixed form', () => {
  test.each<[string, object, string, string]>([
    ['a duration', { mtls: { workloadCertTTL: '24' } }, 'SettingValueMalformed', "settings: { mtls: { workloadCertTTL: '1m30s' } }"],
    ['a quantity', { daprScheduler: { cluster: { storageSize: '16GB' } } }, 'SettingValueMalformed', "settings: { daprScheduler: { cluster: { storageSize: '16Gi' } } }"],
    ['a count or percentage', { ha: { disruption: { maximumUnavailable: '25 %' } } }, 'SettingValueMalformed', "settings: { ha: { disruption: { maximumUnavailable: '25%' } } }"],
    ['a host with port', { mtls: { sentryAddress: 'sentry' } }, 'SettingValueMalformed', "settings: { mtls: { sentryAddress: 'dapr-sentry.dapr-system.svc.cluster.local:443' } }"],
  ])('is not any text: %s', (_what, tree, code, fix) => {
    expect(problemOf(tree)).toMatchObject({ code, fix });
  });

  test('says what it is', () => {
    expect(problemOf({ mtls: { workloadCertTTL: '1d' } }).why)
      .toBe('global.mtls.workloadCertTTL takes a duration of Go: numbers with a unit (ns, us, ms, s, m, h)');
  });

  test('may be a number where a number stands for its text', () => {
    expect(rendered({ ha: { disruption: { maximumUnavailable: 1 } }, daprScheduler: { cluster: { storageSize: 2147483648 } } }))
      .toEqual({ 'global.ha.disruption.maximumUnavailable': '1', 'dapr_scheduler.cluster.storageSize': '2147483648' });
    expect(rendered({ daprScheduler: { cluster: { storageSize: 1.5 } } })).toEqual({ 'dapr_scheduler.cluster.storageSize': '1.5' });
  });

  test.each<[object, string]>([
    [{ ha: { disruption: { maximumUnavailable: 1.5 } } }, 'SettingValueMalformed'],
    [{ ha: { disruption: { maximumUnavailable: -1 } } }, 'SettingValueMalformed'],
    [{ ha: { disruption: { maximumUnavailable: NaN } } }, 'SettingWrongType'],
    [{ daprScheduler: { cluster: { storageSize: 2 ** 60 } } }, 'SettingNumberInexact'],
    [{ daprScheduler: { cluster: { storageSize: 1e-9 } } }, 'SettingNumberInexact'],
    [{ daprScheduler: { cluster: { storageSize: true } } }, 'SettingWrongType'],
    [{ mtls: { workloadCertTTL: 24 } }, 'SettingWrongType'],
    [{ mtls: { workloadCertTTL: {} } }, 'SettingWrongType'],
  ])('may not be another number or type: %j', (tree, code) => {
    expect(problemOf(tree).code).toBe(code);
  });

  test('keeps commas in the remarks of a certificate', () => {
    const pem = 'Issuer: C = US, O = x\n-----BEGIN CERTIFICATE-----\nAb+/==\n-----END CERTIFICATE-----\n';
    expect(rendered({ daprSentry: { tls: { issuer: { certPEM: pem } } } })).toEqual({ 'dapr_sentry.tls.issuer.certPEM': pem.replace(',', '\\,') });
  });
});
