import { Construct } from 'constructs';
import { only, synth, TestStack } from './synth';
import { AzapiProvider, DaprCluster, DaprEngine, DaprExtension, DaprExtensionProps } from '../../lib';

export const AZAPI = 'azapi_resource';

/** A stack with a provider for each of the two engines. */
export class AzapiStack extends TestStack {
  public readonly azapi: AzapiProvider;

  public constructor(id?: string, app?: Construct) {
    super(id, app);
    this.azapi = new AzapiProvider(this, 'azapi');
  }
}

/** An extension by the engine AZAPI; upgrades are stated, so that nothing warns of them. */
export function daprOn(scope: Construct, cluster: DaprCluster, props: Partial<DaprExtensionProps> = {}, id = 'Dapr'): DaprExtension {
  return new DaprExtension(scope, id, {
    cluster, engine: DaprEngine.AZAPI, ...(props.version === undefined ? { autoUpgradeMinorVersion: true } : {}), ...props,
  });
}

/** The block of an extension in a stack of its own. */
export function azapiBlock(cluster: DaprCluster, props: Partial<DaprExtensionProps> = {}): any {
  const stack = new AzapiStack();
  daprOn(stack, cluster, props);
  return only(stack, AZAPI);
}

/** The properties in the body of such a block. */
export function propertiesOf(cluster: DaprCluster, props: Partial<DaprExtensionProps> = {}): any {
  return azapiBlock(cluster, props).body.properties;
}

/** The whole JSON of a stack with one extension. */
export function azapiJson(cluster: DaprCluster, props: Partial<DaprExtensionProps> = {}): any {
  const stack = new AzapiStack();
  daprOn(stack, cluster, props);
  return synth(stack);
}
