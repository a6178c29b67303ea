// What test/languages/typescript/main.ts says, in C#: it must write the same JSON, to the byte.
using System;
using System.Collections.Generic;
using System.IO;
using CdktfAzureDapr;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Azurerm.DataAzurermKubernetesCluster;
using HashiCorp.Cdktf.Providers.Azurerm.Provider;

const string Subscription = "00000000-0000-0000-0000-000000000001";

var app = new App();
Quickstart();
Production();
Azapi();
Registration();
Warnings();
Tokens();
Mistake();
app.Synth();

TerraformStack NewStack(string name)
{
    var stack = new TerraformStack(app, name);
    new LocalBackend(stack, new LocalBackendConfig { Path = $"terraform.{name}.tfstate" });
    return stack;
}

AzurermProvider NewAzurerm(TerraformStack stack, string? subscription = null)
{
    return new AzurermProvider(stack, "azurerm", new AzurermProviderConfig
    {
        Features = new[] { new AzurermProviderFeatures() },
        SubscriptionId = subscription,
    });
}

ClusterByNameProps Named(string clusterName)
{
    return new ClusterByNameProps { SubscriptionId = Subscription, ResourceGroupName = "myResourceGroup", ClusterName = clusterName };
}

TerraformVariable Variable(TerraformStack stack, string name, string type)
{
    return new TerraformVariable(stack, name, new TerraformVariableConfig { Type = type });
}

TerraformVariable Secret(TerraformStack stack, string name, string type)
{
    return new TerraformVariable(stack, name, new TerraformVariableConfig { Type = type, Sensitive = true });
}

void Quickstart()
{
    var stack = new TerraformStack(app, "quickstart");
    new LocalBackend(stack, new LocalBackendConfig { Path = "terraform.quickstart.tfstate" });
    new AzurermProvider(stack, "azurerm", new AzurermProviderConfig { Features = new[] { new AzurermProviderFeatures() } });

    var aks = new DataAzurermKubernetesCluster(stack, "Aks", new DataAzurermKubernetesClusterConfig
    {
        ResourceGroupName = "myResourceGroup",
        Name = "myAKSCluster",
    });

    new DaprExtension(stack, "Dapr", new DaprExtensionProps
    {
        Cluster = DaprCluster.Aks(aks.Id),
        AutoUpgradeMinorVersion = true,
    });
}

void Production()
{
    var stack = NewStack("production");
    NewAzurerm(stack);
    var clusterId = Variable(stack, "cluster_id", "string");
    var issuerKey = Secret(stack, "issuer_key", "string");
    var issuerCert = Variable(stack, "issuer_cert", "string");
    var rootCert = Variable(stack, "root_cert", "string");

    var dapr = new DaprExtension(stack, "Dapr", new DaprExtensionProps
    {
        Cluster = DaprCluster.Aks(clusterId.StringValue),
        Version = "1.17.13",
        Preset = DaprPreset.PRODUCTION,
        Settings = new DaprSettings
        {
            Tolerations = new[]
            {
                new DaprToleration { Key = "CriticalAddonsOnly", Operator = TolerationOperator.EXISTS, Effect = TolerationEffect.NO_SCHEDULE },
            },
            NodeSelector = new Dictionary<string, string> { ["kubernetes.azure.com/mode"] = "system" },
            Mtls = new DaprGlobalMtlsSettings { WorkloadCertTTL = "12h" },
            DaprOperator = new DaprOperatorSettings { LogLevel = LogLevel.WARN },
            DaprScheduler = new DaprSchedulerSettings { Cluster = new DaprSchedulerClusterSettings { StorageClassName = "managed-csi-zrs" } },
            DaprSidecarInjector = new DaprSidecarInjectorSettings
            {
                WebhookFailurePolicy = WebhookFailurePolicy.FAIL,
                SidecarRunAsUser = 1000,
                SidecarReadOnlyRootFilesystem = true,
                AllowedServiceAccounts = new[] { "tools:deployer", "tools:tester" },
                ObjectSelector = new Dictionary<string, object> { ["matchLabels"] = new Dictionary<string, object> { ["team"] = "shop" } },
            },
            DaprSentry = new DaprSentrySettings
            {
                Tls = new DaprSentryTlsSettings
                {
                    Root = new DaprSentryTlsRootSettings { CertPEM = rootCert.StringValue },
                    Issuer = new DaprSentryTlsIssuerSettings { CertPEM = issuerCert.StringValue, KeyPEM = issuerKey.StringValue },
                },
            },
        },
        ConfigurationSettings = new Dictionary<string, string> { ["dapr_operator.watchInterval"] = "3m" },
        PreventDestroy = true,
        Timeouts = new DaprExtensionTimeouts { Create = "45m" },
    });
    DaprWarnings.Of(dapr).Acknowledge("VersionChangeReplaces", "upgrades are planned as an outage");

    new TerraformOutput(stack, "dapr_version", new TerraformOutputConfig { Value = dapr.CurrentVersion });
}

void Azapi()
{
    var stack = NewStack("azapi");
    new AzapiProvider(stack, "azapi", new AzapiProviderProps { SubscriptionId = Subscription });
    var password = Secret(stack, "etcd_password", "string");
    var dapr = new DaprExtension(stack, "Dapr", new DaprExtensionProps
    {
        Cluster = DaprCluster.AksByName(Named("myAKSCluster")),
        Engine = DaprEngine.AZAPI,
        Version = "1.17.13",
        Settings = new DaprSettings
        {
            Ha = new DaprGlobalHaSettings { ReplicaCount = 5 },
            DaprScheduler = new DaprSchedulerSettings
            {
                EtcdEmbed = false,
                EtcdClientEndpoints = new[] { "etcd-0:2379", "etcd-1:2379" },
                EtcdClientUsername = "dapr",
                EtcdClientPassword = password.StringValue,
            },
        },
    });
    new TerraformOutput(stack, "principal_id", new TerraformOutputConfig { Value = dapr.PrincipalId });
}

void Registration()
{
    var onProvider = NewStack("on-provider");
    var azurerm = NewAzurerm(onProvider, Subscription);
    new DaprExtension(onProvider, "Dapr", new DaprExtensionProps
    {
        Cluster = DaprCluster.ArcByName(Named("myArcCluster")),
        AutoUpgradeMinorVersion = true,
        Registration = ProviderRegistration.OnProvider(azurerm),
    });

    var asResource = NewStack("as-resource");
    NewAzurerm(asResource);
    DaprWarnings.Of(asResource).Acknowledge("RegistrationIsPerSubscription", "this stack owns the subscription");
    new DaprExtension(asResource, "Dapr", new DaprExtensionProps
    {
        Cluster = DaprCluster.AksByName(Named("myAKSCluster")),
        AutoUpgradeMinorVersion = true,
        ReleaseTrain = ReleaseTrain.DEV,
        Registration = ProviderRegistration.AsResource(),
    });
}

void Warnings()
{
    var stack = NewStack("warnings");
    NewAzurerm(stack);
    new DaprExtension(stack, "Loud", new DaprExtensionProps { Cluster = DaprCluster.AksByName(Named("loud")), Version = "1.17.13" });
    var quiet = new DaprExtension(stack, "Quiet", new DaprExtensionProps { Cluster = DaprCluster.AksByName(Named("quiet")), Version = "1.17.13" });
    DaprWarnings.Of(quiet).Acknowledge("VersionChangeReplaces", "upgrades are planned as an outage");
}

void Tokens()
{
    var stack = NewStack("tokens");
    NewAzurerm(stack);
    var name = Variable(stack, "name", "string");
    var replicas = Variable(stack, "replicas", "number");
    var secrets = Secret(stack, "secrets", "map(string)");
    new DaprExtension(stack, "Dapr", new DaprExtensionProps
    {
        Cluster = DaprCluster.AksByName(Named(name.StringValue)),
        AutoUpgradeMinorVersion = true,
        Name = name.StringValue,
        Settings = new DaprSettings
        {
            DnsSuffix = name.StringValue,
            Ha = new DaprGlobalHaSettings { ReplicaCount = replicas.NumberValue },
            ImagePullSecrets = new[] { name.StringValue, "fixed" },
            NodeSelector = new Dictionary<string, string> { ["pool"] = name.StringValue },
        },
        ConfigurationSettings = new Dictionary<string, string> { ["dapr_operator.watchNamespace"] = $"team-{name.StringValue}" },
        ConfigurationProtectedSettings = Token.AsStringMap(secrets.Value),
    });
}

void Mistake()
{
    var stack = NewStack("mistake");
    NewAzurerm(stack);
    try
    {
        new DaprExtension(stack, "Dapr", new DaprExtensionProps
        {
            Cluster = DaprCluster.AksByName(Named("myAKSCluster")),
            Version = "1.17.13",
            AutoUpgradeMinorVersion = true,
        });
    }
    catch (Exception error)
    {
        File.WriteAllText("error.txt", error.Message);
    }
}
