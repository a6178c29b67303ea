import { badRequest } from './azure-error';
import { isObject, type Json } from './http';

/** What a PUT or PATCH states; undefined where it says nothing. */
export interface Stated {
  readonly extensionType?: string;
  readonly autoUpgradeMinorVersion?: boolean;
  readonly releaseTrain?: string;
  readonly version?: string;
  readonly releaseNamespace?: string;
  readonly configurationSettings?: Record<string, string>;
  readonly configurationProtectedSettings?: Record<string, string>;
  /** Only PUT can state it. */
  readonly systemAssigned?: boolean;
}

/** Reads the body of a PUT or PATCH and refuses what has the wrong type. Read-only and unknown properties are passed over. */
export function readBody(body: Json): Stated {
  const properties = body.properties ?? {};
  if (!isObject(properties)) throw invalid("'properties' must be an object");
  return {
    extensionType: text(properties, 'extensionType'),
    autoUpgradeMinorVersion: flag(properties, 'autoUpgradeMinorVersion'),
    releaseTrain: text(properties, 'releaseTrain'),
    version: text(properties, 'version'),
    releaseNamespace: namespaceOf(properties.scope),
    configurationSettings: stringMap(properties, 'configurationSettings'),
    configurationProtectedSettings: stringMap(properties, 'configurationProtectedSettings'),
    systemAssigned: identity(body.identity),
  };
}

function invalid(what: string) {
  return badRequest('InvalidRequestContent', `The request content is not valid: ${what}.`);
}

const absent = (value: unknown): value is undefined | null => value === undefined || value === null;

function text(properties: Json, name: string): string | undefined {
  const value = properties[name];
  // An empty text states nothing, as null does.
  if (absent(value) || value === '') return undefined;
  if (typeof value !== 'string') throw invalid(`'${name}' must be a string`);
  return value;
}

function flag(properties: Json, name: string): boolean | undefined {
  const value = properties[name];
  if (absent(value)) return undefined;
  if (typeof value !== 'boolean') throw invalid(`'${name}' must be a boolean`);
  return value;
}

function stringMap(properties: Json, name: string): Record<string, string> | undefined {
  const value = properties[name];
  if (absent(value)) return undefined;
  if (!isObject(value)) throw invalid(`'${name}' must be an object`);
  const wrong = Object.entries(value).find(([, entry]) => typeof entry !== 'string');
  if (wrong) throw invalid(`the value of '${wrong[0]}' in '${name}' must be a string`);
  return value as Record<string, string>;
}

/** Dapr exists once per cluster: a scope of a single namespace is refused. */
function namespaceOf(scope: unknown): string | undefined {
  if (absent(scope)) return undefined;
  if (!isObject(scope)) throw invalid("'scope' must be an object");
  if (!absent(scope.cluster) && !absent(scope.namespace)) {
    throw badRequest('InvalidScope', "Only one of 'scope.cluster' and 'scope.namespace' can be given.");
  }
  if (!absent(scope.namespace)) throw badRequest('InvalidScope', "The extension type 'microsoft.dapr' can only be installed at 'cluster' scope.");
  if (absent(scope.cluster)) return undefined;
  if (!isObject(scope.cluster)) throw invalid("'scope.cluster' must be an object");
  return text(scope.cluster, 'releaseNamespace');
}

function identity(value: unknown): boolean | undefined {
  if (absent(value)) return undefined;
  if (!isObject(value)) throw invalid("'identity' must be an object");
  const type = typeof value.type === 'string' ? value.type.toLowerCase() : '';
  if (type === 'none') return false;
  if (type !== 'systemassigned') throw badRequest('InvalidIdentity', "The only type of identity an extension can have is 'SystemAssigned'.");
  return true;
}
