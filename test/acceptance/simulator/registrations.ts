import { AzureError } from './azure-error';
import type { Answer } from './http';
import { key } from './resource-id';
import type { Switches } from './switches';

export type RegistrationState = 'NotRegistered' | 'Registering' | 'Registered' | 'Unregistering' | 'Unregistered';

/** The namespaces this Azure has; asking for another one is an error. */
export const NAMESPACES = [
  'Microsoft.ContainerService',
  'Microsoft.ExtendedLocation',
  'Microsoft.Features',
  'Microsoft.Kubernetes',
  'Microsoft.KubernetesConfiguration',
  'Microsoft.Resources',
];

export const KUBERNETES_CONFIGURATION = 'Microsoft.KubernetesConfiguration';

/** Which resource providers a subscription is registered for. Unless a test says otherwise: for all of them. */
export class Registrations {
  private readonly states = new Map<string, { state: RegistrationState; looks: number }>();

  public constructor(private readonly switches: Switches, private readonly inUse: (subscription: string) => boolean) {}

  public set(subscription: string, namespace: string, state: RegistrationState): void {
    this.states.set(this.entry(subscription, namespace), { state, looks: 0 });
  }

  /** The state, without counting as a look at it. */
  public get(subscription: string, namespace: string): RegistrationState {
    return this.states.get(this.entry(subscription, namespace))?.state ?? 'Registered';
  }

  public clear(): void {
    this.states.clear();
  }

  /** What every call to a resource provider passes first. */
  public check(subscription: string, namespace: string): void {
    if (this.get(subscription, namespace) === 'Registered') return;
    throw new AzureError(409, 'MissingSubscriptionRegistration',
      `The subscription is not registered to use namespace '${namespace}'. See https://aka.ms/rps-not-found for how to register subscriptions.`);
  }

  public list(subscription: string): Answer {
    return { status: 200, body: { value: NAMESPACES.map((namespace) => this.look(subscription, namespace)) } };
  }

  public read(subscription: string, namespace: string): Answer {
    return { status: 200, body: this.look(subscription, known(namespace)) };
  }

  public register(subscription: string, namespace: string): Answer {
    const name = known(namespace);
    if (this.get(subscription, name) !== 'Registered') this.begin(subscription, name, 'Registering');
    return { status: 200, body: this.view(subscription, name) };
  }

  public unregister(subscription: string, namespace: string): Answer {
    const name = known(namespace);
    if (name === KUBERNETES_CONFIGURATION && this.inUse(subscription)) {
      throw new AzureError(409, 'Conflict', `Cannot unregister '${name}': the subscription still has resources of its types.`);
    }
    if (this.get(subscription, name) !== 'NotRegistered') this.begin(subscription, name, 'Unregistering');
    return { status: 200, body: this.view(subscription, name) };
  }

  private begin(subscription: string, namespace: string, state: RegistrationState): void {
    this.states.set(this.entry(subscription, namespace), { state, looks: this.switches.registrationLooks });
  }

  private look(subscription: string, namespace: string) {
    const found = this.states.get(this.entry(subscription, namespace));
    if (found && found.looks-- <= 0) {
      if (found.state === 'Registering') found.state = 'Registered';
      if (found.state === 'Unregistering') found.state = 'Unregistered';
    }
    return this.view(subscription, namespace);
  }

  private view(subscription: string, namespace: string) {
    return {
      id: `/subscriptions/${subscription}/providers/${namespace}`,
      namespace,
      registrationPolicy: 'RegistrationRequired',
      registrationState: this.get(subscription, namespace),
      resourceTypes: [],
    };
  }

  private entry(subscription: string, namespace: string): string {
    return `${key(subscription)} ${key(namespace)}`;
  }
}

/** The namespace in its own case. */
export function known(namespace: string): string {
  const found = NAMESPACES.find((name) => key(name) === key(namespace));
  if (!found) throw new AzureError(404, 'InvalidResourceNamespace', `The resource namespace '${namespace}' is invalid.`);
  return found;
}
