package main

import (
	"github.com/aws/jsii-runtime-go"
	dapr "github.com/cdktf-azure-dapr/cdktf-azure-dapr-go/cdktfazuredapr"
	"github.com/cdktf/cdktf-provider-azurerm-go/azurerm/v14/dataazurermkubernetescluster"
	azurerm "github.com/cdktf/cdktf-provider-azurerm-go/azurerm/v14/provider"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func main() {
	defer jsii.Close()

	app := cdktf.NewApp(nil)
	stack := cdktf.NewTerraformStack(app, jsii.String("quickstart"))
	cdktf.NewLocalBackend(stack, &cdktf.LocalBackendConfig{Path: jsii.String("terraform.quickstart.tfstate")})
	azurerm.NewAzurermProvider(stack, jsii.String("azurerm"), &azurerm.AzurermProviderConfig{
		Features: []azurerm.AzurermProviderFeatures{{}},
	})

	aks := dataazurermkubernetescluster.NewDataAzurermKubernetesCluster(stack, jsii.String("Aks"),
		&dataazurermkubernetescluster.DataAzurermKubernetesClusterConfig{
			ResourceGroupName: jsii.String("myResourceGroup"),
			Name:              jsii.String("myAKSCluster"),
		})

	dapr.NewDaprExtension(stack, jsii.String("Dapr"), &dapr.DaprExtensionProps{
		Cluster:                 dapr.DaprCluster_Aks(aks.Id()),
		AutoUpgradeMinorVersion: jsii.Bool(true),
	})

	app.Synth()
}
