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

  /**
   * `azapi_resource` of the [azapi provider](https://registry.terraform.io/providers/Azure/azapi/latest/docs/resources/resource).
   * Says everything that Azure takes, and upgrades and rolls back in place. Needs an `AzapiProvider` in the stack and
   * Terraform 1.8, with protected settings 1.11.
   */
  AZAPI = 'azapi',
}
