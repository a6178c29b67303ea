import { DaprCluster } from './dapr-cluster';
import { DaprEngine } from './dapr-engine';
import { DaprExtensionTimeouts } from './dapr-extension-timeouts';
import { DaprPreset } from './dapr-preset';
import { ExistingDapr } from './existing-dapr';
import { ITerraformDependable, TerraformProvider } from './private/framework';
import { ProviderRegistration } from './provider-registration';
import { ReleaseTrain } from './release-train';
import { DaprSettings } from './settings/dapr-settings';

/**
 * Options of a Dapr extension. Strings and the values of maps may be tokens.
 */
export interface DaprExtensionProps {
  /**
   * The cluster that Dapr goes to.
   */
  readonly cluster: DaprCluster;

  /**
   * The name of the extension, which is also the name of Dapr's Helm release in the cluster.
   * 1 to 253 letters, digits, `-` and `.`, the first one a letter or digit. A change replaces the extension.
   *
   * @default 'dapr'; with `existingDapr` the name of the Helm release
   * @see https://learn.microsoft.com/azure/aks/dapr#create-the-extension-and-install-dapr-on-your-aks-or-arc-enabled-kubernetes-cluster
   */
  readonly name?: string;

  /**
   * The version of Dapr to install, or to go back to: `MAJOR.MINOR.PATCH`, with `-msft.N` where Microsoft
   * patched it, such as `1.17.13` or `1.14.4-msft.10`. Automatic upgrades are off with it.
   *
   * With the engine AZURERM a change deletes Dapr and creates it anew; AZAPI changes it in place.
   *
   * @default - the newest version of the release train, and automatic upgrades
   * @see https://learn.microsoft.com/azure/aks/dapr#targeting-a-specific-dapr-version
   */
  readonly version?: string;

  /**
   * Whether Azure upgrades Dapr by itself when a new minor version is released. Suitable for development
   * and test only. Azure refuses it together with `version`.
   *
   * @default - true without `version`, false with it
   * @see https://learn.microsoft.com/azure/aks/dapr#configuring-automatic-updates-to-dapr-control-plane
   */
  readonly autoUpgradeMinorVersion?: boolean;

  /**
   * The train of releases that versions come from. On AKS the engine AZURERM takes it only without `version`.
   * With AZURERM a change replaces the extension; AZAPI changes it in place.
   *
   * @default ReleaseTrain.STABLE
   * @see https://learn.microsoft.com/azure/aks/dapr#choosing-a-release-train
   */
  readonly releaseTrain?: ReleaseTrain;

  /**
   * The Kubernetes namespace of the control plane, created where it is missing: 1 to 63 lower-case letters,
   * digits and `-`. A change replaces the extension.
   *
   * @default 'dapr-system'; with `existingDapr` the namespace of the Helm release
   */
  readonly releaseNamespace?: string;

  /**
   * Settings of Dapr, typed: in the tree of Dapr's chart, with the keys of `global.` at the top. Secrets among them go
   * to the protected settings by themselves.
   *
   * @default - the extension's own defaults
   * @see https://github.com/cdktf-azure-dapr/cdktf-azure-dapr/blob/main/SETTINGS.md
   */
  readonly settings?: DaprSettings;

  /**
   * Settings that belong together. What `settings` and the raw maps state wins over it, key by key.
   *
   * @default - none
   */
  readonly preset?: DaprPreset;

  /**
   * Settings of Dapr's chart by their dotted keys, such as `global.logAsJson`. Values are strings in the
   * grammar of Helm's `--set` and pass as they are: a comma within one is written `\,`.
   *
   * @default - the extension's own defaults
   * @see https://learn.microsoft.com/azure/aks/dapr-settings
   */
  readonly configurationSettings?: { [key: string]: string };

  /**
   * Settings that Azure keeps to itself: no answer of it ever holds their values. For private keys and passwords.
   * Keys and values are written as in `configurationSettings`.
   *
   * @default - none
   * @see https://learn.microsoft.com/azure/aks/dapr-settings
   */
  readonly configurationProtectedSettings?: { [key: string]: string };

  /**
   * Whether the extension gets a managed identity of its own. With the engine AZURERM it always has one on Arc,
   * and cannot be given one on AKS.
   *
   * @default - true on Arc, false on AKS
   */
  readonly systemAssignedIdentity?: boolean;

  /**
   * A Dapr that runs in the cluster already, and that the extension takes over.
   *
   * @default - the cluster has no Dapr
   * @see https://learn.microsoft.com/azure/aks/dapr-migration
   */
  readonly existingDapr?: ExistingDapr;

  /**
   * How the subscription gets to know the resource provider `Microsoft.KubernetesConfiguration`.
   *
   * @default ProviderRegistration.assumed()
   */
  readonly registration?: ProviderRegistration;

  /**
   * The Terraform provider through which the extension is managed.
   *
   * @default DaprEngine.AZURERM
   */
  readonly engine?: DaprEngine;

  /**
   * Whether the extension is removed from Azure even where its agent in the cluster does not answer. What runs in the
   * cluster may stay behind. The engine AZAPI only.
   *
   * @default false
   */
  readonly forceDelete?: boolean;

  /**
   * The configuration of the engine's Terraform provider to use, for instance one with an alias.
   *
   * @default - the stack's provider without an alias
   * @see https://developer.hashicorp.com/terraform/language/meta-arguments/resource-provider
   */
  readonly provider?: TerraformProvider;

  /**
   * What must exist before the extension. `node.addDependency(..)` says the same.
   *
   * @default - only what the other properties refer to
   * @see https://developer.hashicorp.com/terraform/language/meta-arguments/depends_on
   */
  readonly dependsOn?: ITerraformDependable[];

  /**
   * How long Terraform waits for Azure.
   *
   * @default - the provider's: 30 minutes, 5 for reading
   */
  readonly timeouts?: DaprExtensionTimeouts;

  /**
   * Whether Terraform refuses every plan that would delete Dapr, a replacement included.
   *
   * @default false
   * @see https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#prevent_destroy
   */
  readonly preventDestroy?: boolean;

  /**
   * Names of properties whose changes in Azure Terraform leaves alone, spelled in camelCase whatever the language: `version`,
   * `configurationSettings` and so on, or `all`.
   *
   * @default - none
   * @see https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#ignore_changes
   */
  readonly ignoreChanges?: string[];
}
