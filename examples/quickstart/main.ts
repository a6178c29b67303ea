import { DataAzurermKubernetesCluster } from '@cdktf/provider-azurerm/lib/data-azurerm-kubernetes-cluster';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, LocalBackend, TerraformStack } from 'cdktf';
import { DaprCluster, DaprExtension } from 'cdktf-azure-dapr';

const app = new App();
const stack = new TerraformStack(app, 'quickstart');
new LocalBackend(stack, { path: 'terraform.quickstart.tfstate' });
new AzurermProvider(stack, 'azurerm', { features: [{}] });

const aks = new DataAzurermKubernetesCluster(stack, 'Aks', { resourceGroupName: 'myResourceGroup', name: 'myAKSCluster' });

new DaprExtension(stack, 'Dapr', {
  cluster: DaprCluster.aks(aks.id),
  autoUpgradeMinorVersion: true,
});

app.synth();
