import { Token } from 'cdktf';
import { elementOf, memberOf, memberPath, placeOf, quote, rawCode, settingCode, SettingsReport, shown } from '../../../lib/private/rendering/settings-report';
import { SAMPLE } from '../../helpers/sample-settings';
import { TokenStack } from '../../helpers/stack';

const labels = SAMPLE.get('nodeSelector')!;
const password = SAMPLE.get('daprScheduler.etcdClientPassword')!;

describe('a place', () => {
  test('knows what the user wrote and what the chart reads', () => {
    const member = memberOf(placeOf(labels, 'nodeSelector'), 'a.b');
    expect(member).toEqual({ setting: labels, path: "nodeSelector['a.b']", key: 'global.nodeSelector.a\\.b', depth: 3 });
    expect(elementOf(member, 2)).toEqual({ setting: labels, path: "nodeSelector['a.b'][2]", key: 'global.nodeSelector.a\\.b[2]', depth: 4 });
  });

  test.each([
    ['', 'ha', 'ha'],
    ['ha', 'enabled', 'ha.enabled'],
    ['ha', 'a_B1', 'ha.a_B1'],
    ['ha', '_a', 'ha._a'],
    ['ha', '1a', "ha['1a']"],
    ['ha', 'a-b', "ha['a-b']"],
    ['ha', 'a b', "ha['a b']"],
    ['ha', "it's", "ha['it\\'s']"],
    ['', 'a-b', "['a-b']"],
  ])('below "%s" named %s is %s', (path, name, expected) => {
    expect(memberPath(path, name)).toBe(expected);
  });
});

describe('code in a message', () => {
  test('states a setting', () => {
    expect(settingCode(labels, '{ … }')).toBe('settings: { nodeSelector: { … } }');
    expect(settingCode(password, "'x'")).toBe("settings: { daprScheduler: { etcdClientPassword: 'x' } }");
  });

  test('states a raw key, a secret among the protected ones', () => {
    expect(rawCode(memberOf(placeOf(labels, 'nodeSelector'), 'a.b'), 'x')).toBe("configurationSettings: { 'global.nodeSelector.a\\\\.b': 'x' }");
    expect(rawCode(placeOf(password, 'x'), 'null')).toBe("configurationProtectedSettings: { 'dapr_scheduler.etcdClientPassword': 'null' }");
  });

  test.each([['a', "'a'"], ["it's", "'it\\'s'"], ['"', "'\"'"], ['a\\b', "'a\\\\b'"], ['a\nb', "'a\\nb'"]])('quotes %j', (text, expected) => {
    expect(quote(text)).toBe(expected);
  });
});

describe('a value in a message', () => {
  const { text, count, map, texts, flag } = new TokenStack();

  test.each<[string, unknown, string]>([
    ['a text', 'abc', "'abc'"],
    ['a text of sixty signs', 'x'.repeat(60), `'${'x'.repeat(60)}'`],
    ['a longer text', 'x'.repeat(61), `'${'x'.repeat(60)}…'`],
    ['a number', 2.5, '2.5'],
    ['NaN', NaN, 'NaN'],
    ['a boolean', false, 'false'],
    ['null', null, 'null'],
    ['undefined', undefined, 'undefined'],
    ['an empty list', [], '[]'],
    ['a list', [1, 2], 'a list of 2'],
    ['an empty object', {}, '{}'],
    ['an object', { a: 1 }, 'an object'],
    ['a function', () => 1, 'a function'],
    ['an expression', '${var.x}', "'${var.x}'"],
    ['a token', text.stringValue, 'a token'],
    ['a token within a text', `a-${text.stringValue}`, 'a token'],
    ['a token for a number within a text', `a-${count.numberValue}`, 'a token'],
    ['a token for a number', count.numberValue, 'a token'],
    ['a token for a map', Token.asStringMap(map), 'a token'],
    ['a token for a list', texts.listValue, 'a token'],
    ['a token as an object', flag.booleanValue, 'a token'],
  ])('%s', (_what, value, expected) => {
    expect(shown(value)).toBe(expected);
  });
});

describe('the report', () => {
  test('keeps values, and escapes for Terraform what its templates would read in a key', () => {
    const report = new SettingsReport();
    report.put(memberOf(placeOf(labels, 'nodeSelector'), 'a%{b'), 'x');
    report.put(placeOf(password, 'x'), 'y');
    expect([...report.rendered]).toEqual([['global.nodeSelector.a%%{b', 'x']]);
    expect([...report.sensitive]).toEqual([['dapr_scheduler.etcdClientPassword', 'y']]);
  });

  test('shows a value, but never a secret', () => {
    const report = new SettingsReport();
    const finding = { code: 'SettingNull' as const, why: 'w', fix: 'f' };
    report.refuse(placeOf(labels, 'nodeSelector'), 'x', finding);
    report.refuse(placeOf(password, 'daprScheduler.etcdClientPassword'), 'x', finding);
    expect(report.problems).toEqual([
      { ...finding, value: "settings.nodeSelector: 'x'" },
      { ...finding, value: 'settings.daprScheduler.etcdClientPassword: (sensitive)' },
    ]);
  });
});
