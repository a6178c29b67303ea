import { ArmClient } from './arm-client';
import type { Json } from './http';
import { CREDENTIALS } from './sign-in';
import { ArmSimulator } from './simulator';
import { defaultSwitches } from './switches';

export const SUBSCRIPTION = CREDENTIALS.subscriptionId;
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg`;
export const AKS = `${GROUP}/providers/Microsoft.ContainerService/managedClusters/aks`;
export const ARC = `${GROUP}/providers/Microsoft.Kubernetes/connectedClusters/arc`;
export const extensionOf = (cluster: string, name = 'dapr') => `${cluster}/providers/Microsoft.KubernetesConfiguration/extensions/${name}`;
export const DAPR = extensionOf(AKS);

/** The body of a PUT: a Dapr with these properties and, where not stated, auto-upgrade. */
export const dapr = (properties: Json = {}, more: Json = {}): Json => ({ properties: { extensionType: 'microsoft.dapr', ...properties }, ...more });

export interface Fixture {
  readonly simulator: ArmSimulator;
  readonly client: ArmClient;
}

/** One simulator for the tests of a file, as new before each of them. */
export function useSimulator(): Fixture {
  const fixture = {} as { simulator: ArmSimulator; client: ArmClient };
  beforeAll(async () => {
    fixture.simulator = await ArmSimulator.start();
    fixture.client = new ArmClient(fixture.simulator);
  });
  beforeEach(() => {
    fixture.simulator.reset();
    Object.assign(fixture.simulator.azure.switches, defaultSwitches());
  });
  afterAll(async () => {
    fixture.client.close();
    await fixture.simulator.stop();
  });
  return fixture;
}

/** Looks at an extension, which ends an operation that is in progress, and gives what Azure answers after that. */
export async function settled({ client }: Fixture, id = DAPR): Promise<any> {
  return (await client.arm('GET', id)).json.properties;
}

/** Creates an extension and waits for the end of it. */
export async function created(fixture: Fixture, properties: Json = {}, id = DAPR, more: Json = {}): Promise<any> {
  const answer = await fixture.client.arm('PUT', id, dapr(properties, more));
  if (answer.status !== 201) throw new Error(answer.text);
  return settled(fixture, id);
}
