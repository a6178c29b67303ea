import { AzureError } from './azure-error';
import type { Answer } from './http';
import { key, type ClusterId } from './resource-id';
import { CREDENTIALS } from './sign-in';
import type { Switches } from './switches';

/** Clusters as a data source reads them. There is any cluster that is asked for, unless a test says which ones there are. */
export class Clusters {
  public constructor(private readonly switches: Switches) {}

  public exists({ id }: ClusterId): boolean {
    const { clusters } = this.switches;
    return clusters === 'any' || clusters.some((there) => key(there) === key(id));
  }

  public read(cluster: ClusterId): Answer {
    this.check(cluster);
    return { status: 200, body: cluster.kind === 'aks' ? aks(cluster) : arc(cluster) };
  }

  /** How to sign in to the cluster: azurerm's data source asks for it, and keeps it in the state. */
  public userCredentials(cluster: ClusterId): Answer {
    this.check(cluster);
    if (cluster.kind !== 'aks') throw new AzureError(404, 'NotFound', 'Only AKS lists the credentials of a cluster.');
    return { status: 200, body: { kubeconfigs: [{ name: 'clusterUser', value: Buffer.from(kubeconfig(nameOf(cluster))).toString('base64') }] } };
  }

  private check(cluster: ClusterId): void {
    if (!this.exists(cluster)) throw new AzureError(404, 'ResourceNotFound', `The Resource '${cluster.id}' was not found.`);
  }
}

const nameOf = ({ id }: ClusterId) => id.split('/').at(-1)!;

function aks(cluster: ClusterId) {
  const name = nameOf(cluster);
  return {
    id: cluster.id,
    name,
    type: 'Microsoft.ContainerService/ManagedClusters',
    location: 'westeurope',
    sku: { name: 'Base', tier: 'Free' },
    identity: { type: 'SystemAssigned', principalId: CREDENTIALS.clientId, tenantId: CREDENTIALS.tenantId },
    properties: {
      provisioningState: 'Succeeded',
      powerState: { code: 'Running' },
      kubernetesVersion: '1.33',
      currentKubernetesVersion: '1.33.1',
      dnsPrefix: name,
      fqdn: `${name}.invalid`,
      enableRBAC: true,
      nodeResourceGroup: `MC_${name}`,
      // Without it azurerm's data source crashes.
      networkProfile: { networkPlugin: 'azure', serviceCidr: '10.0.0.0/16', dnsServiceIP: '10.0.0.10', outboundType: 'loadBalancer', loadBalancerSku: 'standard' },
      agentPoolProfiles: [{ name: 'default', count: 1, vmSize: 'Standard_D2s_v5', osType: 'Linux', type: 'VirtualMachineScaleSets', mode: 'System' }],
    },
  };
}

function arc(cluster: ClusterId) {
  return {
    id: cluster.id,
    name: nameOf(cluster),
    type: 'Microsoft.Kubernetes/connectedClusters',
    location: 'westeurope',
    identity: { type: 'SystemAssigned', principalId: CREDENTIALS.clientId, tenantId: CREDENTIALS.tenantId },
    properties: { agentPublicKeyCertificate: '', provisioningState: 'Succeeded', connectivityStatus: 'Connected' },
  };
}

/** Of a cluster that is nowhere. JSON is YAML, too. */
function kubeconfig(name: string): string {
  return JSON.stringify({
    'apiVersion': 'v1',
    'kind': 'Config',
    'current-context': name,
    'clusters': [{ name, cluster: { server: 'https://cluster.invalid:443' } }],
    'contexts': [{ name, context: { cluster: name, user: name } }],
    'users': [{ name, user: { token: 'simulated' } }],
  });
}
