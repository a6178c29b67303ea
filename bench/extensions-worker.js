// One measurement of bench/extensions.ts, in a process of its own: plain JavaScript, so that no compiler is in the figures.
const start = process.hrtime.bigint();
const [, , variant, count, root] = process.argv;
const { AzurermProvider } = require('@cdktf/provider-azurerm/lib/provider');
const { App, TerraformResource, TerraformStack } = require('cdktf');

/** Ten settings of each kind: flags, numbers, text, a map and a list. */
const TYPED = {
  logAsJson: true,
  imagePullPolicy: 'IfNotPresent',
  nodeSelector: { 'kubernetes.azure.com/mode': 'system' },
  tolerations: [{ key: 'CriticalAddonsOnly', operator: 'Exists' }],
  mtls: { workloadCertTTL: '12h' },
  daprOperator: { logLevel: 'warn', watchInterval: '3m' },
  daprSidecarInjector: { sidecarRunAsUser: 1000, sidecarReadOnlyRootFilesystem: true },
};

const DOTTED = {
  'global.clusterType': 'managedclusters',
  'global.logAsJson': 'true',
  'global.imagePullPolicy': 'IfNotPresent',
  'global.nodeSelector.kubernetes\\.azure\\.com/mode': 'system',
  'global.tolerations[0].key': 'CriticalAddonsOnly',
  'global.tolerations[0].operator': 'Exists',
  'global.mtls.workloadCertTTL': '12h',
  'dapr_operator.logLevel': 'warn',
  'dapr_operator.watchInterval': '3m',
  'dapr_sidecar_injector.sidecarRunAsUser': '1000',
  'dapr_sidecar_injector.sidecarReadOnlyRootFilesystem': 'true',
};

const clusterId = (index) => '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/bench'
  + `/providers/Microsoft.ContainerService/managedClusters/aks${index}`;

function builder() {
  if (variant === 'ours') {
    const { DaprCluster, DaprExtension } = require(root);
    return (stack, index, settings) => new DaprExtension(stack, `Dapr${index}`, {
      cluster: DaprCluster.aks(clusterId(index)), autoUpgradeMinorVersion: true, settings,
    });
  }
  const { KubernetesClusterExtension } = require('@cdktf/provider-azurerm/lib/kubernetes-cluster-extension');
  return (stack, index, settings) => new KubernetesClusterExtension(stack, `Dapr${index}`, {
    clusterId: clusterId(index),
    name: 'dapr',
    extensionType: 'microsoft.dapr',
    configurationSettings: settings && DOTTED,
    lifecycle: variant === 'pair' ? { replaceTriggeredBy: [trigger(stack, index)] } : undefined,
  });
}

/** The resource that the library puts beside an extension. */
function trigger(stack, index) {
  const id = `Volumes${index}`;
  new TerraformData(stack, id, { terraformResourceType: 'terraform_data', terraformGeneratorMetadata: { providerName: 'terraform' } });
  return `terraform_data.${id}`;
}

class TerraformData extends TerraformResource {
  synthesizeAttributes() {
    return { input: { placement: 'size 1Gi', scheduler: 'size default' } };
  }
}

const build = builder();
const app = new App({ outdir: process.cwd() });
const stack = new TerraformStack(app, 'bench');
new AzurermProvider(stack, 'azurerm', { features: [{}] });
for (let index = 0; index < Number(count); index++) {
  build(stack, index, Number(count) === 1 ? undefined : TYPED);
}
app.synth();
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ seconds, processor: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }));
