import { KubernetesClusterExtension } from '@cdktf/provider-azurerm/lib/kubernetes-cluster-extension';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, TerraformStack } from 'cdktf';

const CLUSTER = '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/myResourceGroup/providers/Microsoft.ContainerService/managedClusters/myAKSCluster';

const app = new App();
const stack = new TerraformStack(app, 'hello');
new AzurermProvider(stack, 'azurerm', { features: [{}] });
new KubernetesClusterExtension(stack, 'Dapr', { clusterId: CLUSTER, name: 'dapr', extensionType: 'microsoft.dapr' });
app.synth();
