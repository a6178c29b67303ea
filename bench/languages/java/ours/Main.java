import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProvider;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProviderFeatures;
import io.github.cdktfazuredapr.DaprCluster;
import io.github.cdktfazuredapr.DaprExtension;
import java.util.List;

public class Main {
  private static final String CLUSTER =
      "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/myResourceGroup/providers/Microsoft.ContainerService/managedClusters/myAKSCluster";

  public static void main(String[] args) {
    App app = new App();
    TerraformStack stack = new TerraformStack(app, "hello");
    AzurermProvider.Builder.create(stack, "azurerm").features(List.of(AzurermProviderFeatures.builder().build())).build();
    DaprExtension.Builder.create(stack, "Dapr").cluster(DaprCluster.aks(CLUSTER)).autoUpgradeMinorVersion(true).build();
    app.synth();
  }
}
