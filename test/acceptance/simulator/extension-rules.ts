import { badRequest } from './azure-error';
import type { Chosen } from './extension';
import type { Stated } from './extension-body';
import type { Switches } from './switches';
import type { Versions } from './versions';

const KNOWN_TYPE = 'microsoft.dapr';
const DEFAULT_TRAIN = 'stable';
const DEFAULT_NAMESPACE = 'dapr-system';

/** Before this API version, a version together with auto-upgrade was let through. */
const REFUSES_VERSION_WITH_AUTO_UPGRADE = '2023-05-01';

export interface Rules {
  readonly apiVersion: string;
  readonly versions: Versions;
  readonly switches: Switches;
}

/** What a PUT makes of what was there: it states the whole extension anew, except for what can never change. */
export function put(stated: Stated, before: Chosen | undefined, rules: Rules): Chosen {
  checkType(stated, before);
  checkImmutable(stated, before);
  const releaseTrain = stated.releaseTrain ?? DEFAULT_TRAIN;
  // A version alone means that auto-upgrade is off.
  const autoUpgrade = stated.autoUpgradeMinorVersion ?? stated.version === undefined;
  checkVersion(stated.version, autoUpgrade, rules);
  return {
    extensionType: before?.extensionType ?? stated.extensionType!,
    autoUpgradeMinorVersion: autoUpgrade,
    releaseTrain,
    version: autoUpgrade ? null : stated.version ?? fill(releaseTrain, before, rules),
    releaseNamespace: before?.releaseNamespace ?? stated.releaseNamespace ?? DEFAULT_NAMESPACE,
    configurationSettings: { ...stated.configurationSettings },
    configurationProtectedSettings: { ...stated.configurationProtectedSettings },
    systemAssigned: stated.systemAssigned ?? false,
  };
}

/** What a PATCH makes of it: what is not stated stays; protected settings, where stated, are replaced as a whole. */
export function patch(stated: Stated, before: Chosen, rules: Rules): Chosen {
  checkImmutable(stated, before);
  const autoUpgrade = stated.autoUpgradeMinorVersion ?? before.autoUpgradeMinorVersion;
  checkVersion(stated.version, autoUpgrade, rules);
  const releaseTrain = stated.releaseTrain ?? before.releaseTrain;
  const kept = rules.switches.patch === 'merge' ? before.configurationSettings : {};
  return {
    ...before,
    autoUpgradeMinorVersion: autoUpgrade,
    releaseTrain,
    version: autoUpgrade ? null : stated.version ?? before.version ?? rules.versions.newest(releaseTrain) ?? null,
    configurationSettings: stated.configurationSettings ? { ...kept, ...stated.configurationSettings } : before.configurationSettings,
    configurationProtectedSettings: stated.configurationProtectedSettings ?? before.configurationProtectedSettings,
  };
}

/** The version Azure chooses when auto-upgrade is off and the user named none. */
function fill(train: string, before: Chosen | undefined, { versions, switches }: Rules): string | null {
  const stays = switches.putWithoutVersion === 'keeps' ? before?.version : undefined;
  return stays ?? versions.newest(train) ?? null;
}

function checkType(stated: Stated, before: Chosen | undefined): void {
  if (!before && stated.extensionType === undefined) throw badRequest('InvalidExtensionType', "'properties.extensionType' is required.");
  if (stated.extensionType !== undefined && !before && stated.extensionType.toLowerCase() !== KNOWN_TYPE) {
    throw badRequest('ExtensionTypeRegistrationGetFailed', `Extension type ${stated.extensionType} is not registered in this region.`);
  }
}

function checkImmutable(stated: Stated, before: Chosen | undefined): void {
  if (!before) return;
  const { extensionType, releaseNamespace } = stated;
  if (extensionType !== undefined && extensionType.toLowerCase() !== before.extensionType.toLowerCase()) {
    throw badRequest('PropertyChangeNotAllowed', `'extensionType' cannot change from '${before.extensionType}' to '${extensionType}'.`);
  }
  if (releaseNamespace !== undefined && releaseNamespace !== before.releaseNamespace) {
    throw badRequest('PropertyChangeNotAllowed',
      `'scope.cluster.releaseNamespace' cannot change from '${before.releaseNamespace}' to '${releaseNamespace}'.`);
  }
}

function checkVersion(version: string | undefined, autoUpgrade: boolean, { apiVersion }: Rules): void {
  if (version === undefined || !autoUpgrade || apiVersion < REFUSES_VERSION_WITH_AUTO_UPGRADE) return;
  throw badRequest('InvalidVersion', "To use 'version', 'autoUpgradeMinorVersion' must be 'false'.");
}
