from cdktf import App, LocalBackend, TerraformStack
from cdktf_azure_dapr import DaprCluster, DaprExtension
from cdktf_cdktf_provider_azurerm.data_azurerm_kubernetes_cluster import DataAzurermKubernetesCluster
from cdktf_cdktf_provider_azurerm.provider import AzurermProvider, AzurermProviderFeatures

app = App()
stack = TerraformStack(app, "quickstart")
LocalBackend(stack, path="terraform.quickstart.tfstate")
AzurermProvider(stack, "azurerm", features=[AzurermProviderFeatures()])

aks = DataAzurermKubernetesCluster(stack, "Aks", resource_group_name="myResourceGroup", name="myAKSCluster")

DaprExtension(stack, "Dapr",
    cluster=DaprCluster.aks(aks.id),
    auto_upgrade_minor_version=True,
)

app.synth()
