import type { ResourceKind } from './api-versions';
import type { Azure } from './azure';
import { AzureError } from './azure-error';
import type { ExtensionCall } from './extensions';
import type { Fault } from './faults';
import type { Answer, ArmRequest } from './http';
import { metadata } from './metadata';
import { KUBERNETES_CONFIGURATION } from './registrations';
import { clusterId, extensionId } from './resource-id';
import { CREDENTIALS } from './sign-in';

/** What a handler gets. */
export interface Call {
  readonly azure: Azure;
  readonly request: ArmRequest;
  /** The values of the `{...}` of the pattern. */
  readonly at: Record<string, string>;
  readonly apiVersion: string;
  readonly fault?: Fault;
}

export type Handler = (call: Call) => Answer;

export interface Route {
  /** Literal segments compare without case; `{name}` is any segment. */
  readonly pattern: string;
  /** Kind of ARM resource; without it, the call is open to all and has no api-version to check. */
  readonly arm?: ResourceKind;
  readonly methods: Record<string, Handler>;
}

const SUBSCRIPTION = '/subscriptions/{subscription}';
const PROVIDER = `${SUBSCRIPTION}/providers/{namespace}`;
const FEATURES = `${SUBSCRIPTION}/providers/Microsoft.Features/providers/{namespace}/features`;
const CLUSTER = `${SUBSCRIPTION}/resourceGroups/{resourceGroup}/providers/{clusterNamespace}/{clusterType}/{cluster}`;
const EXTENSIONS = `${CLUSTER}/providers/${KUBERNETES_CONFIGURATION}/extensions`;
const EXTENSION = `${EXTENSIONS}/{extension}`;

/** Checks what every call for an extension must pass, whatever it asks for. */
function extensionCall({ azure, at, apiVersion, fault }: Call): ExtensionCall {
  const cluster = clusterId(at);
  azure.registrations.check(at.subscription, KUBERNETES_CONFIGURATION);
  if (!azure.clusters.exists(cluster)) {
    throw new AzureError(404, 'ParentResourceNotFound', `Can not perform requested operation on nested resource. Parent '${cluster.id}' not found.`);
  }
  return { cluster, name: at.extension ?? '', apiVersion, fault };
}

const resourceOf = (call: ExtensionCall): string => extensionId(call.cluster, call.name);

function subscription({ at }: Call): Answer {
  const id = at.subscription;
  return {
    status: 200,
    body: { id: `/subscriptions/${id}`, subscriptionId: id, tenantId: CREDENTIALS.tenantId, displayName: 'Simulated', state: 'Enabled' },
  };
}

export const ROUTES: Route[] = [
  {
    pattern: '/metadata/endpoints',
    methods: { GET: ({ azure, request }) => metadata(azure.url(), request.parameter('api-version')) },
  },
  {
    pattern: '/{tenant}/v2.0/.well-known/openid-configuration',
    methods: { GET: ({ azure, at }) => azure.signIn.openIdConfiguration(at.tenant) },
  },
  {
    pattern: '/{tenant}/oauth2/v2.0/token',
    methods: { POST: ({ azure, at, request }) => azure.signIn.token(at.tenant, request) },
  },
  { pattern: SUBSCRIPTION, arm: 'subscriptions', methods: { GET: subscription } },
  {
    pattern: `${SUBSCRIPTION}/providers`,
    arm: 'providers',
    methods: { GET: ({ azure, at }) => azure.registrations.list(at.subscription) },
  },
  {
    pattern: PROVIDER,
    arm: 'providers',
    methods: { GET: ({ azure, at }) => azure.registrations.read(at.subscription, at.namespace) },
  },
  {
    pattern: `${PROVIDER}/register`,
    arm: 'providers',
    methods: { POST: ({ azure, at }) => azure.registrations.register(at.subscription, at.namespace) },
  },
  {
    pattern: `${PROVIDER}/unregister`,
    arm: 'providers',
    methods: { POST: ({ azure, at }) => azure.registrations.unregister(at.subscription, at.namespace) },
  },
  {
    pattern: FEATURES,
    arm: 'features',
    methods: { GET: ({ azure, at }) => azure.features.list(at.subscription, at.namespace) },
  },
  {
    pattern: `${FEATURES}/{feature}`,
    arm: 'features',
    methods: { GET: ({ azure, at }) => azure.features.read(at.subscription, at.namespace, at.feature) },
  },
  {
    pattern: `${FEATURES}/{feature}/register`,
    arm: 'features',
    methods: { POST: ({ azure, at }) => azure.features.change(at.subscription, at.namespace, at.feature, 'Registered') },
  },
  {
    pattern: `${FEATURES}/{feature}/unregister`,
    arm: 'features',
    methods: { POST: ({ azure, at }) => azure.features.change(at.subscription, at.namespace, at.feature, 'Unregistered') },
  },
  {
    pattern: CLUSTER,
    arm: 'clusters',
    methods: { GET: ({ azure, at }) => azure.clusters.read(clusterId(at)) },
  },
  {
    pattern: `${CLUSTER}/listClusterUserCredential`,
    arm: 'clusters',
    methods: { POST: ({ azure, at }) => azure.clusters.userCredentials(clusterId(at)) },
  },
  {
    pattern: EXTENSIONS,
    arm: 'extensions',
    methods: { GET: (call) => call.azure.extensions.list(extensionCall(call).cluster) },
  },
  {
    pattern: EXTENSION,
    arm: 'extensions',
    methods: {
      GET: (call) => call.azure.extensions.read(extensionCall(call)),
      PUT: (call) => call.azure.extensions.put(extensionCall(call), call.request.json()),
      PATCH: (call) => call.azure.extensions.patch(extensionCall(call), call.request.json()),
      DELETE: (call) => call.azure.extensions.delete(extensionCall(call), call.request.parameter('forcedelete')),
    },
  },
  {
    pattern: `${EXTENSION}/operations/{operation}`,
    arm: 'extensions',
    methods: { GET: (call) => call.azure.extensions.operations.status(resourceOf(extensionCall(call)), call.at.operation) },
  },
  {
    pattern: `${EXTENSION}/operationResults/{operation}`,
    arm: 'extensions',
    methods: { GET: (call) => call.azure.extensions.operations.result(resourceOf(extensionCall(call)), call.at.operation) },
  },
];
