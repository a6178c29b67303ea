import { flatValues } from '../../../lib/private/settings/helm-tree';

const plain = (values: object) => {
  const { plain: settings, secret, problems } = flatValues(values);
  expect([secret, problems]).toStrictEqual([{}, []]);
  return settings;
};
const problemOf = (values: object) => {
  const { plain: settings, secret, problems: [problem, ...others] } = flatValues(values);
  expect([settings, secret, others]).toStrictEqual([{}, {}, []]);
  return problem;
};

describe('a tree of values', () => {
  test.each<[string, object, Record<string, string>]>([
    ['nested maps', { a: { b: { c: 'x' } }, d: 'y' }, { 'a.b.c': 'x', 'd': 'y' }],
    ['lists', { a: ['x', { b: 'y', c: ['z'] }] }, { 'a[0]': 'x', 'a[1].b': 'y', 'a[1].c[0]': 'z' }],
    ['lists of lists', { a: [['x', 'y'], ['z']] }, { 'a[0][0]': 'x', 'a[0][1]': 'y', 'a[1][0]': 'z' }],
    ['booleans and numbers', { a: true, b: false, c: 3, d: -1.5, e: 0 }, { a: 'true', b: 'false', c: '3', d: '-1.5', e: '0' }],
    ['null and the empty text', { a: null, b: '', c: [null] }, { 'a': 'null', 'b': 'null', 'c[0]': 'null' }],
    ['empty maps and lists, which say nothing', { a: {}, b: [], c: { d: {} }, e: 'x' }, { e: 'x' }],
    ['what is undefined', { a: undefined, b: [undefined, 'x'] }, { 'b[0]': 'null', 'b[1]': 'x' }],
    ['nothing', {}, {}],
    ['names with signs of the grammar', { 'a.b': { 'c=d': 'x', '.e': 'y' }, '.f': 'z' }, { 'a\\.b.c\\=d': 'x', 'a\\.b.\\.e': 'y', '\\.f': 'z' }],
    ['texts with signs of the grammar', { a: 'x,y\\z', b: '{x}' }, { a: 'x\\,y\\\\z', b: '\\{x}' }],
    ['what looks like an expression', { '${a}': '%{b} ${c}' }, { '$${a}': '%%{b} $${c}' }],
    ['exact numbers of any size', { a: Number.MAX_SAFE_INTEGER, b: Number.MIN_SAFE_INTEGER }, { a: '9007199254740991', b: '-9007199254740991' }],
  ])('with %s', (_, values, settings) => {
    expect(plain(values)).toStrictEqual(settings);
  });
});

describe('a text that Helm takes for something else', () => {
  test.each(['true', 'False', 'null', '5', '-3', '0'])('is a problem where it is %p and it is not known what becomes of it', (text) => {
    expect(problemOf({ own: { a: text } })).toStrictEqual({
      code: 'SettingReadsAsOther',
      value: `'own.a': ${JSON.stringify(text)}`,
      why: 'Helm\'s `--set`, through which Azure passes settings on, takes this text for a number, a boolean or null',
      fix: 'use another text, or take the value out before the others become settings',
    });
  });

  test.each<[string, object, string, string]>([
    ['a label', { global: { nodeSelector: { gpu: 'true' } } }, 'global.nodeSelector.gpu', 'true'],
    ['the value of a toleration', { global: { tolerations: [{ value: '5' }] } }, 'global.tolerations[0].value', '5'],
    ['a text that prints otherwise', { global: { tag: '+5' } }, 'global.tag', '+5'],
    ['a boolean in other letters', { global: { ha: { enabled: 'True' } } }, 'global.ha.enabled', 'True'],
  ])('is a problem as %s', (_, values, key, text) => {
    expect(problemOf(values)).toMatchObject({ code: 'SettingReadsAsOther', value: `'${key}': "${text}"` });
  });

  test.each<[string, object, Record<string, string>]>([
    ['a switch', { global: { ha: { enabled: 'true' } } }, { 'global.ha.enabled': 'true' }],
    ['a text that a template prints', { global: { tag: '5' } }, { 'global.tag': '5' }],
    ['a quantity', { dapr_scheduler: { cluster: { storageSize: '1000000000' } } }, { 'dapr_scheduler.cluster.storageSize': '1000000000' }],
    ['requests and limits', { dapr_operator: { resources: { limits: { cpu: '1' }, requests: { cpu: '2' } } } },
      { 'dapr_operator.resources.limits.cpu': '1', 'dapr_operator.resources.requests.cpu': '2' }],
    ['an environment variable, which the chart prints in quotes', { dapr_operator: { extraEnvVars: { A: '5', B: 'true' } } },
      { 'dapr_operator.extraEnvVars.A': '5', 'dapr_operator.extraEnvVars.B': 'true' }],
  ])('may stand as %s', (_, values, settings) => {
    expect(plain(values)).toStrictEqual(settings);
  });
});

describe('a number', () => {
  test.each([1e21, 1e-7, Number.MAX_SAFE_INTEGER + 1, Number.NaN, Infinity])('is a problem where it is %p', (number) => {
    expect(problemOf({ a: { b: number } })).toStrictEqual({
      code: 'SettingNumberInexact',
      value: `'a.b': ${JSON.stringify(number)}`,
      why: 'a number of this size is not exact, or needs an exponent, which Helm\'s `--set` takes for text',
      fix: 'use a number between -9007199254740991 and 9007199254740991 that needs no exponent',
    });
  });
});

describe('a secret', () => {
  test('stands apart', () => {
    expect(flatValues({ dapr_sentry: { tls: { issuer: { keyPEM: 'a,b', certPEM: 'c' } } }, dapr_scheduler: { etcdClientPassword: '12' } })).toStrictEqual({
      plain: { 'dapr_sentry.tls.issuer.certPEM': 'c' },
      secret: { 'dapr_sentry.tls.issuer.keyPEM': 'a\\,b', 'dapr_scheduler.etcdClientPassword': '12' },
      problems: [],
    });
  });

  test('is not shown where it is wrong', () => {
    expect(problemOf({ dapr_scheduler: { etcdClientPassword: 'null' } }).value).toBe("'dapr_scheduler.etcdClientPassword'");
    expect(problemOf({ dapr_scheduler: { etcdClientPassword: 1e30 } }).value).toBe("'dapr_scheduler.etcdClientPassword'");
  });
});
