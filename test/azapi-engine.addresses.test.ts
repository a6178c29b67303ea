import { TerraformOutput, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { DaprCluster, DaprExtension } from '../lib';
import { AZAPI, AzapiStack, daprOn } from './helpers/azapi';
import { AKS, AKS_ID, ARC, ARC_ID, only, synth, synthApp, TestStack } from './helpers/synth';

const aks = DaprCluster.aks(AKS_ID);
const arc = DaprCluster.arc(ARC_ID);

describe('addresses', () => {
  test('come from where azurerm had the extension, in a scope within scopes, too', () => {
    const stack = new AzapiStack();
    daprOn(new Construct(new Construct(stack, 'Team'), 'Platform'), aks);
    daprOn(stack, arc, {}, 'Arc');
    const { moved, resource } = synth(stack);
    const [, nested] = Object.keys(resource[AZAPI]);
    expect(nested).toMatch(/^Team_Platform_Dapr_[0-9A-F]{8}$/);
    expect(moved).toHaveLength(2);
    expect(moved).toEqual(expect.arrayContaining([
      { from: `${AKS}.${nested}`, to: `azapi_resource.${nested}` },
      { from: `${ARC}.Arc`, to: 'azapi_resource.Arc' },
    ]));
    const azurerm = new TestStack();
    new DaprExtension(new Construct(new Construct(azurerm, 'Team'), 'Platform'), 'Dapr', { cluster: aks });
    expect(Object.keys(synth(azurerm).resource[AKS])).toStrictEqual([nested]);
  });

  test('can be overridden until an attribute is read, and what moves follows', () => {
    const stack = new AzapiStack();
    const dapr = daprOn(stack, aks);
    (dapr.node.defaultChild as TerraformResource).overrideLogicalId('by_hand');
    const { moved, resource } = synth(stack);
    expect(moved).toStrictEqual([{ from: `${AKS}.by_hand`, to: 'azapi_resource.by_hand' }]);
    expect(Object.keys(resource[AZAPI])).toStrictEqual(['by_hand']);
  });

  test('keep a move of the user\'s own', () => {
    const stack = new AzapiStack();
    (daprOn(stack, aks).node.defaultChild as TerraformResource).moveFromId('azapi_resource.Former');
    expect(synth(stack).moved).toStrictEqual([
      { from: 'azapi_resource.Former', to: 'azapi_resource.Dapr' },
      { from: `${AKS}.Dapr`, to: 'azapi_resource.Dapr' },
    ]);
  });

  test('the escape hatch reaches the resource', () => {
    const stack = new AzapiStack();
    (daprOn(stack, aks).node.defaultChild as TerraformResource).addOverride('retry', { error_message_regex: ['busy'] });
    expect(only(stack, AZAPI).retry).toStrictEqual({ error_message_regex: ['busy'] });
  });
});

describe('outputs', () => {
  const NAMES = ['extensionId', 'name', 'releaseNamespace', 'currentVersion', 'principalId', 'fqn'] as const;

  test('refer to its attributes, and are null where Azure answered nothing', () => {
    const stack = new AzapiStack();
    const dapr = daprOn(stack, aks);
    NAMES.forEach((name) => new TerraformOutput(stack, name, { value: dapr[name] }));
    new TerraformOutput(stack, 'text', { value: `id ${dapr.principalId}` });
    expect(Object.fromEntries(Object.entries(synth(stack).output).map(([name, { value }]: any) => [name, value]))).toStrictEqual({
      extensionId: '${azapi_resource.Dapr.id}',
      name: '${azapi_resource.Dapr.name}',
      releaseNamespace: '${azapi_resource.Dapr.body.properties.scope.cluster.releaseNamespace}',
      currentVersion: '${try(azapi_resource.Dapr.output.currentVersion, null)}',
      principalId: '${try(azapi_resource.Dapr.output.principalId, null)}',
      fqn: '${azapi_resource.Dapr}',
      text: 'id ${try(azapi_resource.Dapr.output.principalId, null)}',
    });
  });

  test('are read in another stack of the app from an output of the first', () => {
    const { stacks, manifest } = synthApp((app) => {
      const dapr = daprOn(new AzapiStack('Dapr', app), aks);
      const user = new TestStack('User', app);
      NAMES.slice(0, 5).forEach((name) => new TerraformOutput(user, name, { value: dapr[name] }));
    });
    const remote = 'data.terraform_remote_state.cross-stack-reference-input-Dapr.outputs.cross-stack-output-azapi_resourceDapr';
    const values = Object.fromEntries(Object.entries(stacks.User.output).map(([name, { value }]: any) => [name, value]));
    expect(values).toStrictEqual({
      extensionId: `\${${remote}id}`,
      name: `\${${remote}name}`,
      releaseNamespace: `\${${remote}bodypropertiesscopeclusterreleaseNamespace}`,
      currentVersion: `\${try(${remote}outputcurrentVersion, null)}`,
      principalId: `\${try(${remote}outputprincipalId, null)}`,
    });
    expect(stacks.Dapr.output['cross-stack-output-azapi_resourceDaproutputprincipalId'].value).toBe('${azapi_resource.Dapr.output.principalId}');
    expect(manifest.stacks.User.dependencies).toStrictEqual(['Dapr']);
  });
});
