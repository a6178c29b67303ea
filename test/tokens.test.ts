import { DataAzurermKubernetesCluster } from '@cdktf/provider-azurerm/lib/data-azurerm-kubernetes-cluster';
import { KubernetesCluster } from '@cdktf/provider-azurerm/lib/kubernetes-cluster';
import { DataTerraformRemoteStateLocal, Fn, LocalBackend, TerraformOutput, TerraformVariable, Token } from 'cdktf';
import { DaprCluster, DaprExtension, ReleaseTrain } from '../lib';
import { AKS, AKS_ID, ARC, ARC_ID, codes, only, synth, synthApp, TestStack, thrown, warningIds } from './helpers/synth';

let stack: TestStack;
beforeEach(() => { stack = new TestStack(); });

const cluster = DaprCluster.aks(AKS_ID);
const variable = (id: string, type = 'string', config = {}) => new TerraformVariable(stack, id, { type, ...config });
const settingsWith = (configurationSettings: any, on = cluster) => {
  new DaprExtension(stack, 'Dapr', { cluster: on, configurationSettings });
  return only(stack, on.clusterType === 'managedClusters' ? AKS : ARC).configuration_settings;
};

const aksIn = (scope: TestStack) => new KubernetesCluster(scope, 'Aks', {
  name: 'aks',
  location: 'westeurope',
  resourceGroupName: 'rg',
  dnsPrefix: 'aks',
  defaultNodePool: { name: 'default', vmSize: 'Standard_D4s_v5', nodeCount: 3 },
  identity: { type: 'SystemAssigned' },
});

describe('the cluster', () => {
  test('from a resource of the stack', () => {
    new DaprExtension(stack, 'Dapr', { cluster: DaprCluster.aks(aksIn(stack).id) });
    expect(only(stack, AKS).cluster_id).toBe('${azurerm_kubernetes_cluster.Aks.id}');
  });

  test('from a data source', () => {
    const aks = new DataAzurermKubernetesCluster(stack, 'Aks', { name: 'aks', resourceGroupName: 'rg' });
    new DaprExtension(stack, 'Dapr', { cluster: DaprCluster.aks(aks.id) });
    expect(only(stack, AKS).cluster_id).toBe('${data.azurerm_kubernetes_cluster.Aks.id}');
  });

  test('from a variable', () => {
    new DaprExtension(stack, 'Dapr', { cluster: DaprCluster.arc(variable('id').stringValue) });
    expect(only(stack, ARC).cluster_id).toBe('${var.id}');
  });

  test('from a remote state', () => {
    const state = new DataTerraformRemoteStateLocal(stack, 'state', { path: 'other.tfstate' });
    new DaprExtension(stack, 'Dapr', { cluster: DaprCluster.aks(state.getString('aks_id')) });
    expect(only(stack, AKS).cluster_id).toBe('${data.terraform_remote_state.state.outputs.aks_id}');
  });

  test('from text with an expression in it', () => {
    new DaprExtension(stack, 'Dapr', { cluster: DaprCluster.aks('${var.x}') });
    expect(only(stack, AKS).cluster_id).toBe('${var.x}');
  });

  test('from another stack of the app, which is deployed first', () => {
    const { stacks, manifest } = synthApp((app) => {
      const first = new TestStack('Cluster', app);
      new LocalBackend(first, { path: 'terraform.Cluster.tfstate' });
      const aks = aksIn(first);
      const second = new TestStack('Dapr', app);
      const dapr = new DaprExtension(second, 'Dapr', { cluster: DaprCluster.aks(aks.id), autoUpgradeMinorVersion: true });
      new DaprExtension(second, 'Other', { cluster, autoUpgradeMinorVersion: true });
      const third = new TestStack('User', app);
      new TerraformOutput(third, 'principal', { value: dapr.principalId });
    });
    const output = 'cross-stack-output-azurerm_kubernetes_clusterAksid';
    expect(stacks.Cluster.output[output].value).toBe('${azurerm_kubernetes_cluster.Aks.id}');
    expect(stacks.Dapr.resource[AKS].Dapr.cluster_id)
      .toBe(`\${data.terraform_remote_state.cross-stack-reference-input-Cluster.outputs.${output}}`);
    expect(manifest.stacks.Dapr.dependencies).toStrictEqual(['Cluster']);
    const [principalOutput] = Object.keys(stacks.Dapr.output);
    expect(stacks.Dapr.output[principalOutput].value).toBe(`\${${AKS}.Dapr.aks_assigned_identity[*].principal_id}`);
    expect(stacks.User.output.principal.value)
      .toBe(`\${one(data.terraform_remote_state.cross-stack-reference-input-Dapr.outputs.${principalOutput})}`);
  });

  test('two expressions that read alike are one cluster, across stacks too', () => {
    expect(thrown(() => synthApp((app) => {
      const first = new TestStack('Cluster', app);
      const aks = aksIn(first);
      const second = new TestStack('Dapr', app);
      new DaprExtension(second, 'One', { cluster: DaprCluster.aks(aks.id) });
      new DaprExtension(second, 'Two', { cluster: DaprCluster.aks(aks.id) });
    }))).toMatch(/\[Dapr\/Two\] DaprExtension "Dapr\/Two" has a problem\.\n\nClusterHasDapr: cluster "\$\{data\.terraform_remote_state/);
  });
});

describe('the other strings', () => {
  test('name, namespace, version and timeouts take variables', () => {
    new DaprExtension(stack, 'Dapr', {
      cluster,
      name: variable('name').stringValue,
      releaseNamespace: variable('namespace').stringValue,
      version: variable('version').stringValue,
      timeouts: { create: variable('patience').stringValue },
    });
    expect(only(stack, AKS)).toMatchObject({
      name: '${var.name}', release_namespace: '${var.namespace}', version: '${var.version}', timeouts: { create: '${var.patience}' },
    });
  });

  test('a version from a variable is not checked, but its combinations are, and no token is printed', () => {
    const version = variable('version').stringValue;
    for (const [props, code] of [
      [{ autoUpgradeMinorVersion: true }, 'VersionWithAutoUpgrade'],
      [{ releaseTrain: ReleaseTrain.DEV }, 'TrainWithVersion'],
      [{ releaseTrain: ReleaseTrain.of(variable('train').stringValue) }, 'TrainWithVersion'],
    ] as const) {
      const error = thrown(() => new DaprExtension(stack, 'Dapr', { cluster, version, ...props }));
      expect(codes(error)).toStrictEqual([code]);
      expect(error).toContain('an expression that only Terraform can read');
      expect(error).not.toContain('TfToken');
    }
  });

  test('a version from a variable with a stated train on Arc', () => {
    new DaprExtension(stack, 'Dapr', {
      cluster: DaprCluster.arc(ARC_ID), version: variable('version').stringValue, releaseTrain: ReleaseTrain.of(variable('train').stringValue),
    });
    expect(only(stack, ARC)).toMatchObject({ version: '${var.version}', release_train: '${var.train}' });
  });

  test('an expression written by hand in any property is one', () => {
    new DaprExtension(stack, 'Dapr', { cluster, name: '${var.a}', releaseNamespace: '${var.b}', version: '${var.c}' });
    expect(only(stack, AKS)).toMatchObject({ name: '${var.a}', release_namespace: '${var.b}', version: '${var.c}' });
  });
});

describe('a setting', () => {
  test('from a string variable', () => {
    expect(settingsWith({ 'global.registry': variable('registry').stringValue })['global.registry']).toBe('${var.registry}');
  });

  test('from a number variable is an expression, however it was made a string', () => {
    const { numberValue } = variable('count', 'number');
    const settings = settingsWith({ a: numberValue, b: String(numberValue), c: Token.asString(numberValue), d: `${numberValue}Gi` });
    expect(settings).toMatchObject({ a: '${var.count}', b: '${var.count}', c: '${var.count}', d: '${var.count}Gi' });
  });

  test('from a resolvable value', () => {
    expect(settingsWith({ a: variable('flag', 'bool').value }).a).toBe('${var.flag}');
  });

  test('written as an expression', () => {
    expect(settingsWith({ a: '${var.x}', b: 'pre-${var.x}%{ if true }y%{ endif }' })).toMatchObject({
      a: '${var.x}', b: 'pre-${var.x}%{ if true }y%{ endif }',
    });
  });

  test('with the start of a template directive is escaped, and one that is escaped already stays', () => {
    expect(settingsWith({ 'a%{': '100%{x}', 'b': '100%%{x}' })).toStrictEqual({
      'a%%{': '100%%{x}', 'b': '100%%{x}', 'global.clusterType': 'managedclusters',
    });
  });

  test('that the user left undefined is not there', () => {
    expect(settingsWith({ a: undefined })).toStrictEqual({ 'global.clusterType': 'managedclusters' });
  });
});

describe('a whole map', () => {
  test('from a variable is merged by Terraform with what the library sends', () => {
    expect(settingsWith(variable('settings', 'map(string)').value)).toBe('${merge(var.settings, {"global.clusterType" = "managedclusters"})}');
  });

  test('as a map token is merged the same way', () => {
    expect(settingsWith(Token.asStringMap(variable('settings', 'map(string)').value)))
      .toBe('${merge(var.settings, {"global.clusterType" = "managedclusters"})}');
  });

  test('on Arc is passed on', () => {
    expect(settingsWith(variable('settings', 'map(string)').value, DaprCluster.arc(ARC_ID))).toBe('${var.settings}');
  });

  test('of Fn.merge with literal keys', () => {
    expect(settingsWith(Fn.merge([variable('settings', 'map(string)').value, { 'global.logAsJson': 'true' }])))
      .toBe('${merge(merge(var.settings, {"global.logAsJson" = "true"}), {"global.clusterType" = "managedclusters"})}');
  });

  test('of protected settings from a variable', () => {
    const map = variable('secrets', 'map(string)', { sensitive: true }).value;
    const dapr = new DaprExtension(stack, 'Dapr', { cluster, configurationProtectedSettings: map as any, autoUpgradeMinorVersion: true });
    expect(only(stack, AKS).configuration_protected_settings).toBe('${var.secrets}');
    expect(warningIds(dapr)).toStrictEqual([]);
  });

  test('with keys beside it is a clear error', () => {
    const map = Token.asStringMap(variable('settings', 'map(string)').value);
    const error = thrown(() => settingsWith({ ...map, 'global.logAsJson': 'true' }));
    expect(codes(error)).toStrictEqual(['MapTokenWithKeys']);
    expect(error).toContain('Fn.merge([');
  });
});

test('protected settings from a sensitive variable are expressions and no secret in the source', () => {
  const secret = variable('secret', 'string', { sensitive: true });
  const dapr = new DaprExtension(stack, 'Dapr', {
    cluster, autoUpgradeMinorVersion: true, configurationProtectedSettings: { 'global.labels.team': secret.stringValue },
  });
  expect(synth(stack).resource[AKS].Dapr.configuration_protected_settings).toStrictEqual({ 'global.labels.team': '${var.secret}' });
  expect(warningIds(dapr)).toStrictEqual([]);
});
