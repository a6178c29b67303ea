import type { ArmRequest } from './http';

/** One request, as a test wants to see it: without the headers that carry tokens. */
export interface RecordedRequest {
  readonly method: string;
  /** Path without query, as sent. */
  readonly path: string;
  readonly query: Record<string, string>;
  /** The parsed JSON; text where it is none; undefined where there was no body. */
  readonly body?: unknown;
  readonly userAgent?: string;
  readonly status: number;
  /** The code of Azure's error, where one was answered. */
  readonly errorCode?: string;
}

export interface RequestFilter {
  readonly method?: string | string[];
  /** A text within the path, in any case, or an expression. */
  readonly path?: string | RegExp;
}

const SECRET_FIELDS = ['client_secret', 'client_assertion', 'password', 'refresh_token', 'assertion'];

function readable(request: ArmRequest): unknown {
  if (request.text === '') return undefined;
  if (/oauth2/i.test(request.path)) {
    const form = new URLSearchParams(request.text);
    for (const field of SECRET_FIELDS) {
      if (form.has(field)) form.set(field, '***');
    }
    return Object.fromEntries(form);
  }
  try {
    return JSON.parse(request.text);
  } catch {
    return request.text;
  }
}

/** Every request the simulator received, oldest first. */
export class Recorder {
  /** Called with each request as it is recorded. */
  public onRequest?: (request: RecordedRequest) => void;
  private recorded: RecordedRequest[] = [];

  public add(request: ArmRequest, status: number, errorCode?: string): void {
    const agent = request.headers['user-agent'];
    const entry: RecordedRequest = {
      method: request.method,
      path: request.path,
      query: Object.fromEntries(request.query),
      body: readable(request),
      userAgent: typeof agent === 'string' ? agent : undefined,
      status,
      errorCode,
    };
    this.recorded.push(entry);
    this.onRequest?.(entry);
  }

  public get all(): readonly RecordedRequest[] {
    return this.recorded;
  }

  public find(filter: RequestFilter): RecordedRequest[] {
    const methods = filter.method === undefined ? undefined : [filter.method].flat();
    return this.recorded.filter(({ method, path }) => (methods?.includes(method) ?? true) && onPath(path, filter.path));
  }

  /** What asked for a change: everything but reading and signing in. Credentials are read by a POST. */
  public get changes(): RecordedRequest[] {
    return this.recorded.filter(({ method, path }) => method !== 'GET' && /^\/*subscriptions\/(?!.*\/list\w+$)/i.test(path));
  }

  /** The versions of the Terraform providers that called, which tell their names in the User-Agent. */
  public get providers(): Record<string, string> {
    const found = this.recorded.map(({ userAgent }) => /terraform-provider-(\w+)\/v?([\w.+-]+)/.exec(userAgent ?? ''));
    return Object.fromEntries(found.flatMap((match) => (match ? [[match[1], match[2]]] : [])));
  }

  public clear(): void {
    this.recorded = [];
  }
}

function onPath(path: string, wanted: string | RegExp | undefined): boolean {
  if (wanted === undefined) return true;
  return typeof wanted === 'string' ? path.toLowerCase().includes(wanted.toLowerCase()) : path.search(wanted) >= 0;
}
