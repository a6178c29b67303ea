from cdktf import App, TerraformStack
from cdktf_cdktf_provider_azurerm.kubernetes_cluster_extension import KubernetesClusterExtension
from cdktf_cdktf_provider_azurerm.provider import AzurermProvider, AzurermProviderFeatures

CLUSTER = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/myResourceGroup/providers/Microsoft.ContainerService/managedClusters/myAKSCluster"

app = App()
stack = TerraformStack(app, "hello")
AzurermProvider(stack, "azurerm", features=[AzurermProviderFeatures()])
KubernetesClusterExtension(stack, "Dapr", cluster_id=CLUSTER, name="dapr", extension_type="microsoft.dapr")
app.synth()
