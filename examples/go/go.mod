module example.com/quickstart

go 1.25

require (
	github.com/aws/jsii-runtime-go v1.140.0
	github.com/cdktf-azure-dapr/cdktf-azure-dapr-go/cdktfazuredapr v0.0.0
	github.com/cdktf/cdktf-provider-azurerm-go/azurerm/v14 v14.23.1
	github.com/hashicorp/terraform-cdk-go/cdktf v0.21.0
)
