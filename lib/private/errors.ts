/** What an error means, and what helps, whatever the value was: the source of ERRORS.md. */
export interface ErrorEntry {
  readonly means: string;
  readonly fix: string;
}

/** Every error that the library can raise. */
export const ERRORS = {
  ClusterMissing: {
    means: 'No cluster was given.',
    fix: 'Name it with `DaprCluster.aks(..)`, `.arc(..)`, `.aksByName(..)` or `.arcByName(..)`.',
  },
  ClusterIdMalformed: {
    means: 'The text is not the resource ID of an AKS or Arc-enabled Kubernetes cluster.',
    fix: 'Copy the whole ID: `az aks show --query id` or `az connectedk8s show --query id`.',
  },
  ClusterOfOtherKind: {
    means: 'An ID of one kind of cluster was given to the factory of the other.',
    fix: 'Use `DaprCluster.aks` for `managedClusters`, `DaprCluster.arc` for `connectedClusters`.',
  },
  ClusterNameMalformed: {
    means: 'A part of the cluster\'s address (subscription, resource group or name) is empty or holds a slash or a blank.',
    fix: 'Give the bare name of each part.',
  },
  ClusterHasDapr: {
    means: 'Two Dapr extensions are meant for one cluster. A cluster holds one Dapr control plane.',
    fix: 'Keep one `DaprExtension` per cluster.',
  },
  ArcSubscriptionMismatch: {
    means: 'azurerm creates an Arc extension in the subscription of its provider, whatever the cluster ID says.',
    fix: 'Pass an azurerm provider of the cluster\'s subscription as `provider`.',
  },
  NameMalformed: {
    means: 'The name of the extension holds a character that Azure refuses, or has a wrong length.',
    fix: 'Use 1 to 253 letters, digits, `-` and `.`, the first one a letter or digit.',
  },
  NamespaceMalformed: {
    means: 'The release namespace is not a name that Kubernetes accepts.',
    fix: 'Use 1 to 63 lower-case letters, digits and `-`, the first and the last one a letter or digit.',
  },
  VersionMalformed: {
    means: 'The version is not one that the extension has: `MAJOR.MINOR.PATCH`, with an optional `-msft.N`.',
    fix: 'Write it like `1.16.14` or `1.14.4-msft.10`.',
  },
  VersionWithAutoUpgrade: {
    means: 'Azure refuses a pinned version together with automatic upgrades.',
    fix: 'Leave `version` out, or set `autoUpgradeMinorVersion` to false.',
  },
  AutoUpgradeOffNeedsVersion: {
    means: 'The azurerm resource turns automatic upgrades off by pinning a version, and has no other way to say it.',
    fix: 'State `version`.',
  },
  TrainMalformed: {
    means: 'The name of the release train is empty or holds a character that no train has.',
    fix: 'Use `ReleaseTrain.STABLE` or `ReleaseTrain.DEV`.',
  },
  TrainWithVersion: {
    means: 'On AKS the azurerm resource takes a release train or a version, not both.',
    fix: 'State one of the two, or use the engine AZAPI.',
  },
  IdentityNeedsAzapi: {
    means: 'The azurerm resource for AKS has no identity block.',
    fix: 'Leave `systemAssignedIdentity` out, or use the engine AZAPI.',
  },
  IdentityRequiredOnArc: {
    means: 'The azurerm resource for Arc always carries a system-assigned identity.',
    fix: 'Leave `systemAssignedIdentity` out, or use the engine AZAPI.',
  },
  EngineUnavailable: {
    means: 'This version of the library has no such engine.',
    fix: 'Use `DaprEngine.AZURERM`.',
  },
  ProviderOfOtherType: {
    means: 'The provider is of another type than the resource needs.',
    fix: 'Pass an azurerm provider.',
  },
  SettingKeyMalformed: {
    means: 'The key of a setting is empty or holds a blank at one of its ends.',
    fix: 'Write the dotted key of the chart, such as `global.logAsJson`.',
  },
  SettingNotText: {
    means: 'The value of a raw setting is not a string. Azure takes strings only.',
    fix: 'Quote the value.',
  },
  SettingEmpty: {
    means: 'The value of a setting is empty, which azurerm refuses.',
    fix: 'Remove the setting to get the default.',
  },
  SettingIsParent: {
    means: 'The key is the parent of settings and takes no value of its own; with one, Dapr\'s chart does not render.',
    fix: 'Name the setting itself, such as `global.ha.enabled`.',
  },
  SettingStatedTwice: {
    means: 'One setting was given two values.',
    fix: 'Keep one of them.',
  },
  ClusterTypeConflict: {
    means: 'On AKS the library sends `global.clusterType` itself, as the Azure CLI does, and another value was stated.',
    fix: 'Remove `global.clusterType` from the settings.',
  },
  MapTokenWithKeys: {
    means: 'Keys were added beside a map that only Terraform knows. Such a map takes no further keys in code.',
    fix: 'Merge the two with `Fn.merge([..])`.',
  },
  BooleanNotLiteral: {
    means: 'The property decides what is synthesized, so it must be true or false in the code.',
    fix: 'Write `true` or `false`.',
  },
  TimeoutMalformed: {
    means: 'The timeout is not a duration of Terraform.',
    fix: 'Write it like `30m` or `1h30m`.',
  },
  IgnoreChangesUnknown: {
    means: 'The name is not a property whose changes Terraform could ignore.',
    fix: 'Use the names of `DaprExtensionProps`, or `all`.',
  },
  RegisteredTwice: {
    means: 'Microsoft.KubernetesConfiguration is registered by two parties, which makes azurerm fail at every plan.',
    fix: 'Choose one: the provider\'s list, or one registration resource.',
  },
  SubscriptionUnknown: {
    means: 'An import needs the subscription, and the provider does not state it as text.',
    fix: 'Pass the ID of the subscription.',
  },
  WarningUnknown: {
    means: 'The library has no warning of that id.',
    fix: 'Use an id of WARNINGS.md.',
  },
  ReasonMissing: {
    means: 'A warning was acknowledged without a reason.',
    fix: 'Say why it does not apply: who reads the code next will want to know.',
  },
} as const satisfies Record<string, ErrorEntry>;

/** The code of an error, as messages and ERRORS.md print it. */
export type ErrorCode = keyof typeof ERRORS;
