import { KubernetesClusterExtension } from '@cdktf/provider-azurerm/lib/kubernetes-cluster-extension';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformOutput, TerraformProvider, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { DaprCluster, DaprEngine, DaprExtension, DaprWarnings, ReleaseTrain } from '../lib';
import {
  AKS, AKS_ID, ARC, ARC_ID, codes, errorOf, extension, only, OTHER_SUBSCRIPTION, SUBSCRIPTION, synth, TestStack, thrown, warningIds, warningsOf,
} from './helpers/synth';


const aks = DaprCluster.aks(AKS_ID);
const arc = DaprCluster.arc(ARC_ID);

/** The address of what holds the volume claims, which replaces the extension. */
const CLAIMS = 'terraform_data.Dapr_VolumeClaims_1A796B1E';

describe('the resource', () => {
  test('on AKS with nothing but a cluster is the newest stable Dapr, upgraded by Azure', () => {
    expect(extension({ cluster: aks })).toStrictEqual({
      cluster_id: AKS_ID,
      configuration_settings: { 'global.clusterType': 'managedclusters' },
      extension_type: 'microsoft.dapr',
      lifecycle: { replace_triggered_by: [CLAIMS] },
      name: 'dapr',
      release_namespace: 'dapr-system',
    });
  });

  test('on Arc carries its identity and no cluster type', () => {
    expect(extension({ cluster: arc }, ARC)).toStrictEqual({
      cluster_id: ARC_ID,
      extension_type: 'microsoft.dapr',
      identity: { type: 'SystemAssigned' },
      lifecycle: { replace_triggered_by: [CLAIMS] },
      name: 'dapr',
      release_namespace: 'dapr-system',
    });
  });

  test('on AKS says everything that was stated', () => {
    const stack = new TestStack();
    const other = new AzurermProvider(stack, 'other', { features: [{}], alias: 'other' });
    new DaprExtension(stack, 'Dapr', {
      cluster: aks,
      name: 'dapr-prod',
      version: '1.17.13',
      autoUpgradeMinorVersion: false,
      releaseTrain: ReleaseTrain.STABLE,
      releaseNamespace: 'dapr',
      configurationSettings: { 'global.logAsJson': 'true' },
      configurationProtectedSettings: { 'dapr_sentry.tls.issuer.keyPEM': '${var.key}' },
      systemAssignedIdentity: false,
      provider: other,
      timeouts: { create: '1h', read: '5m', update: '45m', delete: '1h30m' },
      preventDestroy: true,
      ignoreChanges: ['version', 'autoUpgradeMinorVersion', 'configurationSettings'],
      engine: DaprEngine.AZURERM,
    });
    expect(only(stack, AKS)).toStrictEqual({
      cluster_id: AKS_ID,
      configuration_protected_settings: { 'dapr_sentry.tls.issuer.keyPEM': '${var.key}' },
      configuration_settings: { 'global.clusterType': 'managedclusters', 'global.logAsJson': 'true' },
      extension_type: 'microsoft.dapr',
      lifecycle: { ignore_changes: ['version', 'configuration_settings'], prevent_destroy: true },
      name: 'dapr-prod',
      provider: 'azurerm.other',
      release_namespace: 'dapr',
      timeouts: { create: '1h', delete: '1h30m', read: '5m', update: '45m' },
      version: '1.17.13',
    });
  });

  test('on Arc says everything that was stated', () => {
    expect(extension({
      cluster: arc,
      version: '1.17.13',
      releaseTrain: ReleaseTrain.DEV,
      systemAssignedIdentity: true,
      configurationSettings: { 'global.clusterType': 'connectedclusters' },
      timeouts: { create: '1h' },
      ignoreChanges: ['systemAssignedIdentity'],
    }, ARC)).toStrictEqual({
      cluster_id: ARC_ID,
      configuration_settings: { 'global.clusterType': 'connectedclusters' },
      extension_type: 'microsoft.dapr',
      identity: { type: 'SystemAssigned' },
      lifecycle: { ignore_changes: ['identity'], replace_triggered_by: [CLAIMS] },
      name: 'dapr',
      release_namespace: 'dapr-system',
      release_train: 'dev',
      timeouts: { create: '1h' },
      version: '1.17.13',
    });
  });

  test('holds no empty block when empty ones are given', () => {
    const block = extension({
      cluster: aks, timeouts: { create: undefined }, dependsOn: [], ignoreChanges: [], preventDestroy: false, configurationSettings: {},
    });
    expect(block.lifecycle).toStrictEqual({ replace_triggered_by: [CLAIMS] });
    expect(block).not.toHaveProperty('depends_on');
    expect(block).not.toHaveProperty('timeouts');
    expect(extension({ cluster: arc, configurationSettings: {}, configurationProtectedSettings: {} }, ARC)).not.toHaveProperty('configuration_settings');
  });

  test('ignores all changes when told so, whatever else is named', () => {
    expect(extension({ cluster: aks, ignoreChanges: ['version', 'all'] }).lifecycle).toStrictEqual({ ignore_changes: 'all' });
  });

  test.each([
    ['cluster', 'cluster_id'],
    ['name', 'name'],
    ['version', 'version'],
    ['autoUpgradeMinorVersion', 'version'],
    ['releaseTrain', 'release_train'],
    ['releaseNamespace', 'release_namespace'],
    ['settings', 'configuration_settings'],
    ['configurationSettings', 'configuration_settings'],
    ['configurationProtectedSettings', 'configuration_protected_settings'],
  ])('calls the ignored property %s what azurerm calls it', (property, argument) => {
    expect(extension({ cluster: aks, ignoreChanges: [property] }).lifecycle.ignore_changes).toStrictEqual([argument]);
  });

  test('depends on what dependsOn names', () => {
    const stack = new TestStack();
    const first = new DaprExtension(stack, 'First', { cluster: aks });
    new DaprExtension(stack, 'Second', { cluster: arc, dependsOn: [first] });
    expect(only(stack, ARC).depends_on).toStrictEqual([`${AKS}.First`]);
  });
});

describe('versions and trains, as DESIGN says for the engine AZURERM', () => {
  test.each([
    ['neither', {}, undefined],
    ['automatic upgrades alone', { autoUpgradeMinorVersion: true }, undefined],
    ['a version alone', { version: '1.17.13' }, '1.17.13'],
    ['a version and no automatic upgrades', { version: '1.14.4-msft.10', autoUpgradeMinorVersion: false }, '1.14.4-msft.10'],
  ])('%s', (_, props, version) => {
    expect(extension({ cluster: aks, ...props }).version).toBe(version);
    expect(extension({ cluster: arc, ...props }, ARC).version).toBe(version);
  });

  test.each([
    ['AutoUpgradeOffNeedsVersion', { autoUpgradeMinorVersion: false }],
    ['VersionWithAutoUpgrade', { version: '1.17.13', autoUpgradeMinorVersion: true }],
  ])('%s', (code, props) => {
    for (const cluster of [aks, arc]) {
      expect(codes(errorOf({ cluster, ...props }))).toStrictEqual([code]);
    }
  });

  test('the stable train is never sent, in whatever case it is written', () => {
    for (const releaseTrain of [ReleaseTrain.STABLE, ReleaseTrain.of('Stable')]) {
      expect(extension({ cluster: aks, releaseTrain })).not.toHaveProperty('release_train');
      expect(extension({ cluster: aks, releaseTrain, version: '1.17.13' })).not.toHaveProperty('release_train');
      expect(extension({ cluster: arc, releaseTrain }, ARC)).not.toHaveProperty('release_train');
    }
  });

  test('another train is sent', () => {
    expect(extension({ cluster: aks, releaseTrain: ReleaseTrain.DEV }).release_train).toBe('dev');
    expect(extension({ cluster: arc, releaseTrain: ReleaseTrain.of('preview') }, ARC).release_train).toBe('preview');
  });

  test('another train with a version is an error on AKS only', () => {
    const error = errorOf({ cluster: aks, releaseTrain: ReleaseTrain.DEV, version: '1.17.13' });
    expect(codes(error)).toStrictEqual(['TrainWithVersion']);
    expect(error).toContain('releaseTrain: "dev", version: "1.17.13"');
    expect(extension({ cluster: arc, releaseTrain: ReleaseTrain.DEV, version: '1.17.13' }, ARC).release_train).toBe('dev');
  });
});

describe('identity', () => {
  test('asked for on AKS is an error', () => {
    const error = errorOf({ cluster: aks, systemAssignedIdentity: true });
    expect(codes(error)).toStrictEqual(['IdentityNeedsAzapi']);
    expect(error).toContain('principalId');
  });

  test('refused on Arc is an error', () => {
    expect(codes(errorOf({ cluster: arc, systemAssignedIdentity: false }))).toStrictEqual(['IdentityRequiredOnArc']);
  });
});

describe('addresses', () => {
  test('are those of a raw resource in the same place', () => {
    const addresses = (create: (scope: Construct) => void): string[] => {
      const stack = new TestStack();
      create(stack);
      create(new Construct(new Construct(stack, 'Team'), 'Platform'));
      return Object.keys(synth(stack).resource[AKS]);
    };
    let clusters = 0;
    const ours = addresses((scope) => new DaprExtension(scope, 'Dapr', { cluster: DaprCluster.aks(`${AKS_ID}${clusters++}`) }));
    const raw = addresses((scope) => new KubernetesClusterExtension(scope, 'Dapr', { clusterId: AKS_ID, extensionType: 'microsoft.dapr', name: 'dapr' }));
    expect(ours).toStrictEqual(raw);
    expect(ours).toContain('Dapr');
  });

  test('can be overridden until an attribute is read', () => {
    const stack = new TestStack();
    const dapr = new DaprExtension(stack, 'Dapr', { cluster: aks });
    new DaprExtension(stack, 'Other', { cluster: arc }).node.addDependency(dapr);
    (dapr.node.defaultChild as KubernetesClusterExtension).overrideLogicalId('moved_by_hand');
    new TerraformOutput(stack, 'id', { value: dapr.extensionId });
    const json = synth(stack);
    expect(Object.keys(json.resource[AKS])).toStrictEqual(['moved_by_hand']);
    expect(json.output.id.value).toBe(`\${${AKS}.moved_by_hand.id}`);
    expect(json.resource[ARC].Other.depends_on).toStrictEqual([`${AKS}.moved_by_hand`]);
  });

  test('the escape hatch reaches the resource', () => {
    const stack = new TestStack();
    const dapr = new DaprExtension(stack, 'Dapr', { cluster: aks });
    (dapr.node.defaultChild as KubernetesClusterExtension).addOverride('plan', { name: 'p', product: 'q', publisher: 'r' });
    expect(only(stack, AKS).plan).toStrictEqual({ name: 'p', product: 'q', publisher: 'r' });
  });
});

describe('outputs', () => {
  test.each([
    [AKS, aks, 'aks_assigned_identity'],
    [ARC, arc, 'identity'],
  ])('of %s refer to its attributes', (type, cluster, identity) => {
    const stack = new TestStack();
    const dapr = new DaprExtension(stack, 'Dapr', { cluster });
    for (const name of ['extensionId', 'name', 'releaseNamespace', 'currentVersion', 'principalId', 'fqn'] as const) {
      new TerraformOutput(stack, name, { value: dapr[name] });
    }
    const { output } = synth(stack);
    expect(output.extensionId.value).toBe(`\${${type}.Dapr.id}`);
    expect(output.name.value).toBe(`\${${type}.Dapr.name}`);
    expect(output.releaseNamespace.value).toBe(`\${${type}.Dapr.release_namespace}`);
    expect(output.currentVersion.value).toBe(`\${${type}.Dapr.current_version}`);
    expect(output.principalId.value).toBe(`\${one(${type}.Dapr.${identity}[*].principal_id)}`);
    expect(output.fqn.value).toBe(`\${${type}.Dapr}`);
  });
});

describe('errors', () => {
  test('come all at once, each with code, value, reason and fix, and with the path of the construct', () => {
    const error = errorOf({ cluster: DaprCluster.aks('aks'), version: 'v1.11.2', name: 'a/b', releaseNamespace: 'Dapr_System' });
    expect(error).toBe(`DaprExtension "Stack/Dapr" has 4 problems.

ClusterIdMalformed: DaprCluster.aks("aks")
  why: a cluster's resource ID has the shape /subscriptions/<subscription ID>/resourceGroups/<resource group>/providers/`
    + `Microsoft.ContainerService/managedClusters/<name>
  fix: copy the ID that the Azure CLI prints: az aks show --resource-group <resource group> --name <name> --query id --output tsv
       or name the parts: DaprCluster.aksByName({ subscriptionId: '…', resourceGroupName: '…', clusterName: '…' })

NameMalformed: name: "a/b"
  why: Azure takes 1 to 253 letters, digits, \`-\` and \`.\`, the first one a letter or digit
  fix: leave \`name\` out to get 'dapr'

NamespaceMalformed: releaseNamespace: "Dapr_System"
  why: Kubernetes takes 1 to 63 lower-case letters, digits and \`-\`, the first and the last one a letter or digit
  fix: leave \`releaseNamespace\` out to get 'dapr-system'

VersionMalformed: version: "v1.11.2"
  why: versions of the extension are MAJOR.MINOR.PATCH, with -msft.N where Microsoft patched one: 1.17.13, 1.14.4-msft.10
  fix: version: '1.11.2'`);
  });

  test('leave nothing behind, so that the same id can be used again', () => {
    const stack = new TestStack();
    expect(thrown(() => new DaprExtension(stack, 'Dapr', { cluster: aks, version: '1' }))).toContain('has a problem.');
    new DaprExtension(stack, 'Dapr', { cluster: aks, version: '1.17.13' });
    expect(only(stack, AKS).version).toBe('1.17.13');
  });

  test('a missing cluster', () => {
    const error = errorOf({});
    expect(codes(error)).toStrictEqual(['ClusterMissing']);
    expect(error).toContain('cluster: DaprCluster.aks(aks.id)');
    expect(codes(errorOf({ cluster: null }))).toStrictEqual(['ClusterMissing']);
  });

  test('an engine that the library does not have', () => {
    const error = errorOf({ cluster: aks, engine: 'pulumi', name: 'a/b' });
    expect(codes(error)).toStrictEqual(['EngineUnavailable']);
    expect(error).toContain('engine: "pulumi"');
  });

  test('a provider of another type', () => {
    class Kubernetes extends TerraformProvider {}
    const stack = new TestStack();
    const provider = new Kubernetes(stack, 'k8s', { terraformResourceType: 'kubernetes' });
    const error = thrown(() => new DaprExtension(stack, 'Dapr', { cluster: aks, provider }));
    expect(codes(error)).toStrictEqual(['ProviderOfOtherType']);
    expect(error).toContain("provider: <provider 'kubernetes'>");
  });

  test('two extensions on one cluster, however the ID is written, with every other problem', () => {
    const stack = new TestStack();
    new DaprExtension(stack, 'One', { cluster: aks });
    const error = thrown(() => new DaprExtension(stack, 'Two', { cluster: DaprCluster.aks(AKS_ID.toUpperCase()), name: '' }));
    expect(codes(error)).toStrictEqual(['NameMalformed', 'ClusterHasDapr']);
    expect(error).toContain('the extension "Stack/One" goes to the same cluster');
  });

  test('two extensions on one cluster that only Terraform knows', () => {
    const stack = new TestStack();
    new DaprExtension(stack, 'One', { cluster: DaprCluster.aks('${azurerm_kubernetes_cluster.Aks.id}') });
    const error = thrown(() => new DaprExtension(stack, 'Two', { cluster: DaprCluster.aks('${azurerm_kubernetes_cluster.Aks.id}') }));
    expect(error).toContain('ClusterHasDapr: cluster "${azurerm_kubernetes_cluster.Aks.id}"');
  });

  test('a cluster is free again when its extension was removed from the tree', () => {
    const stack = new TestStack();
    new DaprExtension(stack, 'One', { cluster: aks });
    stack.node.tryRemoveChild('One');
    new DaprExtension(stack, 'Two', { cluster: aks });
    expect(Object.keys(synth(stack).resource[AKS])).toStrictEqual(['Two']);
    expect(Object.keys(synth(stack).resource[AKS])).toStrictEqual(['Two']);
  });

  test('one cluster in two stacks is no error: Terraform sees two states', () => {
    const app = Testing.app();
    for (const id of ['Blue', 'Green']) {
      new DaprExtension(new TestStack(id, app), 'Dapr', { cluster: aks });
    }
  });
});

describe('an Arc cluster outside the subscription of the provider', () => {
  const stackIn = (subscriptionId?: string) => new TestStack('Stack', Testing.app(), { subscriptionId });

  test('is an error when the provider is named', () => {
    const stack = stackIn();
    const provider = new AzurermProvider(stack, 'other', { features: [{}], alias: 'other', subscriptionId: OTHER_SUBSCRIPTION });
    const error = thrown(() => new DaprExtension(stack, 'Dapr', { cluster: arc, provider }));
    expect(codes(error)).toStrictEqual(['ArcSubscriptionMismatch']);
    expect(error).toContain(`a cluster of the subscription "${SUBSCRIPTION}", a provider of the subscription "${OTHER_SUBSCRIPTION}"`);
    expect(error).toContain(`subscriptionId: "${SUBSCRIPTION}"`);
  });

  test('is an error when the stack has its provider already', () => {
    expect(codes(thrown(() => new DaprExtension(stackIn(OTHER_SUBSCRIPTION), 'Dapr', { cluster: arc })))).toStrictEqual(['ArcSubscriptionMismatch']);
  });

  test('is an error at synth when the provider learns its subscription later', () => {
    const stack = stackIn();
    new DaprExtension(stack, 'Dapr', { cluster: arc });
    stack.azurerm.subscriptionId = OTHER_SUBSCRIPTION;
    expect(thrown(() => synth(stack))).toContain('ArcSubscriptionMismatch: ');
  });

  test('is an error at synth when the provider comes after the extension', () => {
    class Late extends TestStack {
      public constructor() {
        super();
        this.node.tryRemoveChild('azurerm');
        new DaprExtension(this, 'Dapr', { cluster: arc });
        new DaprExtension(this, 'Dapr2', { cluster: DaprCluster.arc(`${ARC_ID}2`) });
        new AzurermProvider(this, 'late', { features: [{}], subscriptionId: OTHER_SUBSCRIPTION });
      }
    }
    const error = thrown(() => synth(new Late()));
    expect(error.match(/ArcSubscriptionMismatch/g)).toHaveLength(2);
  });

  test('is no error where the subscriptions are the same, unknown, or the cluster is of AKS', () => {
    new DaprExtension(stackIn(SUBSCRIPTION.toUpperCase()), 'Dapr', { cluster: arc });
    new DaprExtension(stackIn('${var.subscription}'), 'Dapr', { cluster: arc });
    new DaprExtension(stackIn(OTHER_SUBSCRIPTION), 'Dapr', { cluster: DaprCluster.arc(ARC_ID.replace(SUBSCRIPTION, '${var.subscription}')) });
    new DaprExtension(stackIn(OTHER_SUBSCRIPTION), 'Dapr', { cluster: DaprCluster.arc('${var.cluster}') });
    new DaprExtension(stackIn(OTHER_SUBSCRIPTION), 'Dapr', { cluster: aks });
  });
});

describe('warnings', () => {
  const warned = (props: object, cluster = aks) => {
    const stack = new TestStack();
    const dapr = new DaprExtension(stack, 'Dapr', { cluster, ...props });
    synth(stack);
    return dapr;
  };

  test('ImplicitAutoUpgrade when neither version nor automatic upgrade is stated', () => {
    expect(warningIds(warned({}))).toStrictEqual(['ImplicitAutoUpgrade']);
    expect(warningIds(warned({}, arc))).toStrictEqual(['ImplicitAutoUpgrade']);
  });

  test('none when automatic upgrades are stated', () => {
    expect(warningsOf(warned({ autoUpgradeMinorVersion: true }))).toStrictEqual([]);
  });

  test('VersionChangeReplaces when a version is stated', () => {
    const [text] = warningsOf(warned({ version: '1.17.13' }));
    expect(text).toMatch(/^VersionChangeReplaces: version: "1.17.13"\n {2}why: .*deletes Dapr/);
    expect(text).toContain("DaprWarnings.of(scope).acknowledge('VersionChangeReplaces', '<your reason>')");
  });

  test.each(['version', 'autoUpgradeMinorVersion', 'all'])('no VersionChangeReplaces where Terraform ignores changes of %s', (name) => {
    expect(warningIds(warned({ version: '1.17.13', ignoreChanges: [name] }))).toStrictEqual([]);
  });

  test('VersionChangeReplaces still where Terraform ignores something else', () => {
    expect(warningIds(warned({ version: '1.17.13', ignoreChanges: ['name'] }))).toStrictEqual(['VersionChangeReplaces']);
  });

  test('can be acknowledged', () => {
    const stack = new TestStack();
    const dapr = new DaprExtension(stack, 'Dapr', { cluster: aks, version: '1.17.13' });
    DaprWarnings.of(dapr).acknowledge('VersionChangeReplaces', 'upgrades are planned as an outage');
    synth(stack);
    expect(warningsOf(dapr)).toStrictEqual([]);
  });
});
