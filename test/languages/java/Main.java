import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.LocalBackend;
import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.TerraformVariable;
import com.hashicorp.cdktf.Token;
import com.hashicorp.cdktf.providers.azurerm.data_azurerm_kubernetes_cluster.DataAzurermKubernetesCluster;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProvider;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProviderFeatures;
import io.github.cdktfazuredapr.AzapiProvider;
import io.github.cdktfazuredapr.ClusterByNameProps;
import io.github.cdktfazuredapr.DaprCluster;
import io.github.cdktfazuredapr.DaprEngine;
import io.github.cdktfazuredapr.DaprExtension;
import io.github.cdktfazuredapr.DaprExtensionTimeouts;
import io.github.cdktfazuredapr.DaprGlobalHaSettings;
import io.github.cdktfazuredapr.DaprGlobalMtlsSettings;
import io.github.cdktfazuredapr.DaprOperatorSettings;
import io.github.cdktfazuredapr.DaprPreset;
import io.github.cdktfazuredapr.DaprSchedulerClusterSettings;
import io.github.cdktfazuredapr.DaprSchedulerSettings;
import io.github.cdktfazuredapr.DaprSentrySettings;
import io.github.cdktfazuredapr.DaprSentryTlsIssuerSettings;
import io.github.cdktfazuredapr.DaprSentryTlsRootSettings;
import io.github.cdktfazuredapr.DaprSentryTlsSettings;
import io.github.cdktfazuredapr.DaprSettings;
import io.github.cdktfazuredapr.DaprSidecarInjectorSettings;
import io.github.cdktfazuredapr.DaprToleration;
import io.github.cdktfazuredapr.DaprWarnings;
import io.github.cdktfazuredapr.LogLevel;
import io.github.cdktfazuredapr.ProviderRegistration;
import io.github.cdktfazuredapr.ReleaseTrain;
import io.github.cdktfazuredapr.TolerationEffect;
import io.github.cdktfazuredapr.TolerationOperator;
import io.github.cdktfazuredapr.WebhookFailurePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What test/languages/typescript/main.ts says, in Java: it must write the same JSON, to the byte. */
public class Main {
  private static final String SUBSCRIPTION = "00000000-0000-0000-0000-000000000001";
  private static final App app = new App();

  private static TerraformStack newStack(String name) {
    TerraformStack stack = new TerraformStack(app, name);
    LocalBackend.Builder.create(stack).path("terraform." + name + ".tfstate").build();
    return stack;
  }

  private static AzurermProvider newAzurerm(TerraformStack stack) {
    return AzurermProvider.Builder.create(stack, "azurerm").features(List.of(AzurermProviderFeatures.builder().build())).build();
  }

  private static ClusterByNameProps named(String clusterName) {
    return ClusterByNameProps.builder().subscriptionId(SUBSCRIPTION).resourceGroupName("myResourceGroup").clusterName(clusterName).build();
  }

  private static TerraformVariable variable(TerraformStack stack, String name, String type) {
    return TerraformVariable.Builder.create(stack, name).type(type).build();
  }

  private static TerraformVariable secret(TerraformStack stack, String name, String type) {
    return TerraformVariable.Builder.create(stack, name).type(type).sensitive(true).build();
  }

  private static void quickstart() {
    TerraformStack stack = newStack("quickstart");
    newAzurerm(stack);
    DataAzurermKubernetesCluster aks = DataAzurermKubernetesCluster.Builder.create(stack, "Aks")
        .resourceGroupName("myResourceGroup")
        .name("myAKSCluster")
        .build();
    DaprExtension.Builder.create(stack, "Dapr").cluster(DaprCluster.aks(aks.getId())).autoUpgradeMinorVersion(true).build();
  }

  private static void production() {
    TerraformStack stack = newStack("production");
    newAzurerm(stack);
    TerraformVariable clusterId = variable(stack, "cluster_id", "string");
    TerraformVariable issuerKey = secret(stack, "issuer_key", "string");
    TerraformVariable issuerCert = variable(stack, "issuer_cert", "string");
    TerraformVariable rootCert = variable(stack, "root_cert", "string");

    DaprExtension dapr = DaprExtension.Builder.create(stack, "Dapr")
        .cluster(DaprCluster.aks(clusterId.getStringValue()))
        .version("1.17.13")
        .preset(DaprPreset.PRODUCTION)
        .settings(DaprSettings.builder()
            .tolerations(List.of(DaprToleration.builder()
                .key("CriticalAddonsOnly").operator(TolerationOperator.EXISTS).effect(TolerationEffect.NO_SCHEDULE).build()))
            .nodeSelector(Map.of("kubernetes.azure.com/mode", "system"))
            .mtls(DaprGlobalMtlsSettings.builder().workloadCertTtl("12h").build())
            .daprOperator(DaprOperatorSettings.builder().logLevel(LogLevel.WARN).build())
            .daprScheduler(DaprSchedulerSettings.builder()
                .cluster(DaprSchedulerClusterSettings.builder().storageClassName("managed-csi-zrs").build())
                .build())
            .daprSidecarInjector(DaprSidecarInjectorSettings.builder()
                .webhookFailurePolicy(WebhookFailurePolicy.FAIL)
                .sidecarRunAsUser(1000)
                .sidecarReadOnlyRootFilesystem(true)
                .allowedServiceAccounts(List.of("tools:deployer", "tools:tester"))
                .objectSelector(Map.of("matchLabels", Map.of("team", "shop")))
                .build())
            .daprSentry(DaprSentrySettings.builder()
                .tls(DaprSentryTlsSettings.builder()
                    .root(DaprSentryTlsRootSettings.builder().certPem(rootCert.getStringValue()).build())
                    .issuer(DaprSentryTlsIssuerSettings.builder()
                        .certPem(issuerCert.getStringValue())
                        .keyPem(issuerKey.getStringValue())
                        .build())
                    .build())
                .build())
            .build())
        .configurationSettings(Map.of("dapr_operator.watchInterval", "3m"))
        .preventDestroy(true)
        .timeouts(DaprExtensionTimeouts.builder().create("45m").build())
        .build();
    DaprWarnings.of(dapr).acknowledge("VersionChangeReplaces", "upgrades are planned as an outage");

    TerraformOutput.Builder.create(stack, "dapr_version").value(dapr.getCurrentVersion()).build();
  }

  private static void azapi() {
    TerraformStack stack = newStack("azapi");
    AzapiProvider.Builder.create(stack, "azapi").subscriptionId(SUBSCRIPTION).build();
    TerraformVariable password = secret(stack, "etcd_password", "string");
    DaprExtension dapr = DaprExtension.Builder.create(stack, "Dapr")
        .cluster(DaprCluster.aksByName(named("myAKSCluster")))
        .engine(DaprEngine.AZAPI)
        .version("1.17.13")
        .settings(DaprSettings.builder()
            .ha(DaprGlobalHaSettings.builder().replicaCount(5).build())
            .daprScheduler(DaprSchedulerSettings.builder()
                .etcdEmbed(false)
                .etcdClientEndpoints(List.of("etcd-0:2379", "etcd-1:2379"))
                .etcdClientUsername("dapr")
                .etcdClientPassword(password.getStringValue())
                .build())
            .build())
        .build();
    TerraformOutput.Builder.create(stack, "principal_id").value(dapr.getPrincipalId()).build();
  }

  private static void registration() {
    TerraformStack onProvider = newStack("on-provider");
    AzurermProvider azurerm = AzurermProvider.Builder.create(onProvider, "azurerm")
        .features(List.of(AzurermProviderFeatures.builder().build()))
        .subscriptionId(SUBSCRIPTION)
        .build();
    DaprExtension.Builder.create(onProvider, "Dapr")
        .cluster(DaprCluster.arcByName(named("myArcCluster")))
        .autoUpgradeMinorVersion(true)
        .registration(ProviderRegistration.onProvider(azurerm))
        .build();

    TerraformStack asResource = newStack("as-resource");
    newAzurerm(asResource);
    DaprWarnings.of(asResource).acknowledge("RegistrationIsPerSubscription", "this stack owns the subscription");
    DaprExtension.Builder.create(asResource, "Dapr")
        .cluster(DaprCluster.aksByName(named("myAKSCluster")))
        .autoUpgradeMinorVersion(true)
        .releaseTrain(ReleaseTrain.DEV)
        .registration(ProviderRegistration.asResource())
        .build();
  }

  private static void warnings() {
    TerraformStack stack = newStack("warnings");
    newAzurerm(stack);
    DaprExtension.Builder.create(stack, "Loud").cluster(DaprCluster.aksByName(named("loud"))).version("1.17.13").build();
    DaprExtension quiet = DaprExtension.Builder.create(stack, "Quiet")
        .cluster(DaprCluster.aksByName(named("quiet")))
        .version("1.17.13")
        .build();
    DaprWarnings.of(quiet).acknowledge("VersionChangeReplaces", "upgrades are planned as an outage");
  }

  private static void tokens() {
    TerraformStack stack = newStack("tokens");
    newAzurerm(stack);
    TerraformVariable name = variable(stack, "name", "string");
    TerraformVariable replicas = variable(stack, "replicas", "number");
    TerraformVariable secrets = secret(stack, "secrets", "map(string)");
    DaprExtension.Builder.create(stack, "Dapr")
        .cluster(DaprCluster.aksByName(named(name.getStringValue())))
        .autoUpgradeMinorVersion(true)
        .name(name.getStringValue())
        .settings(DaprSettings.builder()
            .dnsSuffix(name.getStringValue())
            .ha(DaprGlobalHaSettings.builder().replicaCount(replicas.getNumberValue()).build())
            .imagePullSecrets(List.of(name.getStringValue(), "fixed"))
            .nodeSelector(Map.of("pool", name.getStringValue()))
            .build())
        .configurationSettings(Map.of("dapr_operator.watchNamespace", "team-" + name.getStringValue()))
        .configurationProtectedSettings(Token.asStringMap(secrets.getValue()))
        .build();
  }

  private static void mistake() throws IOException {
    TerraformStack stack = newStack("mistake");
    newAzurerm(stack);
    try {
      DaprExtension.Builder.create(stack, "Dapr")
          .cluster(DaprCluster.aksByName(named("myAKSCluster")))
          .version("1.17.13")
          .autoUpgradeMinorVersion(true)
          .build();
    } catch (RuntimeException error) {
      Files.writeString(Path.of("error.txt"), error.getMessage());
    }
  }

  public static void main(String[] args) throws IOException {
    quickstart();
    production();
    azapi();
    registration();
    warnings();
    tokens();
    mistake();
    app.synth();
  }
}
