import * as fc from 'fast-check';
import { renderSettings } from '../../../lib/private/rendering/render-settings';
import { readsAs } from '../../../lib/private/rendering/set-grammar';
import { SAMPLE } from '../../helpers/sample-settings';
import { parseSet } from '../../helpers/set-parser';

/**
 * Texts full of what the grammar and the templates of Terraform give a meaning to. `${` makes a text an
 * expression and `%%{` counts as escaped already, so both are left out.
 */
const sign = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...'\\,.=[]{}"\' \n\r\t%$#:/-+0123') },
  { weight: 1, arbitrary: fc.constantFrom('true', 'null', '%{', '\\\\', '{{', ', ', '\\,', 'key=') },
  { weight: 2, arbitrary: fc.string({ minLength: 1, maxLength: 3, unit: 'binary' }) },
);
const anyText = fc.array(sign, { minLength: 1, maxLength: 8 }).map((signs) => signs.join('')).filter((text) => !/\$\{|%%+\{|TfToken/.test(text));
const text = anyText.filter((it) => readsAs(it) === 'text');
const whole = fc.oneof(fc.integer(), fc.maxSafeInteger()).map((it) => it + 0);

const map = <T>(value: fc.Arbitrary<T>, minKeys = 0) => fc.dictionary(anyText, value, { minKeys, maxKeys: 4, noNullPrototype: true });
const list = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: 1, maxLength: 12 });

const { tree: freeTree } = fc.letrec<{ tree: unknown; node: unknown }>((tie) => ({
  tree: map(tie('node'), 1),
  node: fc.oneof({ maxDepth: 4, withCrossShrink: true }, text, whole, fc.boolean(), map(tie('node'), 1), fc.array(tie('node'), { minLength: 1, maxLength: 4 })),
}));

/** A value that has no place in a tree half of the time. */
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const toleration = fc.record({
  key: text, value: text, operator: fc.constantFrom('Exists', 'Equal'), effect: fc.constantFrom('NoSchedule', 'NoExecute'), tolerationSeconds: whole,
}, { requiredKeys: ['key'] });

/** Values by the typed path of the sample; every one of them comes out as it is, or as the third entry says. */
const TYPED: readonly (readonly [path: string, value: fc.Arbitrary<any>, read?: (value: any) => unknown])[] = [
  ['ha.enabled', fc.boolean()],
  ['ha.replicaCount', whole],
  ['ha.disruption.maximumUnavailable', fc.nat(100).map((it) => `${it}%`)],
  ['registry', text],
  ['nodeSelector', map(text, 1)],
  ['tolerations', list(toleration)],
  ['imagePullSecrets', list(text), (value) => value.map((name: string) => ({ name }))],
  ['extraVolumes.sentry', list(freeTree)],
  ['daprOperator.logLevel', fc.constantFrom('debug', 'info', 'warn')],
  ['daprOperator.resources', fc.record({ limits: map(fc.nat().map((it) => `${it}Mi`), 1) })],
  ['daprOperator.extraEnvVars', map(text, 1), (value) => mapValues(value, yamlInner)],
  ['daprPlacement.cluster.logStoreWinPath', text.filter((it) => !it.includes('\\\\')), yamlInner],
  ['daprScheduler.etcdClientEndpoints', list(text)],
  ['daprScheduler.etcdClientPassword', text],
  ['daprSidecarInjector.allowedServiceAccounts', list(text), (value) => value.join(',')],
  ['daprSidecarInjector.extraEnvVars', map(text, 1)],
  ['daprSidecarInjector.ignoreEntrypointTolerations', list(fc.record({ key: anyText, value: anyText })), undefined],
  ['daprSidecarInjector.namespaceSelector', freeTree],
];

describe('whatever is rendered', () => {
  test('comes back from the reader: objects in any shape', () => {
    fc.assert(fc.property(freeTree, (value) => {
      expect(read({ daprSidecarInjector: { namespaceSelector: value } }).dapr_sidecar_injector.namespaceSelector).toEqual(value);
    }), { numRuns: 3000 });
  });

  test.each(TYPED.map((row) => row as [string, fc.Arbitrary<any>, ((value: any) => unknown)?]))('comes back from the reader: %s', (path, arbitrary, expected = (value: unknown) => value) => {
    fc.assert(fc.property(arbitrary, (value) => {
      const back = at(read(nest(path, value)), SAMPLE.get(path)!.key);
      expect(SAMPLE.get(path)!.type === 'json' ? JSON.parse(back as string) : back).toEqual(expected(value));
    }), { numRuns: 500 });
  });

  test('comes back from the reader: trees of several settings, in any order', () => {
    const record = fc.record(Object.fromEntries(TYPED.map(([path, value]) => [path, maybe(value)])));
    fc.assert(fc.property(record, fc.array(fc.nat()), (values, order) => {
      const stated = TYPED.filter(([path]) => values[path] !== undefined);
      const shuffled = stated.map((row, index) => [order[index] ?? 0, row] as const).sort(([a], [b]) => a - b).map(([, row]) => row);
      const tree = merge(shuffled.map(([path]) => nest(path, values[path])));
      const back = read(tree);
      for (const [path, , expected = (value: unknown) => value] of stated) {
        const { key, type } = SAMPLE.get(path)!;
        expect(type === 'json' ? JSON.parse(at(back, key) as string) : at(back, key)).toEqual(expected(values[path]));
      }
      const sorted = renderSettings(merge(stated.map(([path]) => nest(path, values[path]))), SAMPLE);
      expect([...renderSettings(tree, SAMPLE).rendered]).toEqual([...sorted.rendered]);
    }), { numRuns: 500 });
  });

  test('never holds an empty value or what Terraform would read as a template', () => {
    fc.assert(fc.property(freeTree, (value) => {
      const { rendered } = renderSettings({ daprSidecarInjector: { namespaceSelector: value } }, SAMPLE);
      for (const [key, written] of rendered) {
        expect(written).not.toBe('');
        expect(key + written).not.toMatch(/\$\{|(?<!%)%\{/);
      }
    }), { numRuns: 500 });
  });
});

describe('whatever is given', () => {
  test('never throws, and is rendered or reported', () => {
    const anything = fc.anything({
      withBigInt: true, withDate: true, withMap: true, withSparseArray: true, withNullPrototype: true, withObjectString: true,
    });
    fc.assert(fc.property(fc.constantFrom(...SAMPLE.keys()), anything, (path, value) => {
      const { rendered, sensitive, problems } = renderSettings(nest(path, value), SAMPLE);
      for (const problem of problems) {
        expect(Object.values(problem).every((field) => typeof field === 'string' && field !== '')).toBe(true);
        expect(problem.value.startsWith(`settings.${path}`)).toBe(true);
      }
      for (const [key, written] of [...rendered, ...sensitive]) {
        expect(key.startsWith(SAMPLE.get(path)!.key)).toBe(true);
        expect(typeof written === 'string' && written !== '').toBe(true);
      }
    }), { numRuns: 5000 });
  });
});

/** What Helm reads of a tree without problems, once Terraform has read its templates. */
function read(tree: object): any {
  const { rendered, sensitive, problems } = renderSettings(tree, SAMPLE);
  expect(problems).toEqual([]);
  return parseSet([...rendered, ...sensitive].map((pair) => pair.map((part) => part.replaceAll('%%{', '%{')).join('=')).join(','));
}

/** The text of a string of YAML between double quotes. */
function yamlInner(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

function mapValues(value: object, change: (text: string) => string): object {
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, change(member)]));
}

function at(tree: any, key: string): unknown {
  return key.split('.').reduce((value, name) => value[name], tree);
}

function nest(path: string, value: unknown): object {
  return path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as object;
}

function merge(trees: object[]): object {
  const result: any = {};
  for (const tree of trees) {
    for (const [name, value] of Object.entries(tree)) {
      const both = isStruct(result[name]) && isStruct(value) && !SAMPLE.has(name);
      result[name] = both ? merge([result[name], value]) : value;
    }
  }
  return result;
}

function isStruct(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
