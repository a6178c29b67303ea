import { TerraformVariable } from 'cdktf';
import { DaprCluster, DaprExtension, DaprExtensionProps } from '../../../lib';
import { AKS, AKS_ID, synth, TestStack } from '../../helpers/synth';
import { evaluated, Given } from '../../helpers/terraform';

const HA = 'global.ha.enabled';
const PLACEMENT_HA = 'dapr_placement.ha';
const PLACEMENT_IN_MEMORY = 'dapr_placement.cluster.forceInMemoryLog';
const PLACEMENT_SIZE = 'dapr_placement.volumeclaims.storageSize';
const PLACEMENT_CLASS = 'dapr_placement.volumeclaims.storageClassName';
const SCHEDULER_IN_MEMORY = 'dapr_scheduler.cluster.inMemoryStorage';
const SCHEDULER_SIZE = 'dapr_scheduler.cluster.storageSize';
const SCHEDULER_CLASS = 'dapr_scheduler.cluster.storageClassName';

type Props = Omit<DaprExtensionProps, 'cluster'>;

/** What replaces the extension, as it stands in the JSON. */
function inputOf(props: Props | ((stack: TestStack) => Props)): Record<string, string> {
  const stack = new TestStack();
  new DaprExtension(stack, 'Dapr', { cluster: DaprCluster.aks(AKS_ID), ...(typeof props === 'function' ? props(stack) : props) });
  const { resource } = synth(stack);
  expect(resource[AKS].Dapr.lifecycle.replace_triggered_by).toStrictEqual(['terraform_data.Dapr_VolumeClaims_1A796B1E']);
  return resource.terraform_data.Dapr_VolumeClaims_1A796B1E.input;
}

/** Settings that are to have the same claims, be they literals, expressions of variables or one whole map. */
const CASES: Record<string, string>[] = [
  ...['true', 'false', 'False', 'TRUE'].flatMap((flag): Record<string, string>[] => [
    { [HA]: flag },
    { [PLACEMENT_HA]: flag },
    { [PLACEMENT_IN_MEMORY]: flag },
    { [SCHEDULER_IN_MEMORY]: flag },
    { [HA]: 'false', [PLACEMENT_HA]: flag },
    { [HA]: flag, [PLACEMENT_HA]: 'false', [PLACEMENT_IN_MEMORY]: flag, [PLACEMENT_SIZE]: '2Gi', [PLACEMENT_CLASS]: 'zrs' },
    { [SCHEDULER_IN_MEMORY]: flag, [SCHEDULER_SIZE]: '16Gi', [SCHEDULER_CLASS]: 'zrs' },
  ]),
  ...[
    '1Gi', '1024Mi', '1048576Ki', '1073741824', '1024', '1023', '1025Mi', '1024Ei', '16384Ti', '1152921504606846976', '1.5Gi', '01Gi', '0', '1000M', '1e3',
    '123456789012345678901234567890Mi', 'null', 'NULL',
  ].flatMap((size): Record<string, string>[] => [{ [PLACEMENT_SIZE]: size }, { [SCHEDULER_SIZE]: size }]),
  ...['managed-csi-zrs', 'null', 'default'].flatMap((name): Record<string, string>[] => [{ [PLACEMENT_CLASS]: name }, { [SCHEDULER_CLASS]: name }]),
  { 'global.logAsJson': 'true' },
];

const variables: Record<string, Given> = {
  flag: { type: 'bool', value: false },
  size: { type: 'number', value: 2048 },
  class: { type: 'string', value: 'zrs' },
  nothing: { type: 'map(string)', value: {} },
};
const written: Record<string, Record<string, string>> = {};
let read: Record<string, Record<string, string>>;

const variable = (stack: TestStack, name: string) => new TerraformVariable(stack, name, { type: variables[name].type });

beforeAll(() => {
  CASES.forEach((settings, index) => {
    variables[`map${index}`] = { type: 'map(string)', value: settings };
    written[`map${index}`] = inputOf((stack) => ({ configurationSettings: variable(stack, `map${index}`).value }));
    const keys = Object.keys(settings);
    keys.forEach((key, at) => { variables[`value${index}_${at}`] = { type: 'string', value: settings[key] }; });
    written[`each${index}`] = inputOf({ configurationSettings: Object.fromEntries(keys.map((key, at) => [key, `\${var.value${index}_${at}}`])) });
  });
  written.flag = inputOf((stack) => ({ configurationSettings: { [HA]: variable(stack, 'flag').value } as any }));
  written.size = inputOf((stack) => ({
    settings: { daprPlacement: { volumeclaims: { storageSize: `${variable(stack, 'size').numberValue}Mi` } } },
  }));
  written.number = inputOf((stack) => ({ configurationSettings: { [SCHEDULER_SIZE]: variable(stack, 'size').numberValue as any } }));
  written.typed = inputOf((stack) => ({
    settings: { ha: { enabled: true }, daprScheduler: { cluster: { storageClassName: variable(stack, 'class').stringValue, storageSize: '16384Mi' } } },
  }));
  written.typedUnderMap = inputOf((stack) => ({
    settings: {
      daprPlacement: { cluster: { forceInMemoryLog: true }, volumeclaims: { storageSize: '2048Mi' } },
      daprScheduler: { cluster: { storageClassName: variable(stack, 'class').stringValue, storageSize: '${var.size}Gi' } },
    },
    configurationSettings: variable(stack, 'nothing').value as any,
  }));
  read = evaluated(written, variables);
});

test.each(CASES.map((settings, index) => [JSON.stringify(settings), settings, index] as const))('%s', (_what, configurationSettings, index) => {
  const literal = inputOf({ configurationSettings });
  expect(JSON.stringify(literal)).not.toContain('${');
  expect(read[`each${index}`]).toStrictEqual(literal);
  expect(read[`map${index}`]).toStrictEqual(literal);
});

test('a switch that is a boolean in Terraform counts as its text', () => {
  expect(read.flag).toStrictEqual({ placement: 'none', scheduler: "size default, class (cluster's default)" });
});

test('a size with a number of Terraform in it counts as its text', () => {
  expect(read.size).toStrictEqual({ placement: "size 2Gi, class (cluster's default)", scheduler: "size default, class (cluster's default)" });
  expect(read.number).toStrictEqual({ placement: "size 1Gi, class (cluster's default)", scheduler: "size 2Ki, class (cluster's default)" });
});

test('a class of the typed settings that only Terraform knows counts as its text', () => {
  expect(read.typed).toStrictEqual({ placement: "size 1Gi, class (cluster's default)", scheduler: 'size 16Gi, class zrs' });
});

test('typed settings hold where a whole map says nothing', () => {
  expect(read.typedUnderMap).toStrictEqual({ placement: 'none', scheduler: 'size 2Ti, class zrs' });
});

test('the expressions hold nothing that is decided already', () => {
  expect(inputOf({ configurationSettings: { [HA]: '${var.ha}', [PLACEMENT_HA]: '${var.ha2}', [PLACEMENT_IN_MEMORY]: '${var.mem}' } })).toStrictEqual({
    placement: '${(lower(var.ha) == "true" || lower(var.ha2) == "true") && !(lower(var.mem) == "true") ? "size 1Gi, class (cluster\'s default)" : "none"}',
    scheduler: "size default, class (cluster's default)",
  });
  expect(inputOf({ configurationSettings: { [HA]: '${var.ha}', [PLACEMENT_HA]: 'true', [SCHEDULER_CLASS]: '${var.class}' } })).toStrictEqual({
    placement: "size 1Gi, class (cluster's default)",
    scheduler: 'size default, class ${lower(var.class) == "null" ? "(cluster\'s default)" : var.class}',
  });
});
