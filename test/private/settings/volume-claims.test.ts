import { DaprCluster, DaprExtensionProps, DaprPreset } from '../../../lib';
import { SETTINGS } from '../../../lib/private/settings/catalogue';
import { readSettings } from '../../../lib/private/settings/extension-settings';
import { Setting, SettingType } from '../../../lib/private/settings/setting';
import { canonicalQuantity } from '../../../lib/private/settings/volume-claims';
import { AKS_ID } from '../../helpers/synth';

const cluster = DaprCluster.aks(AKS_ID);
const claimsOf = (props: Partial<DaprExtensionProps>) => {
  const { problems, settings } = readSettings({ cluster, ...props });
  expect(problems).toStrictEqual([]);
  return settings().claims;
};
const raw = (configurationSettings: Record<string, string>) => claimsOf({ configurationSettings });

const HA = 'global.ha.enabled';
const PLACEMENT_HA = 'dapr_placement.ha';
const PLACEMENT_IN_MEMORY = 'dapr_placement.cluster.forceInMemoryLog';
const PLACEMENT_SIZE = 'dapr_placement.volumeclaims.storageSize';
const PLACEMENT_CLASS = 'dapr_placement.volumeclaims.storageClassName';
const SCHEDULER_IN_MEMORY = 'dapr_scheduler.cluster.inMemoryStorage';
const SCHEDULER_SIZE = 'dapr_scheduler.cluster.storageSize';
const SCHEDULER_CLASS = 'dapr_scheduler.cluster.storageClassName';

/** A value of each type that no setting has by default; two for switches. */
const VALUES: Record<SettingType, string[]> = {
  boolean: ['true', 'false'],
  integer: ['77'],
  string: ['something'],
  enum: [],
  duration: ['2s'],
  quantity: ['77Gi'],
  intOrPercent: ['77%'],
  pem: ['-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'],
  commaList: ['a\\,b'],
  hostPort: ['host:77'],
  stringMap: ['x'],
  stringList: ['{a,b}'],
  tolerations: ['x'],
  imagePullSecrets: ['secret'],
  resources: ['77m'],
  objects: ['x'],
  object: ['x'],
  json: ['[]'],
};

/** Where the value of a type is written if not under the key itself. */
const MEMBERS: Partial<Record<SettingType, string>> = {
  stringMap: '.some\\.name', tolerations: '[0].key', resources: '.requests.cpu', objects: '[0].name', object: '.matchLabels.a',
};

function statements({ key, type, values }: Setting): Record<string, string>[] {
  return (values ?? VALUES[type]).map((value) => ({ [`${key}${MEMBERS[type] ?? ''}`]: value }));
}

describe('of all keys of the catalogue', () => {
  // Sound or not: what would replace must not depend on it.
  const read = (configurationSettings: Record<string, string>) => readSettings({ cluster, configurationSettings }).settings().claims;
  const replacing = (context: Record<string, string>) => {
    const before = read(context);
    return [...SETTINGS.values()].filter((setting) => statements(setting).some((statement) => {
      const after = read({ ...context, ...statement });
      return after.placement !== before.placement || after.scheduler !== before.scheduler;
    })).map(({ key }) => key).sort();
  };

  test('each one has a value to try', () => {
    expect([...SETTINGS.values()].filter((setting) => statements(setting).length === 0)).toStrictEqual([]);
  });

  test('these replace an installation of defaults, which is highly available', () => {
    expect(replacing({})).toStrictEqual([
      PLACEMENT_IN_MEMORY, PLACEMENT_CLASS, PLACEMENT_SIZE, SCHEDULER_IN_MEMORY, SCHEDULER_CLASS, SCHEDULER_SIZE, HA,
    ]);
  });

  test('these replace one that is not highly available', () => {
    expect(replacing({ [HA]: 'false' })).toStrictEqual([PLACEMENT_HA, SCHEDULER_IN_MEMORY, SCHEDULER_CLASS, SCHEDULER_SIZE, HA]);
  });

  test('these replace one of which only placement is highly available', () => {
    expect(replacing({ [HA]: 'false', [PLACEMENT_HA]: 'true' })).toStrictEqual([
      PLACEMENT_IN_MEMORY, PLACEMENT_HA, PLACEMENT_CLASS, PLACEMENT_SIZE, SCHEDULER_IN_MEMORY, SCHEDULER_CLASS, SCHEDULER_SIZE,
    ]);
  });

  test('these replace one with the log of placement in memory, where high availability may change freely', () => {
    expect(replacing({ [PLACEMENT_IN_MEMORY]: 'true' })).toStrictEqual([PLACEMENT_IN_MEMORY, SCHEDULER_IN_MEMORY, SCHEDULER_CLASS, SCHEDULER_SIZE]);
  });

  test('these replace one with the scheduler in memory', () => {
    expect(replacing({ [SCHEDULER_IN_MEMORY]: 'true' }))
      .toStrictEqual([PLACEMENT_IN_MEMORY, PLACEMENT_CLASS, PLACEMENT_SIZE, SCHEDULER_IN_MEMORY, HA]);
  });

  test('these replace one without any claim', () => {
    expect(replacing({ [HA]: 'false', [SCHEDULER_IN_MEMORY]: 'true' })).toStrictEqual([PLACEMENT_HA, SCHEDULER_IN_MEMORY, HA]);
    expect(replacing({ [PLACEMENT_IN_MEMORY]: 'true', [SCHEDULER_IN_MEMORY]: 'true' })).toStrictEqual([PLACEMENT_IN_MEMORY, SCHEDULER_IN_MEMORY]);
  });
});

test('every combination of the eight keys yields the claims that the chart renders', () => {
  const choices: [string, (string | undefined)[]][] = [
    [HA, [undefined, 'true', 'false']],
    [PLACEMENT_HA, [undefined, 'true', 'false']],
    [PLACEMENT_IN_MEMORY, [undefined, 'true', 'false']],
    [PLACEMENT_SIZE, [undefined, '2Gi']],
    [PLACEMENT_CLASS, [undefined, 'zrs']],
    [SCHEDULER_IN_MEMORY, [undefined, 'true', 'false']],
    [SCHEDULER_SIZE, [undefined, '16Gi']],
    [SCHEDULER_CLASS, [undefined, 'zrs']],
  ];
  const combinations = choices.reduce<Record<string, string>[]>((all, [key, values]) => all.flatMap((before) =>
    values.map((value) => value === undefined ? before : { ...before, [key]: value })), [{}]);
  expect(combinations).toHaveLength(1296);
  for (const settings of combinations) {
    const held = (inMemory: string, size: string, storageClass: string) => settings[inMemory] === 'true'
      ? 'none' : `size ${size}, class ${settings[storageClass] ?? "(cluster's default)"}`;
    const wanted = settings[HA] !== 'false' || settings[PLACEMENT_HA] === 'true';
    expect([settings, raw(settings)]).toStrictEqual([settings, {
      placement: wanted ? held(PLACEMENT_IN_MEMORY, settings[PLACEMENT_SIZE] ?? '1Gi', PLACEMENT_CLASS) : 'none',
      scheduler: held(SCHEDULER_IN_MEMORY, settings[SCHEDULER_SIZE] ?? 'default', SCHEDULER_CLASS),
    }]);
  }
});

describe('golden values: to change one of them would replace Dapr wherever it is installed', () => {
  test.each<[string, Partial<DaprExtensionProps>, string, string]>([
    ['nothing', {}, "size 1Gi, class (cluster's default)", "size default, class (cluster's default)"],
    ['a version', { version: '1.17.13' }, "size 1Gi, class (cluster's default)", "size default, class (cluster's default)"],
    ['the preset for production', { version: '1.17.13', preset: DaprPreset.PRODUCTION }, 'none', "size default, class (cluster's default)"],
    ['the preset for development', { preset: DaprPreset.DEVELOPMENT }, 'none', "size 1Gi, class (cluster's default)"],
    ['no high availability', { settings: { ha: { enabled: false } } }, 'none', "size default, class (cluster's default)"],
    [
      'sizes and classes',
      {
        settings: {
          daprPlacement: { volumeclaims: { storageSize: '4096Mi', storageClassName: 'managed-csi-zrs' } },
          daprScheduler: { cluster: { storageSize: '16Gi', storageClassName: 'managed-csi-zrs' } },
        },
      },
      'size 4Gi, class managed-csi-zrs',
      'size 16Gi, class managed-csi-zrs',
    ],
    ['a scheduler in memory', { version: '1.17.13', settings: { daprScheduler: { cluster: { inMemoryStorage: true } } } },
      "size 1Gi, class (cluster's default)", 'none'],
  ])('%s', (_what, props, placement, scheduler) => {
    expect(claimsOf(props)).toStrictEqual({ placement, scheduler });
  });
});

describe('stating a default', () => {
  test.each([
    [HA, 'true'],
    [PLACEMENT_HA, 'false'],
    [PLACEMENT_IN_MEMORY, 'false'],
    [PLACEMENT_SIZE, '1Gi'],
    [PLACEMENT_SIZE, '1024Mi'],
    [PLACEMENT_SIZE, 'null'],
    [PLACEMENT_CLASS, 'null'],
    [SCHEDULER_IN_MEMORY, 'false'],
    [SCHEDULER_SIZE, 'Null'],
    [SCHEDULER_CLASS, 'null'],
  ])('of %s, %s, equals leaving it out', (key, value) => {
    expect(raw({ [key]: value })).toStrictEqual(raw({}));
  });

  test.each(['1Gi', '16Gi'])('of the scheduler\'s size, %s, does not: it was another one in other versions', (size) => {
    expect(raw({ [SCHEDULER_SIZE]: size })).toStrictEqual({ placement: "size 1Gi, class (cluster's default)", scheduler: `size ${size}, class (cluster's default)` });
  });
});

test.each(['1.12.5', '1.13.6-msft.1', '1.14.4-msft.10', '1.15.9', '1.16.15', '1.16.16', '1.17.6', '1.17.7', '1.18.3'])('the version %s changes nothing', (version) => {
  expect(claimsOf({ version })).toStrictEqual(claimsOf({}));
  expect(claimsOf({ version, preset: DaprPreset.PRODUCTION })).toStrictEqual(claimsOf({ version: '1.17.13', preset: DaprPreset.PRODUCTION }));
});

test('switches count in any case, as Helm reads them', () => {
  expect(raw({ [HA]: 'FALSE' }).placement).toBe('none');
  expect(raw({ [PLACEMENT_IN_MEMORY]: 'True' }).placement).toBe('none');
  expect(raw({ [SCHEDULER_IN_MEMORY]: 'TRUE' }).scheduler).toBe('none');
});

test.each([
  ['1024Mi', '1Gi'], ['1048576Ki', '1Gi'], ['1073741824', '1Gi'], ['1024', '1Ki'], ['1023', '1023'], ['1025Mi', '1025Mi'], ['1024Ei', '1024Ei'],
  ['16384Ti', '16Pi'], ['1152921504606846976', '1Ei'], ['1.5Gi', '1.5Gi'], ['01Gi', '01Gi'], ['0', '0'], ['1000M', '1000M'], ['1e3', '1e3'], ['Gi', 'Gi'],
])('the size %s is spelled %s', (size, spelling) => {
  expect(canonicalQuantity(size)).toBe(spelling);
});
