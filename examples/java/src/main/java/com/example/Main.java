package com.example;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.LocalBackend;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.azurerm.data_azurerm_kubernetes_cluster.DataAzurermKubernetesCluster;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProvider;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProviderFeatures;
import io.github.cdktfazuredapr.DaprCluster;
import io.github.cdktfazuredapr.DaprExtension;
import java.util.List;

public class Main {
  public static void main(String[] args) {
    App app = new App();
    TerraformStack stack = new TerraformStack(app, "quickstart");
    LocalBackend.Builder.create(stack).path("terraform.quickstart.tfstate").build();
    AzurermProvider.Builder.create(stack, "azurerm").features(List.of(AzurermProviderFeatures.builder().build())).build();

    DataAzurermKubernetesCluster aks = DataAzurermKubernetesCluster.Builder.create(stack, "Aks")
        .resourceGroupName("myResourceGroup")
        .name("myAKSCluster")
        .build();

    DaprExtension.Builder.create(stack, "Dapr")
        .cluster(DaprCluster.aks(aks.getId()))
        .autoUpgradeMinorVersion(true)
        .build();

    app.synth();
  }
}
