import type { Extension } from './extension';
import type { Json } from './http';
import { CREDENTIALS } from './sign-in';
import type { Switches } from './switches';

/** The extension as Azure answers it. */
export function view(extension: Extension, switches: Switches): Json {
  const { chosen, cluster } = extension;
  const aksIdentity = cluster.kind === 'aks' && switches.aksAssignedIdentity === 'present';
  return {
    id: extension.id,
    name: extension.name,
    type: 'Microsoft.KubernetesConfiguration/extensions',
    identity: chosen.systemAssigned
      ? { type: 'SystemAssigned', principalId: extension.principalId, tenantId: CREDENTIALS.tenantId }
      : undefined,
    systemData: { createdAt: extension.createdAt, lastModifiedAt: extension.createdAt },
    properties: {
      extensionType: cased(chosen.extensionType, 'Microsoft.Dapr', switches),
      autoUpgradeMinorVersion: chosen.autoUpgradeMinorVersion,
      releaseTrain: cased(chosen.releaseTrain, capital(chosen.releaseTrain), switches),
      version: chosen.version,
      currentVersion: extension.currentVersion,
      scope: { cluster: { releaseNamespace: chosen.releaseNamespace } },
      configurationSettings: { ...switches.addedSettings, ...chosen.configurationSettings },
      // The names of the secrets, never their values.
      configurationProtectedSettings: Object.fromEntries(Object.keys(chosen.configurationProtectedSettings).map((name) => [name, ''])),
      provisioningState: extension.provisioningState,
      statuses: extension.error ? [{ code: 'InstallationFailed', level: 'Error', message: extension.error.message }] : [],
      errorInfo: extension.error ?? null,
      aksAssignedIdentity: aksIdentity ? { principalId: extension.principalId, tenantId: null, type: null } : undefined,
      customLocationSettings: null,
      packageUri: null,
      isSystemExtension: false,
    },
  };
}

function cased(sent: string, service: string, { casing }: Switches): string {
  if (casing === 'lower') return sent.toLowerCase();
  return casing === 'service' ? service : sent;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
}
