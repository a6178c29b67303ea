import { badRequest } from './azure-error';
import type { ArmRequest } from './http';

/** The API versions of each kind of resource that this Azure knows. */
export const API_VERSIONS = {
  extensions: ['2022-11-01', '2023-05-01', '2024-11-01'],
  features: ['2015-12-01', '2021-07-01'],
  providers: ['2019-05-01', '2020-06-01', '2021-04-01', '2022-09-01'],
  subscriptions: ['2016-06-01', '2020-01-01', '2021-01-01', '2022-12-01'],
};

export type ResourceKind = keyof typeof API_VERSIONS;

/** Every call to ARM states the version it was written for. */
export function requireApiVersion(request: ArmRequest): string {
  const stated = request.parameter('api-version');
  if (stated) return stated;
  throw badRequest('MissingApiVersionParameter', 'The api-version query parameter (?api-version=) is required for all requests.');
}

export function checkApiVersion(kind: ResourceKind, stated: string): void {
  const known = API_VERSIONS[kind];
  if (known.includes(stated)) return;
  throw badRequest('NoRegisteredProviderFound',
    `No registered resource provider found for API version '${stated}' and type '${kind}'. The supported api-versions are '${known.join(', ')}'.`);
}
