import { AzureError } from './azure-error';
import type { Answer } from './http';
import { known } from './registrations';
import { key } from './resource-id';

export type FeatureState = 'NotRegistered' | 'Registered' | 'Unregistered';

const FEATURES: Record<string, string[]> = {
  'Microsoft.KubernetesConfiguration': ['ExtensionTypes', 'Extensions'],
};

/** Preview features of the resource providers, such as the one for listing extension versions. None is registered at first. */
export class Features {
  private readonly states = new Map<string, FeatureState>();

  public set(subscription: string, namespace: string, feature: string, state: FeatureState): void {
    this.states.set(this.entry(subscription, namespace, feature), state);
  }

  public get(subscription: string, namespace: string, feature: string): FeatureState {
    return this.states.get(this.entry(subscription, namespace, feature)) ?? 'NotRegistered';
  }

  public clear(): void {
    this.states.clear();
  }

  public list(subscription: string, namespace: string): Answer {
    const name = known(namespace);
    return { status: 200, body: { value: (FEATURES[name] ?? []).map((feature) => this.view(subscription, name, feature)) } };
  }

  public read(subscription: string, namespace: string, feature: string): Answer {
    return { status: 200, body: this.view(subscription, known(namespace), this.known(namespace, feature)) };
  }

  public change(subscription: string, namespace: string, feature: string, state: FeatureState): Answer {
    this.set(subscription, namespace, this.known(namespace, feature), state);
    return this.read(subscription, namespace, feature);
  }

  private known(namespace: string, feature: string): string {
    const found = (FEATURES[known(namespace)] ?? []).find((name) => key(name) === key(feature));
    if (!found) throw new AzureError(404, 'FeatureNotFound', `The feature '${feature}' could not be found.`);
    return found;
  }

  private view(subscription: string, namespace: string, feature: string) {
    return {
      id: `/subscriptions/${subscription}/providers/Microsoft.Features/providers/${namespace}/features/${feature}`,
      name: `${namespace}/${feature}`,
      type: 'Microsoft.Features/providers/features',
      properties: { state: this.get(subscription, namespace, feature) },
    };
  }

  private entry(subscription: string, namespace: string, feature: string): string {
    return [subscription, namespace, feature].map(key).join(' ');
  }
}
