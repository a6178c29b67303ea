import { checkApiVersion, requireApiVersion } from './api-versions';
import type { Azure } from './azure';
import { AzureError, badRequest } from './azure-error';
import { refusal, type Fault } from './faults';
import { methodNotAllowed, type Answer, type ArmRequest } from './http';
import { ROUTES, type Route } from './routes';

const COMPILED = ROUTES.map((route) => ({ route, pattern: route.pattern.split('/').slice(1).map((segment) => segment.toLowerCase()) }));
const NAMES = new Map(ROUTES.flatMap(({ pattern }) => [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name.toLowerCase(), name])));

interface Match {
  readonly route: Route;
  readonly at: Record<string, string>;
}

/** The route whose pattern the path has. */
export function match(segments: string[]): Match | undefined {
  for (const { route, pattern } of COMPILED) {
    if (pattern.length !== segments.length) continue;
    const at: Record<string, string> = {};
    const fits = pattern.every((wanted, i) => {
      if (!wanted.startsWith('{')) return wanted === segments[i].toLowerCase();
      at[NAMES.get(wanted.slice(1, -1))!] = segments[i];
      return true;
    });
    if (fits) return { route, at };
  }
  return undefined;
}

/** The answer to a request, or an AzureError. */
export function answer(azure: Azure, request: ArmRequest, fault?: Fault): Answer {
  const refused = refusal(fault);
  if (refused) throw refused;

  const segments = request.segments();
  const isArm = segments[0]?.toLowerCase() === 'subscriptions';
  if (isArm) azure.signIn.check(request);
  const apiVersion = isArm ? requireApiVersion(request) : '';

  const found = match(segments);
  if (!found) throw new AzureError(404, isArm ? 'InvalidResourceType' : 'NotFound', `No resource was found for the path '${request.path}'.`);
  const { route, at } = found;
  if (!Object.hasOwn(route.methods, request.method)) throw methodNotAllowed(request.method, Object.keys(route.methods));
  if (route.arm) checkApiVersion(route.arm, apiVersion, azure.switches);
  if (at.subscription !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(at.subscription)) {
    throw badRequest('InvalidSubscriptionId', `The provided subscription identifier '${at.subscription}' is malformed or invalid.`);
  }
  return route.methods[request.method]({ azure, request, at, apiVersion, fault });
}
