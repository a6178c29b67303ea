/**
 * How long Terraform waits for Azure, each as a duration of Terraform such as `45m` or `1h30m`.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster_extension#timeouts
 */
export interface DaprExtensionTimeouts {
  /**
   * How long the installation of Dapr may take.
   *
   * @default - the provider's: 30 minutes
   */
  readonly create?: string;

  /**
   * How long reading the extension may take.
   *
   * @default - the provider's: 5 minutes
   */
  readonly read?: string;

  /**
   * How long a change of the settings may take.
   *
   * @default - the provider's: 30 minutes
   */
  readonly update?: string;

  /**
   * How long the removal of Dapr may take.
   *
   * @default - the provider's: 30 minutes
   */
  readonly delete?: string;
}
