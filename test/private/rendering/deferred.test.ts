import { KubernetesClusterExtension } from '@cdktf/provider-azurerm/lib/kubernetes-cluster-extension';
import { Fn, IResolvable, Lazy, TerraformOutput, TerraformVariable, Token } from 'cdktf';
import { isExpression } from '../../../lib/private/expression';
import { hasMisplacedToken, isResolvable } from '../../../lib/private/rendering/deferred';
import { rendered } from '../../helpers/render';
import { TokenStack } from '../../helpers/stack';

const ESCAPED = (expression: string) => String.raw`replace(replace(replace(${expression}, "\\", "\\\\"), ",", "\\,"), "{", "\\{")`;

/** What Terraform gets for the only setting of a tree. */
function sent(it: TokenStack, tree: object): string {
  const values = Object.values(rendered(tree));
  expect(values).toHaveLength(1);
  expect(typeof values[0]).toBe('string');
  return it.written(values[0]);
}

describe('whether a value is deferred', () => {
  const { text, count, flag, texts, map } = new TokenStack();

  test.each<[string, unknown]>([
    ['a token', text.stringValue],
    ['a token within a text', `a-${text.stringValue}`],
    ['an expression', '${var.x}'],
    ['a number token', count.numberValue],
    ['a number token within a text', `port-${count.numberValue}`],
    ['a number token behind a number', `-1.5e+300 ${count.numberValue}`],
    ['an object', flag.booleanValue],
    ['a list', texts.listValue],
    ['a map', Token.asStringMap(map)],
  ])('%s is', (_what, value) => expect(isExpression(value)).toBe(true));

  test.each<[string, unknown]>([
    ['a text', 'x'], ['a number', 5],
    ['a number that looks like a token', '-1.5e+300'], ['a negative number', -1.5e+300],
    ['an empty text', ''], ['a dollar', '$'], ['null', null], ['undefined', undefined], ['a list', ['x']], ['a map', { a: 'x' }],
  ])('%s is not', (_what, value) => expect(isExpression(value)).toBe(false));

  test.each<[unknown, boolean]>([
    [flag.booleanValue, true], [Lazy.anyValue({ produce: () => 1 }), true], [Token.asStringMap(map), false], [texts.listValue, false],
    [text.stringValue, false], [null, false], [{ resolve: 5 }, false], [{}, false],
  ])('and an object that resolves itself: %#', (value, expected) => expect(isResolvable(value)).toBe(expected));

  test('and a marker in the wrong place', () => {
    expect(hasMisplacedToken(texts.listValue[0])).toBe(true);
    expect(hasMisplacedToken(Object.keys(Token.asStringMap(map))[0])).toBe(true);
    expect(hasMisplacedToken(text.stringValue)).toBe(false);
    expect(hasMisplacedToken('#{TfToke[')).toBe(false);
  });
});

describe('a deferred text', () => {
  test('is escaped by Terraform', () => {
    const it = new TokenStack();
    expect(sent(it, { registry: it.text.stringValue })).toBe(`\${${ESCAPED('var.text')}}`);
  });

  test('may be an expression without token', () => {
    expect(sent(new TokenStack(), { registry: '${file("a}")}' })).toBe(`\${${ESCAPED('file("a}")')}}`);
  });

  test('is escaped with what stands around it', () => {
    const it = new TokenStack();
    expect(sent(it, { registry: `a,"\\${it.text.stringValue}\n` })).toBe(`\${${ESCAPED('"a,\\"\\\\${var.text}\\n"')}}`);
  });

  test('may hold a number', () => {
    const it = new TokenStack();
    for (const before of ['port', 'port-', 'port1', '10.0.0.1:', '-1.5e+300 ']) {
      expect(sent(it, { registry: `${before}${it.count.numberValue}/` })).toBe(`\${${ESCAPED(`"${before}\${var.count}/"`)}}`);
      expect(sent(it, { mtls: { sentryAddress: `${before}${it.count.numberValue}` } })).toBe(`${before}\${var.count}`);
    }
  });

  test('may be deferred only for cdktf', () => {
    const late = (value: unknown) => Token.asString(Lazy.anyValue({ produce: () => value }));
    expect(sent(new TokenStack(), { registry: late('{a,b%{') })).toBe('\\{a\\,b%%{');
    expect(sent(new TokenStack(), { registry: late(5) })).toBe('5');
    expect(sent(new TokenStack(), { registry: late(undefined) })).toBeUndefined();
    expect(sent(new TokenStack(), { registry: late(null) })).toBeUndefined();
  });

  test('may be an object that resolves itself', () => {
    const it = new TokenStack();
    expect(sent(it, { extraVolumes: { sentry: [{ readOnly: it.flag.booleanValue }] } })).toBe(`\${${ESCAPED('var.flag')}}`);
  });

  test('may stand anywhere below a name', () => {
    const it = new TokenStack();
    for (const tree of [
      { nodeSelector: { a: it.text.stringValue } },
      { tolerations: [{ value: it.text.stringValue }] },
      { imagePullSecrets: [it.text.stringValue] },
      { imagePullSecrets: it.text.stringValue },
      { extraVolumes: { sentry: [{ a: [{ b: it.text.stringValue }] }] } },
      { daprSidecarInjector: { allowedServiceAccounts: it.text.stringValue } },
      { daprSidecarInjector: { extraEnvVars: { A: it.text.stringValue } } },
      { daprSidecarInjector: { ignoreEntrypointTolerations: it.text.stringValue } },
    ]) expect(sent(it, tree)).toBe(`\${${ESCAPED('var.text')}}`);
  });

  test('is escaped for the quotes of the template first', () => {
    const it = new TokenStack();
    const yaml = String.raw`replace(replace(replace(var.text, "\\", "\\\\"), "\"", "\\\""), "\n", "\\n")`;
    expect(sent(it, { daprOperator: { extraEnvVars: { A: it.text.stringValue } } })).toBe(`\${${ESCAPED(yaml)}}`);
    expect(sent(it, { daprPlacement: { cluster: { logStoreWinPath: it.text.stringValue } } }))
      .toBe(`\${${ESCAPED(yaml.replace('var.text', String.raw`replace(var.text, "\\\\", "\\")`))}}`);
  });

  test('is an expression inside a function of cdktf', () => {
    const it = new TokenStack();
    const [value] = Object.values(rendered({ registry: it.text.stringValue }));
    expect(it.written(Fn.merge([{ a: value }, { b: 'c' }]))).toBe(`\${merge({"a" = ${ESCAPED('var.text')}}, {"b" = "c"})}`);
    const [known] = Object.values(rendered({ registry: Lazy.stringValue({ produce: () => 'x' }) }));
    expect(it.written(Fn.merge([{ a: known }]))).toBe('${merge({"a" = "x"})}');
  });

  test('leaves what is written behind it in a function of cdktf alone', () => {
    const it = new TokenStack();
    const [value] = Object.values(rendered({ registry: it.text.stringValue }));
    expect(it.written(Fn.merge([{ a: value, b: it.text.stringValue }]))).toBe(`\${merge({"a" = ${ESCAPED('var.text')}, "b" = var.text})}`);
  });
});

describe('a deferred text of a fixed form', () => {
  test.each<[string, (value: any) => object]>([
    ['duration', (value) => ({ mtls: { workloadCertTTL: value } })],
    ['quantity', (value) => ({ daprScheduler: { cluster: { storageSize: value } } })],
    ['resource', (value) => ({ daprOperator: { resources: { limits: { cpu: value } } } })],
    ['count or percentage', (value) => ({ ha: { disruption: { maximumUnavailable: value } } })],
    ['host and port', (value) => ({ mtls: { sentryAddress: value } })],
    ['PEM', (value) => ({ daprSentry: { tls: { issuer: { certPEM: value } } } })],
    ['one of a set', (value) => ({ daprOperator: { logLevel: value } })],
    ['operator of a toleration', (value) => ({ tolerations: [{ operator: value }] })],
  ])('(%s) stays bare', (_form, tree) => {
    const it = new TokenStack();
    expect(sent(it, tree(it.text.stringValue))).toBe('${var.text}');
    expect(sent(it, tree('${var.text}'))).toBe('${var.text}');
    expect(sent(it, tree(`1${it.text.stringValue}`))).toBe('1${var.text}');
    expect(sent(it, tree(it.count.numberValue))).toBe('${tostring(var.count)}');
  });
});

describe('a deferred number', () => {
  test.each<[string, (value: any) => object]>([
    ['a whole number', (value) => ({ ha: { replicaCount: value } })],
    ['seconds of a toleration', (value) => ({ tolerations: [{ tolerationSeconds: value }] })],
    ['a number of Kubernetes', (value) => ({ extraVolumes: { sentry: [{ a: value }] } })],
  ])('(%s) becomes a text, whatever the place would keep', (_what, tree) => {
    const it = new TokenStack();
    expect(sent(it, tree(it.count.numberValue))).toBe('${tostring(var.count)}');
    expect(sent(it, tree(Lazy.numberValue({ produce: () => 5 })))).toBe('5');
  });

  test('may be an expression or an object', () => {
    const it = new TokenStack();
    expect(sent(it, { ha: { replicaCount: '${var.a + 1}' } })).toBe('${tostring(var.a + 1)}');
    expect(sent(it, { ha: { replicaCount: it.count.value as IResolvable } })).toBe('${tostring(var.count)}');
  });
});

describe('a deferred list of texts', () => {
  const endpoints = (value: unknown) => ({ daprScheduler: { etcdClientEndpoints: value } });
  const accounts = (value: unknown) => ({ daprSidecarInjector: { allowedServiceAccounts: value } });
  const element = (expression: string) =>
    String.raw`replace(replace(replace(replace(${expression}, "\\", "\\\\"), ",", "\\,"), "{", "\\{"), "}", "\\}")`;
  const whole = (list: string) => `\${length(${list}) == 0 ? "null" : "{\${join(",", [for element in ${list} : ${element('element')}])}}"}`;

  test('has its elements escaped one by one', () => {
    const it = new TokenStack();
    expect(sent(it, endpoints(['a,b%{', it.text.stringValue, `c-${it.text.stringValue}`])))
      .toBe(`{a\\,b%\\{,\${${element('var.text')}},\${${element('"c-${var.text}"')}}}`);
  });

  test('may have elements that only cdktf defers', () => {
    expect(sent(new TokenStack(), endpoints(['a', Lazy.anyValue({ produce: () => 5 })]))).toBe('{a,5}');
  });

  test('may be a token as a whole', () => {
    const it = new TokenStack();
    expect(sent(it, endpoints([`1${it.count.numberValue}`]))).toBe(`{\${${element('"1${var.count}"')}}}`);
    expect(sent(it, endpoints(it.texts.listValue))).toBe(whole('var.texts'));
    expect(sent(it, endpoints(it.texts.value))).toBe(whole('var.texts'));
    expect(sent(it, endpoints(Lazy.listValue({ produce: () => ['a,b', 'c'] })))).toBe('{a\\,b,c}');
    expect(sent(it, endpoints(Lazy.listValue({ produce: () => [] })))).toBe('null');
  });

  test('is joined before it is escaped where the chart wants one text', () => {
    const it = new TokenStack();
    expect(sent(it, accounts(it.texts.listValue))).toBe(`\${${ESCAPED('join(",", var.texts)')}}`);
    expect(sent(it, accounts(['a%{', it.text.stringValue]))).toBe(`\${${ESCAPED('"a%%{,${var.text}"')}}`);
    expect(sent(it, accounts(Lazy.listValue({ produce: () => ['{a', 'b'] })))).toBe('\\{a\\,b');
    expect(sent(it, accounts([Lazy.anyValue({ produce: () => 5 }), 'b']))).toBe('5\\,b');
  });
});

describe('deferred JSON', () => {
  const ignore = (value: unknown) => ({ daprSidecarInjector: { ignoreEntrypointTolerations: value } });

  test('has its deferred leaves made JSON by Terraform', () => {
    const it = new TokenStack();
    expect(sent(it, ignore([{ key: it.text.stringValue, value: 'a"%{', tolerationSeconds: it.count.numberValue, operator: 'Equal' }])))
      .toBe(`\${${ESCAPED('"[{\\"key\\":${jsonencode(var.text)},\\"operator\\":\\"Equal\\",\\"tolerationSeconds\\":${jsonencode(var.count)},\\"value\\":\\"a\\\\\\"%%{\\"}]"')}}`);
  });

  test('may be deferred only for cdktf', () => {
    const late = Lazy.stringValue({ produce: () => 'a,%{' });
    expect(sent(new TokenStack(), ignore([{ key: late, tolerationSeconds: 5 }]))).toBe('[{"key":"a\\,%%{"\\,"tolerationSeconds":5}]');
  });

  test('may be a token for the whole list', () => {
    const it = new TokenStack();
    expect(sent(it, ignore([{ key: `1${it.count.numberValue}` }]))).toBe(`\${${ESCAPED('"[{\\"key\\":${jsonencode("1${var.count}")}}]"')}}`);
    expect(sent(it, ignore(it.texts.listValue))).toBe(`\${${ESCAPED('jsonencode(var.texts)')}}`);
  });
});

test('tokens of every kind reach the azurerm resource as strings', () => {
  const it = new TokenStack();
  const secret = new TerraformVariable(it.stack, 'secret', { sensitive: true });
  new KubernetesClusterExtension(it.stack, 'Dapr', {
    name: 'dapr',
    clusterId: 'x',
    extensionType: 'microsoft.dapr',
    configurationSettings: rendered({
      ha: { replicaCount: it.count.numberValue }, registry: secret.stringValue, mtls: { workloadCertTTL: it.text.stringValue },
    }),
  });
  expect(it.json().resource.azurerm_kubernetes_cluster_extension.Dapr.configuration_settings).toEqual({
    'global.ha.replicaCount': '${tostring(var.count)}',
    'global.mtls.workloadCertTTL': '${var.text}',
    'global.registry': `\${${ESCAPED('var.secret')}}`,
  });
});

test('a token of another stack is made an output of that stack', () => {
  const it = new TokenStack();
  const [value] = Object.values(rendered({ registry: it.text.stringValue }));
  new TerraformOutput(it.stack, 'again', { value });
  new TerraformOutput(it.stack, 'twice', { value });
  const { output } = it.json();
  expect(output.again).toEqual(output.twice);
});
