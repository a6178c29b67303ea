import { DataAzurermKubernetesCluster } from '@cdktf/provider-azurerm/lib/data-azurerm-kubernetes-cluster';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { App, TerraformHclModule, TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { DaprCluster, DaprExtension, KubernetesConfigurationRegistration } from '../../lib';
import { AKS, AKS_ID, REGISTRATION, synth, synthApp, TestStack } from '../helpers/synth';

let stack: TestStack;
beforeEach(() => { stack = new TestStack(); });

const dapr = (scope: Construct = stack, id = 'Dapr') =>
  new DaprExtension(scope, id, { cluster: DaprCluster.aks(`${AKS_ID}-${id}`), autoUpgradeMinorVersion: true });
const group = (scope: Construct = stack, id = 'Group') => new ResourceGroup(scope, id, { name: id, location: 'westeurope' });

test('a dependency of the extension becomes depends_on', () => {
  dapr().node.addDependency(group());
  expect(synth(stack).resource[AKS].Dapr.depends_on).toStrictEqual(['azurerm_resource_group.Group']);
});

test('a dependency on the extension becomes depends_on', () => {
  group().node.addDependency(dapr());
  expect(synth(stack).resource.azurerm_resource_group.Group.depends_on).toStrictEqual([`${AKS}.Dapr`]);
});

test('a dependency between two of the library\'s constructs becomes depends_on', () => {
  const registration = new KubernetesConfigurationRegistration(stack, 'Registration');
  dapr().node.addDependency(registration);
  dapr(stack, 'Second').node.addDependency(stack.node.findChild('Dapr'));
  const { resource } = synth(stack);
  expect(resource[AKS].Dapr.depends_on).toStrictEqual([`${REGISTRATION}.Registration`]);
  expect(resource[AKS].Second.depends_on).toStrictEqual([`${AKS}.Dapr`]);
});

test('a data source and a module depend and are depended on', () => {
  const extension = dapr();
  const data = new DataAzurermKubernetesCluster(stack, 'Aks', { name: 'aks', resourceGroupName: 'rg' });
  const module = new TerraformHclModule(stack, 'Module', { source: './module', skipAssetCreationFromLocalModules: true });
  const last = new TerraformHclModule(stack, 'Last', { source: './last', skipAssetCreationFromLocalModules: true });
  extension.node.addDependency(data, module);
  last.node.addDependency(extension);
  const json = synth(stack);
  expect(json.resource[AKS].Dapr.depends_on).toStrictEqual(['data.azurerm_kubernetes_cluster.Aks', 'module.Module']);
  expect(json.module.Last.depends_on).toStrictEqual([`${AKS}.Dapr`]);
});

test('a dependency on a group of constructs is one on each block in it', () => {
  const network = new Construct(stack, 'Network');
  group(network, 'A');
  group(new Construct(network, 'Inner'), 'B');
  new TerraformOutput(network, 'output', { value: 'x' });
  dapr().node.addDependency(network);
  expect(synth(stack).resource[AKS].Dapr.depends_on).toHaveLength(2);
});

test('a dependency of a group that holds the extension reaches the extension alone', () => {
  const platform = new Construct(stack, 'Platform');
  dapr(platform);
  group(platform, 'Inside');
  platform.node.addDependency(group());
  const { resource } = synth(stack);
  const [extension] = Object.values<any>(resource[AKS]);
  expect(extension.depends_on).toStrictEqual(['azurerm_resource_group.Group']);
  for (const block of Object.values<any>(resource.azurerm_resource_group)) {
    expect(block).not.toHaveProperty('depends_on');
  }
});

test('dependencies between other constructs stay as cdktf has them', () => {
  dapr();
  group(stack, 'A').node.addDependency(group(stack, 'B'));
  expect(synth(stack).resource.azurerm_resource_group.A).not.toHaveProperty('depends_on');
});

test('a second synth adds nothing', () => {
  dapr().node.addDependency(group());
  synth(stack);
  expect(synth(stack).resource[AKS].Dapr.depends_on).toStrictEqual(['azurerm_resource_group.Group']);
});

test('dependsOn of the user stays', () => {
  const first = group(stack, 'First');
  const extension = new DaprExtension(stack, 'Dapr', { cluster: DaprCluster.aks(AKS_ID), dependsOn: [first] });
  extension.node.addDependency(group(stack, 'Second'));
  expect(synth(stack).resource[AKS].Dapr.depends_on).toStrictEqual(['azurerm_resource_group.First', 'azurerm_resource_group.Second']);
});

test('an override of depends_on is joined', () => {
  const extension = dapr();
  extension.node.addDependency(group());
  (extension.node.defaultChild as ResourceGroup).addOverride('depends_on', ['module.x']);
  expect(synth(stack).resource[AKS].Dapr.depends_on).toStrictEqual(['azurerm_resource_group.Group', 'module.x']);
});

test('an address that is changed late is the one that is named', () => {
  const last = group();
  dapr().node.addDependency(last);
  last.overrideLogicalId('renamed');
  expect(synth(stack).resource[AKS].Dapr.depends_on).toStrictEqual(['azurerm_resource_group.renamed']);
});

describe('across stacks a dependency becomes one of the stacks', () => {
  const manifestOf = (build: (app: App) => void) => synthApp(build).manifest.stacks;
  const stackWith = (app: App, id: string, fill: (scope: TerraformStack) => void) => {
    const made = new TestStack(id, app);
    fill(made);
    return made;
  };

  test('from the extension', () => {
    const manifest = manifestOf((app) => {
      const second = stackWith(app, 'Second', (scope) => { dapr(scope); });
      const first = stackWith(app, 'First', (scope) => { group(scope); });
      second.node.findChild('Dapr').node.addDependency(first.node.findChild('Group'));
    });
    expect(manifest.Second.dependencies).toStrictEqual(['First']);
    expect(manifest.First.dependencies).toStrictEqual([]);
  });

  test('to the extension, from a stack that has none and is written first', () => {
    const { stacks, manifest } = synthApp((app) => {
      const user = stackWith(app, 'User', (scope) => { group(scope); });
      const platform = stackWith(app, 'Platform', (scope) => { dapr(scope); });
      user.node.findChild('Group').node.addDependency(platform.node.findChild('Dapr'));
    });
    expect(manifest.stacks.User.dependencies).toStrictEqual(['Platform']);
    expect(stacks.User.resource.azurerm_resource_group.Group).not.toHaveProperty('depends_on');
  });

  test('to and from a whole stack', () => {
    const manifest = manifestOf((app) => {
      const platform = stackWith(app, 'Platform', (scope) => { dapr(scope); });
      const base = stackWith(app, 'Base', () => undefined);
      const user = stackWith(app, 'User', (scope) => { group(scope); });
      platform.node.findChild('Dapr').node.addDependency(base);
      user.node.addDependency(platform);
    });
    expect(manifest.Platform.dependencies).toStrictEqual(['Base']);
    expect(manifest.User.dependencies).toStrictEqual(['Platform']);
  });

  test('but not between stacks of other constructs', () => {
    const manifest = manifestOf((app) => {
      stackWith(app, 'Dapr', (scope) => { dapr(scope); });
      const first = stackWith(app, 'First', (scope) => { group(scope); });
      const second = stackWith(app, 'Second', (scope) => { group(scope); });
      second.node.findChild('Group').node.addDependency(first.node.findChild('Group'));
    });
    expect(manifest.Second.dependencies).toStrictEqual([]);
  });

  test('a dependency on the stack that the extension is in, or on the app, says nothing', () => {
    const { stacks, manifest } = synthApp((app) => {
      const platform = stackWith(app, 'Platform', (scope) => { dapr(scope); });
      platform.node.findChild('Dapr').node.addDependency(platform);
      platform.node.findChild('Dapr').node.addDependency(app);
    });
    expect(manifest.stacks.Platform.dependencies).toStrictEqual([]);
    expect(stacks.Platform.resource[AKS].Dapr).not.toHaveProperty('depends_on');
  });

  test('the blocks of a stack within a stack are its own', () => {
    const { stacks } = synthApp((app) => {
      const outer = stackWith(app, 'Outer', (scope) => { dapr(scope); });
      const scope = new Construct(outer, 'Scope');
      group(scope, 'Here');
      group(new TestStack('Nested', scope), 'There');
      outer.node.findChild('Dapr').node.addDependency(scope);
    });
    expect(stacks.Outer.resource[AKS].Dapr.depends_on).toHaveLength(1);
    expect(stacks.Outer.resource[AKS].Dapr.depends_on[0]).toMatch(/^azurerm_resource_group\.Scope_Here_/);
  });
});
