package main

import (
	"github.com/aws/jsii-runtime-go"
	"github.com/cdktf/cdktf-provider-azurerm-go/azurerm/v14/kubernetesclusterextension"
	azurerm "github.com/cdktf/cdktf-provider-azurerm-go/azurerm/v14/provider"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

const cluster = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/myResourceGroup/providers/Microsoft.ContainerService/managedClusters/myAKSCluster"

func main() {
	defer jsii.Close()
	app := cdktf.NewApp(nil)
	stack := cdktf.NewTerraformStack(app, jsii.String("hello"))
	azurerm.NewAzurermProvider(stack, jsii.String("azurerm"), &azurerm.AzurermProviderConfig{Features: []azurerm.AzurermProviderFeatures{{}}})
	kubernetesclusterextension.NewKubernetesClusterExtension(stack, jsii.String("Dapr"),
		&kubernetesclusterextension.KubernetesClusterExtensionConfig{
			ClusterId:     jsii.String(cluster),
			Name:          jsii.String("dapr"),
			ExtensionType: jsii.String("microsoft.dapr"),
		})
	app.Synth()
}
