// Package main says what test/languages/typescript/main.ts says, in Go: it must write the same JSON, to the byte.
package main

import (
	"fmt"
	"os"

	"github.com/aws/jsii-runtime-go"
	dapr "github.com/cdktf-azure-dapr/cdktf-azure-dapr-go/cdktfazuredapr"
	"github.com/cdktf/cdktf-provider-azurerm-go/azurerm/v14/dataazurermkubernetescluster"
	azurerm "github.com/cdktf/cdktf-provider-azurerm-go/azurerm/v14/provider"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

const subscription = "00000000-0000-0000-0000-000000000001"

var app = cdktf.NewApp(nil)

func newStack(name string) cdktf.TerraformStack {
	stack := cdktf.NewTerraformStack(app, &name)
	cdktf.NewLocalBackend(stack, &cdktf.LocalBackendConfig{Path: jsii.String("terraform." + name + ".tfstate")})
	return stack
}

func newAzurerm(stack cdktf.TerraformStack) azurerm.AzurermProvider {
	return azurerm.NewAzurermProvider(stack, jsii.String("azurerm"), &azurerm.AzurermProviderConfig{
		Features: []azurerm.AzurermProviderFeatures{{}},
	})
}

func named(clusterName *string) *dapr.ClusterByNameProps {
	return &dapr.ClusterByNameProps{
		SubscriptionId:    jsii.String(subscription),
		ResourceGroupName: jsii.String("myResourceGroup"),
		ClusterName:       clusterName,
	}
}

func variable(stack cdktf.TerraformStack, name string, kind string) cdktf.TerraformVariable {
	return cdktf.NewTerraformVariable(stack, &name, &cdktf.TerraformVariableConfig{Type: &kind})
}

func secret(stack cdktf.TerraformStack, name string, kind string) cdktf.TerraformVariable {
	return cdktf.NewTerraformVariable(stack, &name, &cdktf.TerraformVariableConfig{Type: &kind, Sensitive: jsii.Bool(true)})
}

func quickstart() {
	stack := newStack("quickstart")
	newAzurerm(stack)
	aks := dataazurermkubernetescluster.NewDataAzurermKubernetesCluster(stack, jsii.String("Aks"),
		&dataazurermkubernetescluster.DataAzurermKubernetesClusterConfig{
			ResourceGroupName: jsii.String("myResourceGroup"),
			Name:              jsii.String("myAKSCluster"),
		})
	dapr.NewDaprExtension(stack, jsii.String("Dapr"), &dapr.DaprExtensionProps{
		Cluster:                 dapr.DaprCluster_Aks(aks.Id()),
		AutoUpgradeMinorVersion: jsii.Bool(true),
	})
}

func production() {
	stack := newStack("production")
	newAzurerm(stack)
	clusterId := variable(stack, "cluster_id", "string")
	issuerKey := secret(stack, "issuer_key", "string")
	issuerCert := variable(stack, "issuer_cert", "string")
	rootCert := variable(stack, "root_cert", "string")

	extension := dapr.NewDaprExtension(stack, jsii.String("Dapr"), &dapr.DaprExtensionProps{
		Cluster: dapr.DaprCluster_Aks(clusterId.StringValue()),
		Version: jsii.String("1.17.13"),
		Preset:  dapr.DaprPreset_PRODUCTION(),
		Settings: &dapr.DaprSettings{
			Tolerations: &[]*dapr.DaprToleration{{
				Key:      jsii.String("CriticalAddonsOnly"),
				Operator: dapr.TolerationOperator_EXISTS,
				Effect:   dapr.TolerationEffect_NO_SCHEDULE,
			}},
			NodeSelector: &map[string]*string{"kubernetes.azure.com/mode": jsii.String("system")},
			Mtls:         &dapr.DaprGlobalMtlsSettings{WorkloadCertTTL: jsii.String("12h")},
			DaprOperator: &dapr.DaprOperatorSettings{LogLevel: dapr.LogLevel_WARN},
			DaprScheduler: &dapr.DaprSchedulerSettings{
				Cluster: &dapr.DaprSchedulerClusterSettings{StorageClassName: jsii.String("managed-csi-zrs")},
			},
			DaprSidecarInjector: &dapr.DaprSidecarInjectorSettings{
				WebhookFailurePolicy:          dapr.WebhookFailurePolicy_FAIL,
				SidecarRunAsUser:              jsii.Number(1000),
				SidecarReadOnlyRootFilesystem: jsii.Bool(true),
				AllowedServiceAccounts:        jsii.Strings("tools:deployer", "tools:tester"),
				ObjectSelector:                &map[string]interface{}{"matchLabels": map[string]string{"team": "shop"}},
			},
			DaprSentry: &dapr.DaprSentrySettings{
				Tls: &dapr.DaprSentryTlsSettings{
					Root:   &dapr.DaprSentryTlsRootSettings{CertPEM: rootCert.StringValue()},
					Issuer: &dapr.DaprSentryTlsIssuerSettings{CertPEM: issuerCert.StringValue(), KeyPEM: issuerKey.StringValue()},
				},
			},
		},
		ConfigurationSettings: &map[string]*string{"dapr_operator.watchInterval": jsii.String("3m")},
		PreventDestroy:        jsii.Bool(true),
		Timeouts:              &dapr.DaprExtensionTimeouts{Create: jsii.String("45m")},
	})
	dapr.DaprWarnings_Of(extension).Acknowledge(jsii.String("VersionChangeReplaces"), jsii.String("upgrades are planned as an outage"))

	cdktf.NewTerraformOutput(stack, jsii.String("dapr_version"), &cdktf.TerraformOutputConfig{Value: extension.CurrentVersion()})
}

func azapi() {
	stack := newStack("azapi")
	dapr.NewAzapiProvider(stack, jsii.String("azapi"), &dapr.AzapiProviderProps{SubscriptionId: jsii.String(subscription)})
	password := secret(stack, "etcd_password", "string")
	extension := dapr.NewDaprExtension(stack, jsii.String("Dapr"), &dapr.DaprExtensionProps{
		Cluster: dapr.DaprCluster_AksByName(named(jsii.String("myAKSCluster"))),
		Engine:  dapr.DaprEngine_AZAPI,
		Version: jsii.String("1.17.13"),
		Settings: &dapr.DaprSettings{
			Ha: &dapr.DaprGlobalHaSettings{ReplicaCount: jsii.Number(5)},
			DaprScheduler: &dapr.DaprSchedulerSettings{
				EtcdEmbed:           jsii.Bool(false),
				EtcdClientEndpoints: jsii.Strings("etcd-0:2379", "etcd-1:2379"),
				EtcdClientUsername:  jsii.String("dapr"),
				EtcdClientPassword:  password.StringValue(),
			},
		},
	})
	cdktf.NewTerraformOutput(stack, jsii.String("principal_id"), &cdktf.TerraformOutputConfig{Value: extension.PrincipalId()})
}

func registration() {
	onProvider := newStack("on-provider")
	provider := azurerm.NewAzurermProvider(onProvider, jsii.String("azurerm"), &azurerm.AzurermProviderConfig{
		Features:       []azurerm.AzurermProviderFeatures{{}},
		SubscriptionId: jsii.String(subscription),
	})
	dapr.NewDaprExtension(onProvider, jsii.String("Dapr"), &dapr.DaprExtensionProps{
		Cluster:                 dapr.DaprCluster_ArcByName(named(jsii.String("myArcCluster"))),
		AutoUpgradeMinorVersion: jsii.Bool(true),
		Registration:            dapr.ProviderRegistration_OnProvider(provider),
	})

	asResource := newStack("as-resource")
	newAzurerm(asResource)
	dapr.DaprWarnings_Of(asResource).Acknowledge(jsii.String("RegistrationIsPerSubscription"), jsii.String("this stack owns the subscription"))
	dapr.NewDaprExtension(asResource, jsii.String("Dapr"), &dapr.DaprExtensionProps{
		Cluster:                 dapr.DaprCluster_AksByName(named(jsii.String("myAKSCluster"))),
		AutoUpgradeMinorVersion: jsii.Bool(true),
		ReleaseTrain:            dapr.ReleaseTrain_DEV(),
		Registration:            dapr.ProviderRegistration_AsResource(nil),
	})
}

func warnings() {
	stack := newStack("warnings")
	newAzurerm(stack)
	extension := func(id, clusterName string) dapr.DaprExtension {
		return dapr.NewDaprExtension(stack, &id, &dapr.DaprExtensionProps{
			Cluster: dapr.DaprCluster_AksByName(named(&clusterName)),
			Version: jsii.String("1.17.13"),
		})
	}
	extension("Loud", "loud")
	quiet := extension("Quiet", "quiet")
	dapr.DaprWarnings_Of(quiet).Acknowledge(jsii.String("VersionChangeReplaces"), jsii.String("upgrades are planned as an outage"))
}

func tokens() {
	stack := newStack("tokens")
	newAzurerm(stack)
	name := variable(stack, "name", "string")
	replicas := variable(stack, "replicas", "number")
	secrets := secret(stack, "secrets", "map(string)")
	dapr.NewDaprExtension(stack, jsii.String("Dapr"), &dapr.DaprExtensionProps{
		Cluster:                 dapr.DaprCluster_AksByName(named(name.StringValue())),
		AutoUpgradeMinorVersion: jsii.Bool(true),
		Name:                    name.StringValue(),
		Settings: &dapr.DaprSettings{
			DnsSuffix:        name.StringValue(),
			Ha:               &dapr.DaprGlobalHaSettings{ReplicaCount: replicas.NumberValue()},
			ImagePullSecrets: &[]*string{name.StringValue(), jsii.String("fixed")},
			NodeSelector:     &map[string]*string{"pool": name.StringValue()},
		},
		ConfigurationSettings:          &map[string]*string{"dapr_operator.watchNamespace": jsii.String("team-" + *name.StringValue())},
		ConfigurationProtectedSettings: cdktf.Token_AsStringMap(secrets.Value(), nil),
	})
}

func mistake() {
	stack := newStack("mistake")
	newAzurerm(stack)
	defer func() {
		if problem := recover(); problem != nil {
			check(os.WriteFile("error.txt", []byte(fmt.Sprint(problem)), 0o644))
		}
	}()
	dapr.NewDaprExtension(stack, jsii.String("Dapr"), &dapr.DaprExtensionProps{
		Cluster:                 dapr.DaprCluster_AksByName(named(jsii.String("myAKSCluster"))),
		Version:                 jsii.String("1.17.13"),
		AutoUpgradeMinorVersion: jsii.Bool(true),
	})
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	defer jsii.Close()
	quickstart()
	production()
	azapi()
	registration()
	warnings()
	tokens()
	mistake()
	app.Synth()
}
