import { IConstruct } from 'constructs';
import { isExpression, printable } from './expression';
import { DefaultTokenResolver, StringConcat, TerraformStack, Tokenization } from './framework';
import { Problem } from './problem';

/** The extensions of a stack by the cluster they go to. */
const extensions = new WeakMap<TerraformStack, Map<string, IConstruct>>();

/** The problem of a second extension on a cluster of the same stack. */
export function secondOnCluster(extension: IConstruct, clusterId: string): Problem[] {
  const first = claims(extension).get(clusterId.toLowerCase());
  return first === undefined || first === extension || !isInTree(first) ? [] : [{
    code: 'ClusterHasDapr',
    value: `cluster ${printable(clusterId)}`,
    why: `the extension ${printable(first.node.path)} goes to the same cluster, and a cluster holds one Dapr control plane`,
    fix: `remove this extension, or the one at ${printable(first.node.path)}`,
  }];
}

/** Says that the cluster is this extension's. */
export function claimCluster(extension: IConstruct, clusterId: string): void {
  claims(extension).set(clusterId.toLowerCase(), extension);
}

/** The cluster's ID as Terraform will read it: two expressions are one cluster where they read alike, which only synth can tell. */
export function resolvedClusterId(extension: IConstruct, clusterId: string): string {
  return !isExpression(clusterId) ? clusterId : Tokenization.resolve(clusterId, {
    scope: TerraformStack.of(extension),
    resolver: new DefaultTokenResolver(new StringConcat()),
    preparing: false,
  });
}

function claims(extension: IConstruct): Map<string, IConstruct> {
  const stack = TerraformStack.of(extension);
  const known = extensions.get(stack) ?? new Map<string, IConstruct>();
  extensions.set(stack, known);
  return known;
}

function isInTree({ node }: IConstruct): boolean {
  return node.scope?.node.tryFindChild(node.id)?.node === node;
}
