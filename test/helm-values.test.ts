import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { DaprCluster, DaprEngine, DaprExtension, HelmValues } from '../lib';
import { AZAPI, AzapiStack } from './helpers/azapi';
import { ARC_ID, codes, only, synth, thrown, warningsOf } from './helpers/synth';

const PEM = '-----BEGIN EC PRIVATE KEY-----\nhush\n-----END EC PRIVATE KEY-----\n';

/** What `helm get values -o json` prints of a release of Dapr. */
const PRINTED = {
  global: {
    ha: { enabled: false },
    logAsJson: true,
    nodeSelector: { 'kubernetes.io/os': 'linux' },
    registry: 'registry.example/dapr',
    tag: '1.17.13',
    tolerations: [{ key: 'dedicated', operator: 'Equal', value: 'a,b', effect: 'NoSchedule' }],
  },
  dapr_operator: { replicaCount: 2, resources: { limits: { cpu: '1', memory: '256Mi' }, requests: { cpu: 0.5 } } },
  dapr_sentry: { tls: { issuer: { keyPEM: PEM } } },
};

const FLAT = {
  'global.ha.enabled': 'false',
  'global.logAsJson': 'true',
  'global.nodeSelector.kubernetes\\.io/os': 'linux',
  'global.registry': 'registry.example/dapr',
  'global.tag': '1.17.13',
  'global.tolerations[0].key': 'dedicated',
  'global.tolerations[0].operator': 'Equal',
  'global.tolerations[0].value': 'a\\,b',
  'global.tolerations[0].effect': 'NoSchedule',
  'dapr_operator.replicaCount': '2',
  'dapr_operator.resources.limits.cpu': '1',
  'dapr_operator.resources.limits.memory': '256Mi',
  'dapr_operator.resources.requests.cpu': '0.5',
};

describe('from an object', () => {
  test('are settings by their dotted keys, in the grammar of Helm, and the secrets apart', () => {
    const values = HelmValues.fromObject(PRINTED);
    expect(values.configurationSettings).toStrictEqual(FLAT);
    expect(values.configurationProtectedSettings).toStrictEqual({ 'dapr_sentry.tls.issuer.keyPEM': PEM });
  });

  test('that is empty are none', () => {
    expect(HelmValues.fromObject({})).toMatchObject({ configurationSettings: {}, configurationProtectedSettings: {} });
  });

  test.each<[string, any]>([['a list', []], ['a text', 'a: b'], ['a number', 1], ['nothing', undefined]])('that is %s are an error', (_, values) => {
    expect(thrown(() => HelmValues.fromObject(values))).toBe(`HelmValues.fromObject(…) has a problem.

HelmValuesUnreadable: HelmValues.fromObject(…)
  why: it is no JSON object
  fix: pass what \`helm get values <release> -o json\` prints`);
  });

  test('that cannot be said are an error that names them all', () => {
    const error = thrown(() => HelmValues.fromObject({ unknown: { a: 'true', b: '5', c: 1e21 }, dapr_sentry: { tls: { issuer: { keyPEM: 'null' } } } }));
    expect(codes(error)).toStrictEqual(['SettingReadsAsOther', 'SettingReadsAsOther', 'SettingNumberInexact', 'SettingReadsAsOther']);
    expect(error).toContain('SettingReadsAsOther: \'unknown.a\': "true"\n');
    expect(error).toContain("SettingNumberInexact: 'unknown.c': 1e+21\n");
    expect(error).toContain("SettingReadsAsOther: 'dapr_sentry.tls.issuer.keyPEM'\n");
  });
});

describe('from a file', () => {
  let folder: string;
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'cdktf-azure-dapr-')); });
  afterEach(() => rmSync(folder, { recursive: true }));

  const file = (text: string) => {
    const path = join(folder, 'values.json');
    writeFileSync(path, text);
    return path;
  };

  test('are those that Helm printed into it', () => {
    const values = HelmValues.fromFile(file(JSON.stringify(PRINTED)));
    expect(values.configurationSettings).toStrictEqual(FLAT);
    expect(values.configurationProtectedSettings).toStrictEqual({ 'dapr_sentry.tls.issuer.keyPEM': PEM });
  });

  test('of a release without values are none', () => {
    expect(HelmValues.fromFile(file('null\n'))).toMatchObject({ configurationSettings: {}, configurationProtectedSettings: {} });
  });

  test('that is not there are an error with the command that makes it', () => {
    const path = join(folder, 'none.json');
    const error = thrown(() => HelmValues.fromFile(path));
    expect(error).toContain(`HelmValues.fromFile(${JSON.stringify(path)}) has a problem.\n\nHelmValuesUnreadable: HelmValues.fromFile(`);
    expect(error).toContain('why: ENOENT');
    expect(error).toContain('fix: helm get values <release> --namespace <namespace> -o json > values.json');
  });

  test('that is YAML are an error, which quotes nothing of it', () => {
    const path = file('hush: hush\n');
    expect(thrown(() => HelmValues.fromFile(path))).toBe(`HelmValues.fromFile(${JSON.stringify(path)}) has a problem.

HelmValuesUnreadable: HelmValues.fromFile(${JSON.stringify(path)})
  why: it is no JSON
  fix: helm get values <release> --namespace <namespace> -o json > values.json`);
  });

  test.each(['[]', '"text"', '5'])('that holds %s are an error', (text) => {
    const error = thrown(() => HelmValues.fromFile(file(text)));
    expect(codes(error)).toStrictEqual(['HelmValuesUnreadable']);
    expect(error).toContain('why: it is no JSON object');
  });

  test('that cannot be said are an error that names the file', () => {
    const path = file('{"unknown":"5"}');
    expect(thrown(() => HelmValues.fromFile(path))).toContain(`HelmValues.fromFile(${JSON.stringify(path)}) has a problem.\n\nSettingReadsAsOther: 'unknown': "5"`);
  });
});

describe('as settings of an extension', () => {
  const cluster = DaprCluster.arc(ARC_ID);
  const extension = (values: HelmValues, props = {}) => {
    const stack = new AzapiStack();
    const dapr = new DaprExtension(stack, 'Dapr', {
      cluster,
      engine: DaprEngine.AZAPI,
      autoUpgradeMinorVersion: true,
      configurationSettings: values.configurationSettings,
      configurationProtectedSettings: values.configurationProtectedSettings,
      ...props,
    });
    return { stack, dapr };
  };

  test('are sent as they are, the secrets apart', () => {
    const { stack } = extension(HelmValues.fromObject(PRINTED));
    const block = only(stack, AZAPI);
    expect(block.body.properties.configurationSettings).toStrictEqual(FLAT);
    expect(block.sensitive_body.properties.configurationProtectedSettings).toStrictEqual({ 'dapr_sentry.tls.issuer.keyPEM': PEM });
  });

  test('are checked as every setting is, and no secret is shown', () => {
    const { stack, dapr } = extension(HelmValues.fromObject({ ...PRINTED, dapr_oprator: { logLevel: 'debug' } }));
    synth(stack);
    const first = warningsOf(dapr).map((text) => text.split('\n')[0]);
    expect(first).toEqual(expect.arrayContaining([
      "UnknownSetting: configurationSettings['dapr_oprator.logLevel']",
      "FightsExtension: 'global.registry'",
      "FightsExtension: 'global.tag'",
      "SecretInSource: 'dapr_sentry.tls.issuer.keyPEM' in configurationProtectedSettings",
    ]));
    expect(warningsOf(dapr).join('\n')).not.toContain('hush');
  });

  test('hold what looks like an expression as text', () => {
    const { stack } = extension(HelmValues.fromObject({ x: { 'a${b': 'pre ${var.x} %{ if y }', '%{c': '$${d}' } }));
    expect(only(stack, AZAPI).body.properties.configurationSettings).toStrictEqual({ 'x.a$${b': 'pre $${var.x} %%{ if y }', 'x.%%{c': '$$${d}' });
  });

  test('are the same by the engine AZURERM', () => {
    const { stack } = extension(HelmValues.fromObject({ x: { 'a${b': 'pre ${var.x}' } }), { engine: DaprEngine.AZURERM });
    expect(only(stack, 'azurerm_arc_kubernetes_cluster_extension').configuration_settings).toStrictEqual({ 'x.a$${b': 'pre $${var.x}' });
  });
});
