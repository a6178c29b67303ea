import { TerraformVariable } from 'cdktf';
import { DaprCluster, DaprExtension } from '../lib';
import { AKS, AKS_ID, ARC_ID, codes, errorOf, only, SUBSCRIPTION, TestStack } from './helpers/synth';

const parts = { subscriptionId: SUBSCRIPTION, resourceGroupName: 'rg', clusterName: 'aks' };

test('an ID keeps what the user named and gets its fixed words in the documented case', () => {
  const shouted = AKS_ID.replace('subscriptions', 'SUBSCRIPTIONS').replace('resourceGroups', 'resourcegroups')
    .replace('Microsoft.ContainerService/managedClusters', 'microsoft.containerservice/managedclusters').replace('/rg/', '/Team-RG/');
  expect(DaprCluster.aks(shouted).clusterId).toBe(AKS_ID.replace('/rg/', '/Team-RG/'));
  expect(DaprCluster.arc(ARC_ID.toLowerCase()).clusterId).toBe(ARC_ID);
});

test('a name becomes an ID', () => {
  expect(DaprCluster.aksByName(parts).clusterId).toBe(AKS_ID);
  expect(DaprCluster.arcByName({ ...parts, clusterName: 'arc' }).clusterId).toBe(ARC_ID);
});

test('the type is the word of the Azure CLI', () => {
  expect(DaprCluster.aks(AKS_ID).clusterType).toBe('managedClusters');
  expect(DaprCluster.arcByName(parts).clusterType).toBe('connectedClusters');
});

test('the subscription may be a variable', () => {
  const stack = new TestStack();
  const subscription = new TerraformVariable(stack, 'subscription', { type: 'string' });
  new DaprExtension(stack, 'Dapr', { cluster: DaprCluster.aksByName({ ...parts, subscriptionId: subscription.stringValue }) });
  expect(only(stack, AKS).cluster_id).toBe(AKS_ID.replace(SUBSCRIPTION, '${var.subscription}'));
});

test('an expression within an ID keeps its place, and the fixed words around it are put right', () => {
  expect(DaprCluster.aks(AKS_ID.replace(SUBSCRIPTION, '${var.s}').replace('resourceGroups', 'resourcegroups')).clusterId)
    .toBe(AKS_ID.replace(SUBSCRIPTION, '${var.s}'));
});

test('no factory throws', () => {
  for (const bad of ['', 'aks', undefined, null, 42] as any[]) {
    DaprCluster.aks(bad);
    DaprCluster.arc(bad);
    DaprCluster.aksByName({ subscriptionId: bad, resourceGroupName: bad, clusterName: bad });
  }
});

test.each([
  [''],
  ['aks'],
  [`${AKS_ID}/`],
  [` ${AKS_ID}`],
  [`${AKS_ID}\n`],
  [AKS_ID.slice(1)],
  [AKS_ID.replace('/rg/', '//')],
  [`${AKS_ID}/providers/Microsoft.KubernetesConfiguration/extensions/dapr`],
  [AKS_ID.replace('managedClusters', 'virtualMachines')],
  [AKS_ID.replace('Microsoft.ContainerService', 'Microsoft.Kubernetes')],
  [undefined],
])('the ID %j is malformed', (id) => {
  const error = errorOf({ cluster: DaprCluster.aks(id as string) });
  expect(codes(error)).toStrictEqual(['ClusterIdMalformed']);
  expect(error).toContain(`DaprCluster.aks(${id === undefined ? 'undefined' : JSON.stringify(id)})`);
  expect(error).toContain('az aks show');
  expect(errorOf({ cluster: DaprCluster.arc(id as string) })).toContain('az connectedk8s show');
});

test('an Arc ID given to aks() is told the right factory, and the other way round', () => {
  const error = errorOf({ cluster: DaprCluster.aks(ARC_ID) });
  expect(codes(error)).toStrictEqual(['ClusterOfOtherKind']);
  expect(error).toContain('Microsoft.Kubernetes/connectedClusters');
  expect(error).toContain(`fix: DaprCluster.arc("${ARC_ID}")`);
  expect(errorOf({ cluster: DaprCluster.arc(AKS_ID) })).toContain(`fix: DaprCluster.aks("${AKS_ID}")`);
});

test('each part of a name that cannot be one segment is named', () => {
  const error = errorOf({ cluster: DaprCluster.aksByName({ subscriptionId: '/subscriptions/x', resourceGroupName: 'my group', clusterName: '' }) });
  expect(codes(error)).toStrictEqual(['ClusterNameMalformed', 'ClusterNameMalformed', 'ClusterNameMalformed']);
  expect(error).toContain('subscriptionId: "/subscriptions/x"');
  expect(error).toContain("fix: subscriptionId: '…', the bare ID alone");
  expect(error).toContain('resourceGroupName: "my group"');
  expect(error).toContain("fix: clusterName: '…', the bare name alone");
});

test('a token is taken as it is, whatever its kind may turn out to be', () => {
  const stack = new TestStack();
  const id = new TerraformVariable(stack, 'id', { type: 'string' });
  new DaprExtension(stack, 'Dapr', { cluster: DaprCluster.aks(id.stringValue) });
  expect(only(stack, AKS).cluster_id).toBe('${var.id}');
});
