import { DaprCluster, ExistingDapr, HelmValues } from '../../../lib';
import { existingSettings, releaseProblems, releaseWarnings } from '../../../lib/private/settings/helm-release';
import { StatedSetting } from '../../../lib/private/settings/settings-layers';
import { CLAIM_KEYS } from '../../../lib/private/settings/volume-claims';

const propsWith = (values?: object) => ({
  cluster: DaprCluster.aks('${var.id}'),
  existingDapr: ExistingDapr.helmRelease({ releaseName: 'dapr', releaseNamespace: 'dapr-system', values: values && HelmValues.fromObject(values) }),
});
const settings = (stated: Record<string, string>, isSecret = false): Map<string, StatedSetting> =>
  new Map(Object.entries(stated).map(([key, value]) => [key, { key, value, isSecret, statedBy: 'settings' }]));

/** A value of the release for a dotted key. */
const tree = (key: string, value: unknown): object => key.split('.').reduceRight((inner, name) => ({ [name]: inner }), value as any);

test('nothing is said without an existing Dapr', () => {
  const props = { cluster: DaprCluster.aks('${var.id}') };
  expect(existingSettings(props)).toStrictEqual([]);
  expect(releaseProblems(settings({ [CLAIM_KEYS.ha]: 'true' }), props)).toStrictEqual([]);
  expect(releaseWarnings(settings({ 'dapr_placement.x': 'y' }), props)).toStrictEqual([]);
});

test('high availability is the one setting that an existing Dapr states', () => {
  expect(existingSettings(propsWith())).toStrictEqual([{ key: 'global.ha.enabled', value: 'false', isSecret: false, statedBy: 'existingDapr' }]);
  expect(existingSettings(propsWith({ global: { ha: { enabled: true } }, dapr_placement: { ha: true } })).map(({ value }) => value)).toStrictEqual(['true']);
});

describe('each key that a volume claim depends on', () => {
  const running = { [CLAIM_KEYS.ha]: 'true' };

  test.each([
    [CLAIM_KEYS.placementInMemory, 'true', 'placement'],
    [CLAIM_KEYS.placementSize, '3Gi', 'placement'],
    [CLAIM_KEYS.placementClass, 'fast', 'placement'],
    [CLAIM_KEYS.schedulerInMemory, 'true', 'scheduler'],
    [CLAIM_KEYS.schedulerSize, '3Gi', 'scheduler'],
    [CLAIM_KEYS.schedulerClass, 'fast', 'scheduler'],
  ])('%s is named where it alone differs', (key, value, service) => {
    const here = releaseProblems(settings({ ...running, [key]: value }), propsWith({ global: { ha: { enabled: true } } }));
    expect(here).toMatchObject([{ code: 'ExistingDaprDiffers', value: `'${key}': '${value}'` }]);
    expect(here[0].why).toContain(`the volume claim of ${service} would change`);

    const there = releaseProblems(settings(running), propsWith({ ...tree(key, value), global: { ha: { enabled: true } } }));
    expect(there).toMatchObject([{ value: `'${key}': not stated`, fix: `'${key}': '${value}'` }]);
  });

  test.each([CLAIM_KEYS.ha, CLAIM_KEYS.placementHa])('%s is named where it alone differs', (key) => {
    expect(releaseProblems(settings({ [key]: 'true' }), propsWith({}))).toMatchObject([{ value: `'${key}': 'true'`, fix: `'${key}': 'false'` }]);
    expect(releaseProblems(settings({}), propsWith(tree(key, true)))).toMatchObject([{ value: `'${key}': not stated`, fix: `'${key}': 'true'` }]);
  });
});

test('a claim that only Terraform knows is not compared, the other one is', () => {
  const problems = releaseProblems(settings({ [CLAIM_KEYS.ha]: '${var.ha}', [CLAIM_KEYS.schedulerSize]: '3Gi' }), propsWith({}));
  expect(problems.map(({ value }) => value)).toStrictEqual(["'dapr_scheduler.cluster.storageSize': '3Gi'"]);
});

test('a setting that is taken away is as good as not stated, here as in the release', () => {
  const taken = { [CLAIM_KEYS.schedulerClass]: 'NULL', 'dapr_placement.x': 'null' };
  expect(releaseProblems(settings(taken), propsWith({}))).toStrictEqual([]);
  expect(releaseWarnings(settings(taken), propsWith({}))).toStrictEqual([]);
});

test('an expression beside a difference is not printed', () => {
  const problems = releaseProblems(
    settings({ [CLAIM_KEYS.ha]: 'true', [CLAIM_KEYS.placementHa]: '${var.x}' }), propsWith({}),
  );
  expect(problems).toMatchObject([{ value: "'global.ha.enabled': 'true', 'dapr_placement.ha': an expression" }]);
});

test('settings of other groups may differ', () => {
  expect(releaseWarnings(settings({ 'global.haproxy': 'x', 'dapr_operator.logLevel': 'info', 'my_dapr_placement.x': 'y' }), propsWith({}))).toStrictEqual([]);
});
