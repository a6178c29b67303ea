import type { Extension, OperationError } from './extension';
import { claims, conflict } from './stateful-sets';
import type { Switches } from './switches';
import type { Versions } from './versions';

export interface Surroundings {
  /** The extensions on the cluster, this one among them. */
  readonly others: Extension[];
  readonly versions: Versions;
  readonly switches: Switches;
}

/** Why what the user chose cannot be installed in the cluster: found out by Helm, after ARM has accepted it. */
export function installError(extension: Extension, version: string | undefined, around: Surroundings): OperationError | undefined {
  const { releaseTrain, configurationSettings } = extension.chosen;
  const failed = (message: string): OperationError => ({ code: 'ExtensionOperationFailed', message });

  if (version === undefined || !around.versions.offers(releaseTrain, version, around.switches.unlistedVersions)) {
    return failed('Failed to resolve the extension version from the given values.');
  }
  if (around.others.some((other) => other !== extension && other.currentVersion !== null)) {
    return failed('Helm installation failed: rendered manifests contain a resource that already exists: ServiceAccount "dapr-operator".');
  }
  if (Object.hasOwn(configurationSettings, 'global.ha')) {
    return failed('Helm installation failed: at <.Values.global.ha.enabled>: can\'t evaluate field enabled in type interface {}.');
  }
  if (around.switches.statefulSets === 'ignored' || !extension.liveClaims) return undefined;
  const blocking = conflict(extension.liveClaims, claims(version, configurationSettings));
  if (blocking === undefined) return undefined;
  return failed(`Helm upgrade failed: cannot patch "${blocking}" with kind StatefulSet: updates to statefulset spec are forbidden.`);
}
