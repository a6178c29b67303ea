import { AzureError, badRequest } from './azure-error';

/** What the simulator answers; the body is sent as JSON. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** The plain object a JSON body holds. */
export type Json = Record<string, unknown>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A request that has been read completely. */
export class ArmRequest {
  public readonly query: URLSearchParams;
  /** The path as it was sent. */
  public readonly path: string;

  public constructor(
    public readonly method: string,
    target: string,
    public readonly headers: Record<string, string | string[] | undefined>,
    public readonly text: string,
  ) {
    const mark = target.indexOf('?');
    this.path = mark < 0 ? target : target.slice(0, mark);
    this.query = new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1));
  }

  /** Decoded path segments. Empty ones are dropped: azurerm asks for `//metadata/endpoints`. */
  public segments(): string[] {
    let segments: string[];
    try {
      segments = this.path.split('/').filter((segment) => segment !== '').map(decodeURIComponent);
    } catch {
      throw badRequest('InvalidRequestUri', 'The request URI contains a broken percent-encoding.');
    }
    if (segments.some((segment) => /[/\p{Cc}]/u.test(segment))) {
      throw badRequest('InvalidRequestUri', 'A segment of the request URI contains a slash or a control character.');
    }
    return segments;
  }

  /** The body as a JSON object. */
  public json(): Json {
    let parsed: unknown;
    try {
      parsed = JSON.parse(this.text);
    } catch {
      throw badRequest('InvalidRequestContent', 'The request content was invalid and could not be deserialized as JSON.');
    }
    if (!isObject(parsed)) throw badRequest('InvalidRequestContent', 'The request content must be a JSON object.');
    return parsed;
  }

  /** A query parameter; ARM does not care about the case of its name. */
  public parameter(name: string): string | undefined {
    for (const [key, value] of this.query) {
      if (key.toLowerCase() === name) return value;
    }
    return undefined;
  }
}

/** The answer for a method that a known path does not have. */
export function methodNotAllowed(method: string, allowed: string[]): AzureError {
  return new AzureError(405, 'UnsupportedHttpVerb', `The HTTP verb '${method}' is not supported here.`, { Allow: allowed.join(', ') });
}
