from cdktf import App, TerraformStack
from cdktf_azure_dapr import DaprCluster, DaprExtension
from cdktf_cdktf_provider_azurerm.provider import AzurermProvider, AzurermProviderFeatures

CLUSTER = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/myResourceGroup/providers/Microsoft.ContainerService/managedClusters/myAKSCluster"

app = App()
stack = TerraformStack(app, "hello")
AzurermProvider(stack, "azurerm", features=[AzurermProviderFeatures()])
DaprExtension(stack, "Dapr", cluster=DaprCluster.aks(CLUSTER), auto_upgrade_minor_version=True)
app.synth()
