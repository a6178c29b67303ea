import { badRequest } from './azure-error';
import type { ArmRequest } from './http';
import type { Switches } from './switches';

/** The API versions of each kind of resource, but for extensions: those are a switch. */
const API_VERSIONS = {
  features: ['2015-12-01', '2021-07-01'],
  providers: ['2019-05-01', '2020-06-01', '2021-04-01', '2022-09-01'],
  subscriptions: ['2016-06-01', '2020-01-01', '2021-01-01', '2022-12-01'],
};

export type ResourceKind = keyof typeof API_VERSIONS | 'clusters' | 'extensions';

/** Every call to ARM states the version it was written for. */
export function requireApiVersion(request: ArmRequest): string {
  const stated = request.parameter('api-version');
  if (stated) return stated;
  throw badRequest('MissingApiVersionParameter', 'The api-version query parameter (?api-version=) is required for all requests.');
}

export function checkApiVersion(kind: ResourceKind, stated: string, { extensionApiVersions }: Switches): void {
  // Of a cluster nothing is answered that changed from one version to the next.
  if (kind === 'clusters' && /^\d{4}-\d\d-\d\d(-preview)?$/.test(stated)) return;
  const known = kind === 'clusters' ? ['2025-07-01'] : kind === 'extensions' ? extensionApiVersions : API_VERSIONS[kind];
  if (known.includes(stated)) return;
  throw badRequest('NoRegisteredProviderFound',
    `No registered resource provider found for API version '${stated}' and type '${kind}'. The supported api-versions are '${known.join(', ')}'.`);
}
