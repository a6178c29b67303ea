import { Token } from 'cdktf';
import { problemOf, rendered } from '../../helpers/render';
import { TokenStack } from '../../helpers/stack';

const { text, texts, map, flag } = new TokenStack();

describe('a map', () => {
  test('has its names escaped', () => {
    expect(rendered({ nodeSelector: { 'a.b/c': 'x', 'd,e=f[g\\h': 'y', '__proto__x': 'z' } })).toEqual({
      'global.nodeSelector.__proto__x': 'z',
      'global.nodeSelector.a\\.b/c': 'x',
      'global.nodeSelector.d\\,e\\=f\\[g\\\\h': 'y',
    });
  });

  test('may be empty: Helm merges it with what the chart has', () => {
    expect(rendered({ nodeSelector: {}, daprOperator: { resources: { limits: {} } } })).toEqual({});
  });

  test.each<[string, unknown, string]>([
    ['a text', 'a=b', 'SettingWrongType'], ['a list', ['a'], 'SettingWrongType'], ['a date', new Date(0), 'SettingWrongType'], ['null', null, 'SettingNull'],
  ])('is not %s', (_what, value, code) => {
    expect(problemOf({ nodeSelector: value }).code).toBe(code);
  });

  test('is shown as a map in the way out', () => {
    expect(problemOf({ nodeSelector: 5 })).toMatchObject({ why: 'global.nodeSelector takes a map', fix: 'settings: { nodeSelector: { … } }' });
  });

  test.each([['a token', Token.asStringMap(map)], ['an object token', flag.booleanValue], ['an expression', '${var.map}']])('is not %s as a whole', (_what, value) => {
    expect(problemOf({ nodeSelector: value })).toMatchObject({
      code: 'SettingToken',
      why: 'each member of this map becomes a key of its own, and keys must be known before Terraform runs',
      fix: "write the map out, with tokens inside: { name: Fn.lookup(map, 'name') }",
    });
  });

  test('has no empty name', () => {
    expect(problemOf({ nodeSelector: { '': 'x' } })).toEqual({
      code: 'SettingNameEmpty', value: "settings.nodeSelector: ''", why: 'a key of the chart has a name', fix: 'give it a name, or leave it out',
    });
  });

  test.each([['token', text.stringValue], ['expression', '${var.x}']])('has no %s for a name', (_what, name) => {
    expect(problemOf({ nodeSelector: { [name]: 'x' } })).toMatchObject({
      code: 'SettingNameToken',
      why: 'a name becomes part of a key, and keys must be known before Terraform runs',
      fix: 'write the name out; its value may be a token',
    });
  });

  test('has no token for a map among its names', () => {
    expect(problemOf({ nodeSelector: { '&{TfToken[TOKEN.1]}': 'x' } }).code).toBe('SettingToken');
  });

  test('says of a text that Helm misreads that it needs another', () => {
    expect(problemOf({ nodeSelector: { agentpool: '1' } })).toEqual({
      code: 'SettingReadsAsOther',
      value: "settings.nodeSelector.agentpool: '1'",
      why: 'Helm takes this text for a number whether quoted or not, and global.nodeSelector.agentpool has to be text',
      fix: "--set cannot say it: use another text, such as 'v1'",
    });
    for (const value of ['true', 'False', 'null', '0', '-5', '+5']) {
      expect(problemOf({ nodeSelector: { a: value } }).code).toBe('SettingReadsAsOther');
    }
    expect(rendered({ nodeSelector: { a: '007', b: '1.5', c: 'yes' } })).toMatchObject({ 'global.nodeSelector.a': '007' });
  });

  test('has texts, not numbers', () => {
    expect(problemOf({ nodeSelector: { a: 1.5 } })).toMatchObject({ code: 'SettingWrongType', fix: "write '1.5' at settings.nodeSelector.a" });
  });
});

describe('a struct', () => {
  test('has the members it has', () => {
    expect(problemOf({ daprOperator: { resources: { limit: { cpu: '1' } } } })).toEqual({
      code: 'SettingUnknown',
      value: 'settings.daprOperator.resources.limit: an object',
      why: 'there is no such property here: there is requests, limits',
      fix: "did you mean 'limits'?",
    });
  });

  test.each<[unknown, string]>([['x', 'SettingWrongType'], [Token.asAnyMap(map), 'SettingToken'], [null, 'SettingNull']])('is not %p', (value, code) => {
    expect(problemOf({ daprOperator: { resources: value } }).code).toBe(code);
  });
});

describe('a list', () => {
  test('cannot be empty', () => {
    expect(problemOf({ tolerations: [] })).toEqual({
      code: 'SettingListEmpty',
      value: 'settings.tolerations: []',
      why: '--set has no way to write an empty list: {} is a list of one empty text',
      fix: "leave it out; the chart's own lists are empty",
    });
  });

  test('has no holes', () => {
    expect(problemOf({ imagePullSecrets: [undefined] })).toMatchObject({ code: 'SettingNull', value: 'settings.imagePullSecrets[0]: undefined' });
    // eslint-disable-next-line no-sparse-arrays -- the hole is what is tested
    expect(problemOf({ tolerations: [,] })).toMatchObject({ code: 'SettingNull', value: 'settings.tolerations[0]: undefined' });
    // eslint-disable-next-line no-sparse-arrays -- the hole is what is tested
    expect(problemOf({ daprScheduler: { etcdClientEndpoints: [, 'x'] } })).toMatchObject({ code: 'SettingNull' });
  });

  test.each<[string, unknown, string]>([
    ['a text', 'a', 'SettingWrongType'], ['a map', { a: 1 }, 'SettingWrongType'], ['null', null, 'SettingNull'], ['a token', texts.listValue, 'SettingToken'],
    ['an expression', '${var.x}', 'SettingToken'],
  ])('is not %s', (_what, value, code) => {
    expect(problemOf({ tolerations: value }).code).toBe(code);
  });

  test('has a way out', () => {
    expect(problemOf({ tolerations: 5 })).toMatchObject({ why: 'global.tolerations takes a list', fix: 'settings: { tolerations: […] }' });
    expect(problemOf({ tolerations: texts.listValue })).toMatchObject({
      why: 'each member of this list becomes a key of its own, and keys must be known before Terraform runs',
      fix: 'write the list out, with tokens inside: [Fn.element(list, 0)]',
    });
  });

  test('has no token for a list among its elements', () => {
    expect(problemOf({ daprScheduler: { etcdClientEndpoints: ['a', ...texts.listValue] } }).code).toBe('SettingToken');
  });
});

describe('a list of texts', () => {
  const endpoints = (value: unknown) => ({ daprScheduler: { etcdClientEndpoints: value } });

  test('is one value in braces', () => {
    expect(rendered(endpoints(['a']))).toEqual({ 'dapr_scheduler.etcdClientEndpoints': '{a}' });
    expect(rendered(endpoints(['a,b', '{c}', 'd\\', 'e%{']))).toEqual({ 'dapr_scheduler.etcdClientEndpoints': '{a\\,b,\\{c\\},d\\\\,e%\\{}' });
  });

  test('is sent whole or not at all', () => {
    expect(problemOf(endpoints(['a', '1', 'b']))).toMatchObject({ code: 'SettingReadsAsOther', value: "settings.daprScheduler.etcdClientEndpoints[1]: '1'" });
  });

  test.each<[unknown, string]>([[[], 'SettingListEmpty'], ['a', 'SettingWrongType'], [{ a: 1 }, 'SettingWrongType'], [[1], 'SettingWrongType'], [Token.asStringMap(map), 'SettingToken'],
    [['a', ''], 'SettingEmpty'], [[null], 'SettingNull']])('is not %p', (value, code) => {
    expect(problemOf(endpoints(value)).code).toBe(code);
  });
});

describe('texts that the chart wants in one', () => {
  const accounts = (value: unknown) => ({ daprSidecarInjector: { allowedServiceAccounts: value } });

  test.each<[string, unknown]>([['a list', ['ns1:sa1', 'ns2:*']], ['the text', 'ns1:sa1,ns2:*']])('may be %s', (_what, value) => {
    expect(rendered(accounts(value))).toEqual({ 'dapr_sidecar_injector.allowedServiceAccounts': 'ns1:sa1\\,ns2:*' });
  });

  test('are escaped as one text', () => {
    expect(rendered(accounts(['{a}', 'b\\', '%{']))).toEqual({ 'dapr_sidecar_injector.allowedServiceAccounts': '\\{a}\\,b\\\\\\,%%{' });
  });

  test.each<[unknown, string]>([[[], 'SettingListEmpty'], ['', 'SettingEmpty'], ['null', 'SettingReadsAsOther'], [['true'], 'SettingReadsAsOther'], [5, 'SettingWrongType'], [[5], 'SettingWrongType']])(
    'are not %p', (value, code) => {
      expect(problemOf(accounts(value)).code).toBe(code);
    });
});
