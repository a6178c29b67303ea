import { Token } from 'cdktf';
import { problemOf, rendered } from '../../helpers/render';
import { parseSet } from '../../helpers/set-parser';
import { TokenStack } from '../../helpers/stack';

const { map, texts, flag } = new TokenStack();

describe('environment variables', () => {
  const operator = (value: unknown) => ({ daprOperator: { extraEnvVars: value } });

  test('may look like numbers and booleans: the chart makes texts of them again', () => {
    expect(rendered(operator({ GOMEMLIMIT: '900MiB', A: '1', B: 'true' }))).toEqual({
      'dapr_operator.extraEnvVars.A': '1', 'dapr_operator.extraEnvVars.B': 'true', 'dapr_operator.extraEnvVars.GOMEMLIMIT': '900MiB',
    });
  });

  test('are not what comes back as another text', () => {
    expect(problemOf(operator({ A: 'null' })).code).toBe('SettingReadsAsOther');
    expect(problemOf(operator({ A: 'TRUE' })).code).toBe('SettingReadsAsOther');
    expect(problemOf(operator({ A: 1 })).code).toBe('SettingWrongType');
  });

  test('are escaped for the quotes of the template, but for the one that needs none', () => {
    const value = 'say "a\\b",\n{';
    expect(rendered(operator({ A: value }))).toEqual({ 'dapr_operator.extraEnvVars.A': 'say \\\\"a\\\\\\\\b\\\\"\\,\\\\n{' });
    expect(rendered({ daprSidecarInjector: { extraEnvVars: { A: value } } }))
      .toEqual({ 'dapr_sidecar_injector.extraEnvVars.A': 'say "a\\\\b"\\,\n{' });
  });
});

describe('a toleration', () => {
  test.each([
    ['operator', 'Exist', 'SettingValueUnknown', "write 'Exists' at settings.tolerations[0].operator"],
    ['effect', 'NoScheduled', 'SettingValueUnknown', "write 'NoSchedule' at settings.tolerations[0].effect"],
    ['tolerationSeconds', 1.5, 'SettingWrongType', 'write 2 at settings.tolerations[0].tolerationSeconds'],
    ['value', 'true', 'SettingReadsAsOther', "tolerate the taint whatever its value: { key: '…', operator: 'Exists' }"],
    ['value', 5, 'SettingWrongType', "write '5' at settings.tolerations[0].value"],
    ['key', '5', 'SettingReadsAsOther', "--set cannot say it: use another text, such as 'v5'"],
    ['seconds', 5, 'SettingUnknown', 'remove it, or use one of those'],
    ['operators', 'Exists', 'SettingUnknown', "did you mean 'operator'?"],
  ])('has no %s %p', (name, value, code, fix) => {
    expect(problemOf({ tolerations: [{ [name]: value }] })).toMatchObject({ code, fix });
  });

  test('of all kinds are known', () => {
    for (const effect of ['NoSchedule', 'PreferNoSchedule', 'NoExecute']) {
      expect(rendered({ tolerations: [{ effect, operator: 'Equal' }] })).toEqual({ 'global.tolerations[0].effect': effect, 'global.tolerations[0].operator': 'Equal' });
    }
  });

  test('states something', () => {
    expect(problemOf({ tolerations: [{ key: undefined }] })).toEqual({
      code: 'SettingObjectEmpty',
      value: 'settings.tolerations[0]: an object',
      why: '--set has no way to write an empty object',
      fix: 'leave it out, or state a member of it',
    });
  });

  test('is an object', () => {
    expect(problemOf({ tolerations: ['x'] })).toMatchObject({ code: 'SettingWrongType', why: 'global.tolerations[0] takes a map' });
  });
});

describe('tolerations as JSON', () => {
  const key = 'dapr_sidecar_injector.ignoreEntrypointTolerations';
  const ignore = (value: unknown) => ({ daprSidecarInjector: { ignoreEntrypointTolerations: value } });

  test('are one text, in one order', () => {
    const expected = { [key]: '[{"effect":"NoSchedule"\\,"key":"azure.com/aci"}]' };
    expect(rendered(ignore([{ effect: 'NoSchedule', key: 'azure.com/aci' }]))).toEqual(expected);
    expect(rendered(ignore([{ key: 'azure.com/aci', value: undefined, effect: 'NoSchedule' }]))).toEqual(expected);
  });

  test('may have values that --set would misread, and quotes, and be none', () => {
    const list = [{ key: '1', value: 'true' }, { value: 'a"b\\c,{%', tolerationSeconds: 5 }];
    expect(JSON.parse(parseSet(`a=${rendered(ignore(list))[key]}`).a as string)).toEqual(list);
    expect(rendered(ignore([]))).toEqual({ [key]: '[]' });
  });

  test('may come as the text', () => {
    expect(rendered(ignore('[{"key":"a"}, {"key":"b"}]'))).toEqual({ [key]: '[{"key":"a"}\\, {"key":"b"}]' });
  });

  test.each(['{"key":"a"}', '[{', 'azure.com/aci'])('are not the text %s', (value) => {
    expect(problemOf(ignore(value))).toMatchObject({
      code: 'SettingValueMalformed',
      why: `${key} takes a list of tolerations`,
      fix: "settings: { daprSidecarInjector: { ignoreEntrypointTolerations: [{ key: 'azure.com/aci', effect: 'NoSchedule' }] } }",
    });
  });

  test.each<[unknown, string]>([[[{ effect: 'no' }], 'SettingValueUnknown'], [[{}], 'SettingObjectEmpty'], [[5], 'SettingWrongType'], [5, 'SettingWrongType'], [{ key: 'a' }, 'SettingWrongType'],
    [null, 'SettingNull'], [Token.asAnyMap(map), 'SettingToken'], [[{ kye: 'a' }], 'SettingUnknown']])('are not %p', (value, code) => {
    expect(problemOf(ignore(value)).code).toBe(code);
  });
});

describe('image pull secrets', () => {
  test.each<[string, unknown, object]>([
    ['one name', 'acr', { 'global.imagePullSecrets': 'acr' }],
    ['names', ['a', 'b,c'], { 'global.imagePullSecrets[0].name': 'a', 'global.imagePullSecrets[1].name': 'b\\,c' }],
    ['objects', [{ name: 'a' }, 'b'], { 'global.imagePullSecrets[0].name': 'a', 'global.imagePullSecrets[1].name': 'b' }],
  ])('are %s', (_what, value, expected) => {
    expect(rendered({ imagePullSecrets: value })).toEqual(expected);
  });

  test.each<[unknown, string, string]>([
    [[{}], 'SettingObjectEmpty', 'settings.imagePullSecrets[0]: {}'],
    [[{ nam: 'a' }], 'SettingUnknown', "settings.imagePullSecrets[0].nam: 'a'"],
    [['1'], 'SettingReadsAsOther', "settings.imagePullSecrets[0].name: '1'"],
    ['1', 'SettingReadsAsOther', "settings.imagePullSecrets: '1'"],
    ['', 'SettingEmpty', "settings.imagePullSecrets: ''"],
    [[5], 'SettingWrongType', 'settings.imagePullSecrets[0]: 5'],
    [{ name: 'a' }, 'SettingWrongType', 'settings.imagePullSecrets: an object'],
    [[], 'SettingListEmpty', 'settings.imagePullSecrets: []'],
  ])('are not %p', (value, code, shown) => {
    expect(problemOf({ imagePullSecrets: value })).toMatchObject({ code, value: shown });
  });
});

describe('resources of a container', () => {
  test('are quantities by name', () => {
    expect(rendered({ daprOperator: { resources: { limits: { 'nvidia.com/gpu': 1, 'cpu': 0.5, 'memory': '1Gi' } } } })).toEqual({
      'dapr_operator.resources.limits.cpu': '0.5', 'dapr_operator.resources.limits.memory': '1Gi', 'dapr_operator.resources.limits.nvidia\\.com/gpu': '1',
    });
  });

  test.each<[unknown, string]>([['1 Gi', 'SettingValueMalformed'], [true, 'SettingWrongType'], ['', 'SettingEmpty'], [Infinity, 'SettingWrongType'], [-1, 'SettingValueMalformed']])(
    'are not %p', (value, code) => {
      expect(problemOf({ daprOperator: { resources: { requests: { memory: value } } } }).code).toBe(code);
    });
});

describe('objects in the shape of Kubernetes', () => {
  const volumes = (...value: unknown[]) => ({ extraVolumes: { sentry: value } });
  const selector = (value: unknown) => ({ daprSidecarInjector: { namespaceSelector: value } });

  test('are written by index and name', () => {
    expect(rendered(volumes({ name: 'a', configMap: { name: 'b', optional: true, defaultMode: 420, items: [{ key: 'c.d', path: 'e,f' }] } }, { name: 'g' }))).toEqual({
      'global.extraVolumes.sentry[0].configMap.defaultMode': '420',
      'global.extraVolumes.sentry[0].configMap.items[0].key': 'c.d',
      'global.extraVolumes.sentry[0].configMap.items[0].path': 'e\\,f',
      'global.extraVolumes.sentry[0].configMap.name': 'b',
      'global.extraVolumes.sentry[0].configMap.optional': 'true',
      'global.extraVolumes.sentry[0].name': 'a',
      'global.extraVolumes.sentry[1].name': 'g',
    });
    expect(rendered(selector({ matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['kube-system'] }] }))).toEqual({
      'dapr_sidecar_injector.namespaceSelector.matchExpressions[0].key': 'kubernetes.io/metadata.name',
      'dapr_sidecar_injector.namespaceSelector.matchExpressions[0].operator': 'NotIn',
      'dapr_sidecar_injector.namespaceSelector.matchExpressions[0].values[0]': 'kube-system',
    });
  });

  test('may be empty as a whole map, which says nothing', () => {
    expect(rendered(selector({}))).toEqual({});
  });

  test('may have lists of lists and numbers with a fraction', () => {
    expect(rendered(selector({ a: [['x'], [1.5, -2]] }))).toEqual({
      'dapr_sidecar_injector.namespaceSelector.a[0][0]': 'x',
      'dapr_sidecar_injector.namespaceSelector.a[1][0]': '1.5',
      'dapr_sidecar_injector.namespaceSelector.a[1][1]': '-2',
    });
  });

  test.each<[string, unknown, string, string]>([
    ['an empty directory', { emptyDir: {} }, 'SettingObjectEmpty',
      "leave it out, since a volume that names no source is an empty directory, or state a member: emptyDir: { sizeLimit: '1Gi' }"],
    ['an empty object', { securityContext: {} }, 'SettingObjectEmpty', 'leave it out, or state a member of it'],
    ['an object with nothing stated', { emptyDirs: { a: undefined } }, 'SettingObjectEmpty', 'leave it out, or state a member of it'],
    ['an empty list', { args: [] }, 'SettingListEmpty', "leave it out; the chart's own lists are empty"],
    ['null', { a: null }, 'SettingNull', 'leave it out'],
    ['a text that is a number', { value: '8080' }, 'SettingReadsAsOther', 'state it without quotes if a number or a boolean is meant; as a text --set cannot say it'],
    ['an empty text', { medium: '' }, 'SettingEmpty', 'leave it out'],
    ['NaN', { a: NaN }, 'SettingWrongType', 'write 3 at settings.extraVolumes.sentry[0].a'],
    ['a number with an exponent', { a: 1e-7 }, 'SettingNumberInexact', 'state a number between -9007199254740991 and 9007199254740991 that needs no exponent'],
    ['a function', { a: () => 1 }, 'SettingWrongType', "write '…' at settings.extraVolumes.sentry[0].a"],
    ['a date', { a: new Date(0) }, 'SettingWrongType', "write '…' at settings.extraVolumes.sentry[0].a"],
    ['a token for a map', { a: Token.asAnyMap(map) }, 'SettingToken', "write the map out, with tokens inside: { name: Fn.lookup(map, 'name') }"],
    ['a token for a list', { a: texts.listValue }, 'SettingToken', 'write the list out, with tokens inside: [Fn.element(list, 0)]'],
    ['an empty name', { a: { '': 1 } }, 'SettingNameEmpty', 'give it a name, or leave it out'],
  ])('have no %s', (_what, value, code, fix) => {
    expect(problemOf(volumes(value))).toMatchObject({ code, fix });
  });

  test.each<[string, unknown, string]>([
    ['a text', 'x', 'SettingWrongType'], ['an empty object', {}, 'SettingObjectEmpty'], ['a list', [['x']], 'SettingWrongType'], ['a token', flag.booleanValue, 'SettingToken'], ['null', null, 'SettingNull'],
  ])('are not %s', (_what, value, code) => {
    expect(problemOf(volumes(value)).code).toBe(code);
  });

  test('have only texts among the labels they match', () => {
    expect(problemOf(selector({ matchLabels: { a: 1 } }))).toMatchObject({ code: 'SettingWrongType', fix: "write '1' at settings.daprSidecarInjector.namespaceSelector.matchLabels.a" });
    expect(problemOf(selector({ matchLabels: { a: 'true' } })).code).toBe('SettingReadsAsOther');
    expect(rendered(selector({ matchLabels: { a: 'b' } }))).toEqual({ 'dapr_sidecar_injector.namespaceSelector.matchLabels.a': 'b' });
    expect(rendered(selector({ matchLabelsNot: { a: 1 } }))).toEqual({ 'dapr_sidecar_injector.namespaceSelector.matchLabelsNot.a': '1' });
  });

  test('nest as deep as Helm reads, and no deeper', () => {
    const nested = (levels: number): unknown => levels === 0 ? 'x' : { a: nested(levels - 1) };
    expect(Object.keys(rendered(selector(nested(28))))[0].split('.')).toHaveLength(30);
    expect(problemOf(selector(nested(29)))).toMatchObject({ code: 'SettingTooDeep', why: 'Helm reads at most 30 levels', fix: 'nest less deeply' });
  });

  test('that hold themselves are refused, not followed for ever', () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    expect(problemOf(selector(circle)).code).toBe('SettingTooDeep');
    const list: unknown[] = [];
    list.push(list);
    expect(problemOf(selector({ list })).code).toBe('SettingTooDeep');
  });
});
