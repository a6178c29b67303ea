/**
 * The Terraform provider through which the extension is managed.
 */
export enum DaprEngine {
  /**
   * `azurerm_kubernetes_cluster_extension` and `azurerm_arc_kubernetes_cluster_extension` of the
   * [azurerm provider](https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster_extension).
   * A change of the version deletes Dapr and creates it anew.
   */
  AZURERM = 'azurerm',
}
