"""What test/languages/typescript/main.ts says, in Python: it must write the same JSON, to the byte."""

from cdktf import App, LocalBackend, TerraformOutput, TerraformStack, TerraformVariable, Token
from cdktf_azure_dapr import (
    AzapiProvider, DaprCluster, DaprEngine, DaprExtension, DaprExtensionTimeouts, DaprGlobalHaSettings, DaprGlobalMtlsSettings,
    DaprOperatorSettings, DaprPreset, DaprSchedulerClusterSettings, DaprSchedulerSettings, DaprSentrySettings, DaprSentryTlsIssuerSettings,
    DaprSentryTlsRootSettings, DaprSentryTlsSettings, DaprSettings, DaprSidecarInjectorSettings, DaprToleration, DaprWarnings, LogLevel,
    ProviderRegistration, ReleaseTrain, TolerationEffect, TolerationOperator, WebhookFailurePolicy,
)
from cdktf_cdktf_provider_azurerm.data_azurerm_kubernetes_cluster import DataAzurermKubernetesCluster
from cdktf_cdktf_provider_azurerm.provider import AzurermProvider, AzurermProviderFeatures

SUBSCRIPTION = "00000000-0000-0000-0000-000000000001"

app = App()


def new_stack(name: str) -> TerraformStack:
    stack = TerraformStack(app, name)
    LocalBackend(stack, path=f"terraform.{name}.tfstate")
    return stack


def cluster_named(cluster_name: str) -> DaprCluster:
    return DaprCluster.aks_by_name(subscription_id=SUBSCRIPTION, resource_group_name="myResourceGroup", cluster_name=cluster_name)


def quickstart() -> None:
    stack = new_stack("quickstart")
    AzurermProvider(stack, "azurerm", features=[AzurermProviderFeatures()])
    aks = DataAzurermKubernetesCluster(stack, "Aks", resource_group_name="myResourceGroup", name="myAKSCluster")
    DaprExtension(stack, "Dapr", cluster=DaprCluster.aks(aks.id), auto_upgrade_minor_version=True)


def production() -> None:
    stack = new_stack("production")
    AzurermProvider(stack, "azurerm", features=[AzurermProviderFeatures()])
    cluster_id = TerraformVariable(stack, "cluster_id", type="string")
    issuer_key = TerraformVariable(stack, "issuer_key", type="string", sensitive=True)
    issuer_cert = TerraformVariable(stack, "issuer_cert", type="string")
    root_cert = TerraformVariable(stack, "root_cert", type="string")

    dapr = DaprExtension(stack, "Dapr",
        cluster=DaprCluster.aks(cluster_id.string_value),
        version="1.17.13",
        preset=DaprPreset.PRODUCTION,
        settings=DaprSettings(
            tolerations=[DaprToleration(
                key="CriticalAddonsOnly", operator=TolerationOperator.EXISTS, effect=TolerationEffect.NO_SCHEDULE,
            )],
            node_selector={"kubernetes.azure.com/mode": "system"},
            mtls=DaprGlobalMtlsSettings(workload_cert_ttl="12h"),
            dapr_operator=DaprOperatorSettings(log_level=LogLevel.WARN),
            dapr_scheduler=DaprSchedulerSettings(cluster=DaprSchedulerClusterSettings(storage_class_name="managed-csi-zrs")),
            dapr_sidecar_injector=DaprSidecarInjectorSettings(
                webhook_failure_policy=WebhookFailurePolicy.FAIL,
                sidecar_run_as_user=1000,
                sidecar_read_only_root_filesystem=True,
                allowed_service_accounts=["tools:deployer", "tools:tester"],
                object_selector={"matchLabels": {"team": "shop"}},
            ),
            dapr_sentry=DaprSentrySettings(tls=DaprSentryTlsSettings(
                root=DaprSentryTlsRootSettings(cert_pem=root_cert.string_value),
                issuer=DaprSentryTlsIssuerSettings(cert_pem=issuer_cert.string_value, key_pem=issuer_key.string_value),
            )),
        ),
        configuration_settings={"dapr_operator.watchInterval": "3m"},
        prevent_destroy=True,
        timeouts=DaprExtensionTimeouts(create="45m"),
    )
    DaprWarnings.of(dapr).acknowledge("VersionChangeReplaces", "upgrades are planned as an outage")

    TerraformOutput(stack, "dapr_version", value=dapr.current_version)


def azapi() -> None:
    stack = new_stack("azapi")
    AzapiProvider(stack, "azapi", subscription_id=SUBSCRIPTION)
    password = TerraformVariable(stack, "etcd_password", type="string", sensitive=True)
    dapr = DaprExtension(stack, "Dapr",
        cluster=cluster_named("myAKSCluster"),
        engine=DaprEngine.AZAPI,
        version="1.17.13",
        settings=DaprSettings(
            ha=DaprGlobalHaSettings(replica_count=5),
            dapr_scheduler=DaprSchedulerSettings(
                etcd_embed=False,
                etcd_client_endpoints=["etcd-0:2379", "etcd-1:2379"],
                etcd_client_username="dapr",
                etcd_client_password=password.string_value,
            ),
        ),
    )
    TerraformOutput(stack, "principal_id", value=dapr.principal_id)


def registration() -> None:
    on_provider = new_stack("on-provider")
    azurerm = AzurermProvider(on_provider, "azurerm", features=[AzurermProviderFeatures()], subscription_id=SUBSCRIPTION)
    DaprExtension(on_provider, "Dapr",
        cluster=DaprCluster.arc_by_name(subscription_id=SUBSCRIPTION, resource_group_name="myResourceGroup", cluster_name="myArcCluster"),
        auto_upgrade_minor_version=True,
        registration=ProviderRegistration.on_provider(azurerm),
    )

    as_resource = new_stack("as-resource")
    AzurermProvider(as_resource, "azurerm", features=[AzurermProviderFeatures()])
    DaprWarnings.of(as_resource).acknowledge("RegistrationIsPerSubscription", "this stack owns the subscription")
    DaprExtension(as_resource, "Dapr",
        cluster=cluster_named("myAKSCluster"),
        auto_upgrade_minor_version=True,
        release_train=ReleaseTrain.DEV,
        registration=ProviderRegistration.as_resource(),
    )


def warnings() -> None:
    stack = new_stack("warnings")
    AzurermProvider(stack, "azurerm", features=[AzurermProviderFeatures()])
    DaprExtension(stack, "Loud", cluster=cluster_named("loud"), version="1.17.13")
    quiet = DaprExtension(stack, "Quiet", cluster=cluster_named("quiet"), version="1.17.13")
    DaprWarnings.of(quiet).acknowledge("VersionChangeReplaces", "upgrades are planned as an outage")


def tokens() -> None:
    stack = new_stack("tokens")
    AzurermProvider(stack, "azurerm", features=[AzurermProviderFeatures()])
    name = TerraformVariable(stack, "name", type="string")
    replicas = TerraformVariable(stack, "replicas", type="number")
    secrets = TerraformVariable(stack, "secrets", type="map(string)", sensitive=True)
    # Structs may be written as plain dicts, too.
    DaprExtension(stack, "Dapr",
        cluster=cluster_named(name.string_value),
        auto_upgrade_minor_version=True,
        name=name.string_value,
        settings={
            "dns_suffix": name.string_value,
            "ha": {"replica_count": replicas.number_value},
            "image_pull_secrets": [name.string_value, "fixed"],
            "node_selector": {"pool": name.string_value},
        },
        configuration_settings={"dapr_operator.watchNamespace": f"team-{name.string_value}"},
        configuration_protected_settings=Token.as_string_map(secrets.value),
    )


def mistake() -> None:
    stack = new_stack("mistake")
    AzurermProvider(stack, "azurerm", features=[AzurermProviderFeatures()])
    try:
        DaprExtension(stack, "Dapr",
            cluster=cluster_named("myAKSCluster"),
            version="1.17.13",
            auto_upgrade_minor_version=True,
        )
    except RuntimeError as error:
        with open("error.txt", "w", encoding="utf-8") as file:
            file.write(str(error))


quickstart()
production()
azapi()
registration()
warnings()
tokens()
mistake()
app.synth()
