import type { ClusterId } from './resource-id';
import type { LiveClaims } from './stateful-sets';

export type ProvisioningState = 'Creating' | 'Updating' | 'Deleting' | 'Succeeded' | 'Failed';

export interface OperationError {
  readonly code: string;
  readonly message: string;
}

/** What the user can choose. */
export interface Chosen {
  readonly extensionType: string;
  readonly autoUpgradeMinorVersion: boolean;
  readonly releaseTrain: string;
  /** Null while auto-upgrade is on. */
  readonly version: string | null;
  readonly releaseNamespace: string;
  readonly configurationSettings: Record<string, string>;
  readonly configurationProtectedSettings: Record<string, string>;
  readonly systemAssigned: boolean;
}

/** An extension as Azure keeps it. */
export interface Extension {
  readonly id: string;
  readonly name: string;
  readonly cluster: ClusterId;
  readonly principalId: string;
  readonly createdAt: string;
  chosen: Chosen;
  /** What runs in the cluster; null until an installation succeeded. */
  currentVersion: string | null;
  liveClaims?: LiveClaims;
  provisioningState: ProvisioningState;
  error?: OperationError;
}
