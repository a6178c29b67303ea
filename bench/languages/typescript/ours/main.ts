import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { DaprCluster, DaprExtension } from 'cdktf-azure-dapr';

const CLUSTER = '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/myResourceGroup/providers/Microsoft.ContainerService/managedClusters/myAKSCluster';

const app = new App();
const stack = new TerraformStack(app, 'hello');
new AzurermProvider(stack, 'azurerm', { features: [{}] });
new DaprExtension(stack, 'Dapr', { cluster: DaprCluster.aks(CLUSTER), autoUpgradeMinorVersion: true });
app.synth();
