package main

import (
	"github.com/aws/jsii-runtime-go"
	dapr "github.com/cdktf-azure-dapr/cdktf-azure-dapr-go/cdktfazuredapr"
	azurerm "github.com/cdktf/cdktf-provider-azurerm-go/azurerm/v14/provider"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

const cluster = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/myResourceGroup/providers/Microsoft.ContainerService/managedClusters/myAKSCluster"

func main() {
	defer jsii.Close()
	app := cdktf.NewApp(nil)
	stack := cdktf.NewTerraformStack(app, jsii.String("hello"))
	azurerm.NewAzurermProvider(stack, jsii.String("azurerm"), &azurerm.AzurermProviderConfig{Features: []azurerm.AzurermProviderFeatures{{}}})
	dapr.NewDaprExtension(stack, jsii.String("Dapr"), &dapr.DaprExtensionProps{
		Cluster:                 dapr.DaprCluster_Aks(jsii.String(cluster)),
		AutoUpgradeMinorVersion: jsii.Bool(true),
	})
	app.Synth()
}
