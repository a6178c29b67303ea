import { DataAzurermKubernetesCluster } from '@cdktf/provider-azurerm/lib/data-azurerm-kubernetes-cluster';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, LocalBackend, TerraformStack, TerraformVariable } from 'cdktf';
import { DaprCluster, DaprExtension, DaprPreset, DaprWarnings, TolerationEffect, TolerationOperator } from 'cdktf-azure-dapr';
import { Construct } from 'constructs';

/** A class of volumes that outlive a zone: `skuName: Premium_ZRS` with the provisioner `disk.csi.azure.com`. */
const ZONE_REDUNDANT = 'managed-csi-premium-zrs';

/**
 * Dapr for production: a pinned version, the preset of Dapr's guidelines, nodes of its own, volumes that outlive a zone
 * and certificates of one's own.
 */
class ProductionStack extends TerraformStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: `terraform.${id}.tfstate` });
    new AzurermProvider(this, 'azurerm', { features: [{}] });

    const aks = new DataAzurermKubernetesCluster(this, 'Aks', { resourceGroupName: 'myResourceGroup', name: 'myAKSCluster' });
    const rootCert = new TerraformVariable(this, 'rootCert', { type: 'string', sensitive: true, description: 'The root certificate, as PEM' });
    const issuerCert = new TerraformVariable(this, 'issuerCert', { type: 'string', sensitive: true, description: 'The issuer certificate, as PEM' });
    const issuerKey = new TerraformVariable(this, 'issuerKey', { type: 'string', sensitive: true, description: 'The key of the issuer, as PEM' });

    const dapr = new DaprExtension(this, 'Dapr', {
      cluster: DaprCluster.aks(aks.id),
      version: '1.17.13',
      preset: DaprPreset.PRODUCTION,
      settings: {
        nodeSelector: { 'kubernetes.azure.com/mode': 'system' },
        tolerations: [{ key: 'CriticalAddonsOnly', operator: TolerationOperator.EXISTS, effect: TolerationEffect.NO_SCHEDULE }],
        // The preset keeps the log of placement in memory: its class counts from the day that this is turned off.
        daprPlacement: { volumeclaims: { storageClassName: ZONE_REDUNDANT } },
        daprScheduler: { cluster: { storageClassName: ZONE_REDUNDANT, storageSize: '16Gi' } },
        daprSentry: {
          tls: {
            root: { certPEM: rootCert.stringValue },
            // The key goes to the protected settings by itself.
            issuer: { certPEM: issuerCert.stringValue, keyPEM: issuerKey.stringValue },
          },
        },
      },
      preventDestroy: true,
    });
    DaprWarnings.of(dapr).acknowledge('VersionChangeReplaces', 'an upgrade is planned as an outage, for which preventDestroy is lifted');
  }
}

const app = new App();
new ProductionStack(app, 'production');
app.synth();
