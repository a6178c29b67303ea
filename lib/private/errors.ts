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
    fix: 'Write it like `1.17.13` or `1.14.4-msft.10`.',
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
  ExistingDaprConflict: {
    means: 'Another name or namespace was stated than the Helm release has that the extension is to take over.',
    fix: 'Leave `name` and `releaseNamespace` out.',
  },
  ExistingDaprDiffers: {
    means: 'The settings would change volumes of the running Helm release, which Kubernetes refuses: Azure could not upgrade it.',
    fix: 'State the settings that the release has.',
  },
  ImportOfOtherExtension: {
    means: 'The ID to import is not that of the extension which the code describes.',
    fix: 'Call `importExisting()` without an ID, or state the cluster and the name of what runs.',
  },
  HelmValuesUnreadable: {
    means: 'The file or the object does not hold the values of a Helm release as JSON.',
    fix: 'Write the file with `helm get values <release> --namespace <namespace> -o json`.',
  },
  ForceDeleteNeedsAzapi: {
    means: 'The azurerm resource cannot force the deletion of an extension.',
    fix: 'Leave `forceDelete` out, or use the engine AZAPI.',
  },
  AzapiProviderMissing: {
    means: 'The engine AZAPI needs an azapi provider, and the stack has none.',
    fix: 'Add `new AzapiProvider(this, \'azapi\')` to the stack.',
  },
  RegistrationNeedsProvider: {
    means: 'With the engine AZAPI the extension has no azurerm provider that could make the registration.',
    fix: 'Leave `registration` out: azapi registers by itself. Or name the azurerm provider.',
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
  SettingMustBePlain: {
    means: 'A setting whose change needs a replacement stands among the protected ones. Terraform compares it from plan to plan.',
    fix: 'Move it to `configurationSettings`.',
  },
  SettingUnknown: {
    means: 'The typed settings have no such property.',
    fix: 'See SETTINGS.md for the properties, or use the dotted key in `configurationSettings`.',
  },
  SettingWrongType: {
    means: 'The value of a typed setting is of another type than the setting takes.',
    fix: 'Write it as SETTINGS.md says.',
  },
  SettingValueMalformed: {
    means: 'The text has not the form that the setting takes, such as a duration or a quantity.',
    fix: 'Write it as SETTINGS.md says.',
  },
  SettingValueUnknown: {
    means: 'The setting takes one of a few values, and this is none of them.',
    fix: 'Use one of the values that the message names.',
  },
  SettingOutOfRange: {
    means: 'The number or the duration is outside of what Dapr accepts in this version.',
    fix: 'Stay in the range that the message names.',
  },
  SettingNull: {
    means: 'A typed setting is null. It is stated with a value or not at all.',
    fix: 'Leave it out; to clear a default of the chart, write \'null\' in `configurationSettings`.',
  },
  SettingListEmpty: {
    means: 'Helm\'s `--set`, through which Azure passes settings on, has no spelling for an empty list.',
    fix: 'Leave the list out.',
  },
  SettingObjectEmpty: {
    means: 'Helm\'s `--set`, through which Azure passes settings on, has no spelling for an empty object.',
    fix: 'Leave the object out, or state a member of it.',
  },
  SettingNameEmpty: {
    means: 'A name in a map of settings is empty.',
    fix: 'Remove the entry.',
  },
  SettingNameToken: {
    means: 'A name in a map of settings is known to Terraform alone, but it becomes part of a key.',
    fix: 'Write the name in the code.',
  },
  SettingNumberInexact: {
    means: 'The number is too large to be exact, or needs an exponent, which Helm takes for text.',
    fix: 'Use a number that can be written in digits.',
  },
  SettingReadsAsOther: {
    means: 'The text reads as a number, a boolean or null. Helm\'s `--set` would make it one where Kubernetes wants text.',
    fix: 'Use another text; for a toleration, `operator: TolerationOperator.EXISTS` needs no value.',
  },
  SettingToken: {
    means: 'A value that only Terraform knows stands where synth has to know it.',
    fix: 'Write the value in the code, or pass the setting through `configurationSettings`.',
  },
  SettingTooDeep: {
    means: 'The key has more levels than Helm\'s `--set` reads.',
    fix: 'Use a flatter object.',
  },
  SettingsConflict: {
    means: 'Settings that are right one by one fail together: in the chart, in Dapr or in Kubernetes.',
    fix: 'Change one of them, as the message says.',
  },
  PresetRefusesAutoUpgrade: {
    means: 'The preset for production was asked for together with automatic upgrades, stated or by default.',
    fix: 'Pin `version`.',
  },
  PresetRefusesTrain: {
    means: 'The preset for production was asked for together with the train of early releases.',
    fix: 'Leave `releaseTrain` out.',
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
