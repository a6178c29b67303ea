/**
 * Where Azure's own behaviour is not known for sure, or differs between regions and days, a test can choose.
 * The defaults are the documented or the observed behaviour.
 */
export interface Switches {
  /** What PATCH does with `configurationSettings`: adds to the map (documented) or puts another in its place. @default 'merge' */
  patch: 'merge' | 'replace';
  /** How extension type and release train come back: as sent, in lower case, or as `Microsoft.Dapr` and `Stable`. @default 'asSent' */
  casing: 'asSent' | 'lower' | 'service';
  /** Whether an extension on AKS has an identity of its own in the answer. @default 'present' */
  aksAssignedIdentity: 'present' | 'absent';
  /** Settings the service adds to those of the user, who wins where both state one. @default none */
  addedSettings: Record<string, string>;
  /** What a failed update leaves in the extension: the settings that were asked for, or those from before. @default 'new' */
  failedUpdate: 'new' | 'old';
  /** Auto-upgrade off and a PUT without version: the version stays, or the newest one is chosen again. @default 'keeps' */
  putWithoutVersion: 'keeps' | 'picksNewest';
  /** How the end of an operation can be seen. @default 'asyncOperation', an Azure-AsyncOperation header */
  longRunning: 'none' | 'asyncOperation' | 'provisioningState';
  /** How many looks at an operation find it still in progress. @default 0: the first look finds it done */
  looks: number;
  /** How many looks at a registration find it still `Registering` or `Unregistering`. @default 0 */
  registrationLooks: number;
  /** How long clients are asked to wait between two looks, where they listen. @default 20 */
  pollMilliseconds: number;
  /** A version that is well-formed but was not published: taken, or the operation fails. @default 'accepted' */
  unlistedVersions: 'accepted' | 'refused';
  /** Two operations at once on one cluster: allowed, or the second one answers 409 EtagMismatch. @default 'allowed' */
  concurrentOperations: 'allowed' | 'refused';
  /** A change that Kubernetes cannot make in place (volume claims of a StatefulSet): fails as Helm does, or is ignored. @default 'enforced' */
  statefulSets: 'enforced' | 'ignored';
  /**
   * The API versions for extensions. azapi asks for the newest one it has embedded when it takes over a resource by `moved` or by an import
   * without a version, so a test can find out what happens where Azure does not have that one. @default '2022-11-01' to '2025-03-01'
   */
  extensionApiVersions: string[];
  /** The IDs of the clusters there are. @default 'any' */
  clusters: 'any' | string[];
}

export function defaultSwitches(): Switches {
  return {
    patch: 'merge',
    casing: 'asSent',
    aksAssignedIdentity: 'present',
    addedSettings: {},
    failedUpdate: 'new',
    putWithoutVersion: 'keeps',
    longRunning: 'asyncOperation',
    looks: 0,
    registrationLooks: 0,
    pollMilliseconds: 20,
    unlistedVersions: 'accepted',
    concurrentOperations: 'allowed',
    statefulSets: 'enforced',
    extensionApiVersions: ['2022-11-01', '2023-05-01', '2024-11-01', '2025-03-01'],
    clusters: 'any',
  };
}
