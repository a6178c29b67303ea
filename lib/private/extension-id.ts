import { DaprExtensionProps } from '../dapr-extension-props';
import { isExpression, printable } from './expression';
import { Problem } from './problem';

const DEFAULT_NAME = 'dapr';
const DEFAULT_NAMESPACE = 'dapr-system';
const PROVIDER = '/providers/Microsoft.KubernetesConfiguration/extensions/';
const SHAPE = /^(.+)\/providers\/Microsoft\.KubernetesConfiguration\/extensions\/([^/]+)$/i;

/** The name of the extension, which is also that of the Helm release in the cluster. */
export function nameOf({ name, existingDapr }: DaprExtensionProps): string {
  return existingDapr?.releaseName ?? name ?? DEFAULT_NAME;
}

/** The namespace of the control plane. */
export function namespaceOf({ releaseNamespace, existingDapr }: DaprExtensionProps): string {
  return existingDapr?.releaseNamespace ?? releaseNamespace ?? DEFAULT_NAMESPACE;
}

/** Whether the namespace is the user's word: otherwise what runs may be in another one. */
export function statesNamespace({ releaseNamespace, existingDapr }: DaprExtensionProps): boolean {
  return releaseNamespace !== undefined || existingDapr !== undefined;
}

/** The ID that Azure gives the extension. */
export function extensionIdOf(props: DaprExtensionProps): string {
  return `${props.cluster.clusterId}${PROVIDER}${nameOf(props)}`;
}

/** Why an ID to import cannot be that of the extension. Letters may be of another case: Azure takes no notice of it. */
export function importProblems(props: DaprExtensionProps, given: string): Problem[] {
  const [, clusterId, name] = SHAPE.exec(given) ?? [];
  const problem = (why: string, fix: string): Problem[] => [{ code: 'ImportOfOtherExtension', value: `importExisting(${printable(given)})`, why, fix }];
  const without = `importExisting(), which takes ${printable(extensionIdOf(props))}`;
  if (isExpression(given)) {
    return [];
  }
  if (name === undefined) {
    return problem(`the ID of a cluster extension ends in ${PROVIDER}<name>`, without);
  }
  if (differ(clusterId, props.cluster.clusterId)) {
    return problem(`this extension goes to the cluster ${props.cluster.clusterId}`, without);
  }
  return differ(name, nameOf(props))
    ? problem(`this extension is called ${printable(nameOf(props))}, and another name would make the import a replacement`, `name: ${printable(name)}`)
    : [];
}

/** Whether two texts surely do. */
function differ(given: string, own: string): boolean {
  return !isExpression(own) && given.toLowerCase() !== own.toLowerCase();
}
