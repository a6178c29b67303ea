import { App, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { DaprCluster, DaprExtension, DaprWarnings } from '../lib';
import { AKS_ID, codes, synth, synthApp, TestStack, thrown, warningIds, warningsOf } from './helpers/synth';

const extensionIn = (scope: Construct, id = 'Dapr') => new DaprExtension(scope, id, { cluster: DaprCluster.aks(`${AKS_ID}-${id}`) });

describe('an acknowledged warning is silent', () => {
  test.each([
    ['the construct', (dapr: DaprExtension) => dapr],
    ['a scope between', (dapr: DaprExtension) => dapr.node.scope!],
    ['the stack', (dapr: DaprExtension) => dapr.node.scope!.node.scope!],
    ['the app', (dapr: DaprExtension) => dapr.node.root],
  ])('under %s', (_, scopeOf) => {
    const stack = new TestStack();
    const dapr = extensionIn(new Construct(stack, 'Platform'));
    DaprWarnings.of(scopeOf(dapr)).acknowledge('ImplicitAutoUpgrade', 'a playground');
    synth(stack);
    expect(warningsOf(dapr)).toStrictEqual([]);
  });

  test('when the acknowledgement comes first', () => {
    const app = Testing.app();
    DaprWarnings.of(app).acknowledge('ImplicitAutoUpgrade', 'a playground');
    const stack = new TestStack('Stack', app);
    const dapr = extensionIn(stack);
    synth(stack);
    expect(warningsOf(dapr)).toStrictEqual([]);
  });

  test('and only that one, and only there', () => {
    const stack = new TestStack();
    const quiet = extensionIn(stack, 'Quiet');
    const loud = extensionIn(stack, 'Loud');
    DaprWarnings.of(quiet).acknowledge('ImplicitAutoUpgrade', 'a playground');
    DaprWarnings.of(stack).acknowledge('SecretInSource', 'none here');
    synth(stack);
    expect(warningIds(quiet)).toStrictEqual([]);
    expect(warningIds(loud)).toStrictEqual(['ImplicitAutoUpgrade']);
  });
});

test('a warning is given once, however often the app is synthesized', () => {
  const stack = new TestStack();
  const dapr = extensionIn(stack);
  synth(stack);
  synth(stack);
  expect(warningIds(dapr)).toStrictEqual(['ImplicitAutoUpgrade']);
});

test('a warning reaches the manifest, where the CLI reads it, with the path', () => {
  const { manifest } = synthApp((app: App) => extensionIn(new TestStack('Stack', app)));
  expect(manifest.stacks.Stack.annotations).toHaveLength(1);
  expect(manifest.stacks.Stack.annotations[0]).toMatchObject({ constructPath: 'Stack/Dapr', level: '@cdktf/warn' });
  expect(manifest.stacks.Stack.annotations[0].message).toMatch(/^ImplicitAutoUpgrade: .*\n {2}why: .*\n {2}fix: .*\n {2}or, where it is meant so: DaprWarnings/);
});

test('an unknown id is refused with the known ones', () => {
  const error = thrown(() => DaprWarnings.of(new TestStack()).acknowledge('ImplicitUpgrade', 'x'));
  expect(codes(error)).toStrictEqual(['WarningUnknown']);
  expect(error).toContain('DaprWarnings.of("Stack") has a problem.');
  expect(error).toContain('acknowledge("ImplicitUpgrade", …)');
  expect(error).toContain("'ImplicitAutoUpgrade', 'VersionChangeReplaces'");
});

test.each(['', '  ', undefined])('the reason %j is refused', (reason) => {
  const error = thrown(() => DaprWarnings.of(new TestStack()).acknowledge('ImplicitAutoUpgrade', reason as string));
  expect(codes(error)).toStrictEqual(['ReasonMissing']);
  expect(error).toContain('acknowledge("ImplicitAutoUpgrade", \'why it does not apply here\')');
});

test('an id that every object has is no warning', () => {
  expect(codes(thrown(() => DaprWarnings.of(new TestStack()).acknowledge('toString', 'x')))).toStrictEqual(['WarningUnknown']);
});
