import { DaprCluster, DaprPreset, ReleaseTrain } from '../../lib';
import { AKS_ID, ARC, ARC_ID, codes, errorOf, extension } from '../helpers/synth';

const cluster = DaprCluster.aks(AKS_ID);

test.each(['dapr', 'D', '9', 'dapr-prod.eu', 'a'.repeat(253), '${var.name}'])('the name %s is taken', (name) => {
  expect(extension({ cluster, name }).name).toBe(name);
});

test.each(['', 'a/b', '-dapr', '.dapr', 'dapr_1', 'dapr 1', 'a'.repeat(254), 'dapr\n'])('the name %j is malformed', (name) => {
  const error = errorOf({ cluster, name });
  expect(codes(error)).toStrictEqual(['NameMalformed']);
  expect(error).toContain(`name: ${JSON.stringify(name)}`);
});

test.each(['dapr-system', 'd', '1', 'a'.repeat(63), '${var.namespace}'])('the namespace %s is taken', (releaseNamespace) => {
  expect(extension({ cluster, releaseNamespace }).release_namespace).toBe(releaseNamespace);
});

test.each(['', 'Dapr', '-dapr', 'dapr-', 'dapr.system', 'dapr_system', 'a'.repeat(64)])('the namespace %j is malformed', (releaseNamespace) => {
  const error = errorOf({ cluster, releaseNamespace });
  expect(codes(error)).toStrictEqual(['NamespaceMalformed']);
  expect(error).toContain(`releaseNamespace: ${JSON.stringify(releaseNamespace)}`);
});

test.each([
  ['1.11', 'a version in full'],
  ['latest', 'a version in full'],
  ['1.14.4-msft', 'a version in full'],
  ['1.14.4-msft.01', 'a version in full'],
  ['', 'a version in full'],
  ['v1.11.2', "version: '1.11.2'"],
  ['1.11.2-mariner', "configurationSettings: { 'global.tag': '1.11.2-mariner' }"],
  [1.16, 'a version in full'],
])('the version %j is malformed', (version, fix) => {
  const error = errorOf({ cluster, version });
  expect(codes(error)).toStrictEqual(['VersionMalformed']);
  expect(error).toContain(`version: ${typeof version === 'string' ? JSON.stringify(version) : version}`);
  expect(error).toContain(fix);
});

test.each(['30', '30 minutes', '', 'half an hour', '30m '])('the timeout %j is malformed', (update) => {
  const error = errorOf({ cluster, timeouts: { create: '30m', update } });
  expect(codes(error)).toStrictEqual(['TimeoutMalformed']);
  expect(error).toContain(`timeouts.update: ${JSON.stringify(update)}`);
  expect(error).toContain("timeouts: { update: '45m' }");
});

test.each(['', ' ', 'two words'])('the train %j is malformed', (name) => {
  const error = errorOf({ cluster, releaseTrain: ReleaseTrain.of(name) });
  expect(codes(error)).toStrictEqual(['TrainMalformed']);
  expect(error).toContain(`ReleaseTrain.of(${JSON.stringify(name)})`);
});

test.each(['autoUpgradeMinorVersion', 'systemAssignedIdentity', 'preventDestroy'])('%s that is no literal is an error', (name) => {
  const error = errorOf({ cluster, [name]: '${var.flag}' });
  expect(codes(error)).toStrictEqual(['BooleanNotLiteral']);
  expect(error).toContain(`${name}: "\${var.flag}"`);
  expect(error).toContain(`fix: ${name}: true, or ${name}: false`);
});

test('an unknown name among the ignored changes is told the known ones', () => {
  const error = errorOf({ cluster, ignoreChanges: ['verison', 'systemAssignedIdentity'] });
  expect(codes(error)).toStrictEqual(['IgnoreChangesUnknown', 'IgnoreChangesUnknown']);
  expect(error).toContain('ignoreChanges: ["verison"]');
  expect(error).toContain("one of 'all', 'cluster', 'name', 'version'");
  expect(error).not.toContain("'systemAssignedIdentity',");
  expect(errorOf({ cluster: DaprCluster.arc(ARC_ID), ignoreChanges: ['x'] })).toContain("'systemAssignedIdentity'");
});

describe('the preset for production', () => {
  const preset = DaprPreset.PRODUCTION;

  test.each([
    ['stated', { autoUpgradeMinorVersion: true }, 'autoUpgradeMinorVersion: true'],
    ['by default', {}, 'neither version nor autoUpgradeMinorVersion'],
  ])('refuses automatic upgrades, %s', (_how, props, given) => {
    const error = errorOf({ cluster, preset, ...props });
    expect(codes(error)).toStrictEqual(['PresetRefusesAutoUpgrade']);
    expect(error).toContain(`PresetRefusesAutoUpgrade: preset: DaprPreset.PRODUCTION with ${given}
  why: Dapr would upgrade itself, which Microsoft calls unsuitable for production
  fix: version: '1.17.13', the version that you tested`);
  });

  test.each([ReleaseTrain.DEV, ReleaseTrain.of('dev'), ReleaseTrain.of('Dev')])('refuses the train of early releases', (releaseTrain) => {
    const error = errorOf({ cluster: DaprCluster.arc(ARC_ID), preset, version: '1.17.13', releaseTrain });
    expect(codes(error)).toStrictEqual(['PresetRefusesTrain']);
    expect(error).toContain(`PresetRefusesTrain: preset: DaprPreset.PRODUCTION with releaseTrain: ReleaseTrain.DEV
  why: the train dev holds early releases, which Microsoft calls unsuitable for production
  fix: leave \`releaseTrain\` out`);
  });

  test.each([ReleaseTrain.STABLE, ReleaseTrain.of('preview'), ReleaseTrain.of('${var.train}')])('takes another train', (releaseTrain) => {
    expect(extension({ cluster: DaprCluster.arc(ARC_ID), preset, version: '1.17.13', releaseTrain }, ARC).version).toBe('1.17.13');
  });

  test('takes a version, stated or from a variable', () => {
    expect(extension({ cluster, preset, version: '1.17.13' }).version).toBe('1.17.13');
    expect(extension({ cluster, preset, version: '${var.version}', autoUpgradeMinorVersion: false }).version).toBe('${var.version}');
  });
});

test('other presets take automatic upgrades and every train', () => {
  for (const preset of [DaprPreset.DEVELOPMENT, DaprPreset.of('PRODUCTION', {})]) {
    expect(extension({ cluster, preset })).not.toHaveProperty('version');
    expect(extension({ cluster, preset, autoUpgradeMinorVersion: true, releaseTrain: ReleaseTrain.DEV }).release_train).toBe('dev');
  }
});
