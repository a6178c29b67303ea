import { AzureError } from './azure-error';
import type { ArmRequest } from './http';

/** Something that goes wrong, a given number of times, with the requests it matches. */
export interface Fault {
  /** @default every method */
  readonly method?: string;
  /** A text within the path, in any case, or an expression. @default every path */
  readonly path?: string | RegExp;
  /** @default 1 */
  readonly times?: number;
  /** Answers this instead of doing anything. */
  readonly answer?: { readonly status: number; readonly code: string; readonly message: string; readonly retryAfterSeconds?: number };
  /** Ends the operation that the request starts as Failed, which leaves a half-made resource. */
  readonly operationError?: { readonly code: string; readonly message: string };
  /** The operation is still in progress for so many looks. */
  readonly looks?: number;
  /** Waits so long before anything else. */
  readonly delayMilliseconds?: number;
  /** Closes the connection without an answer. */
  readonly hangUp?: boolean;
}

type Match = Pick<Fault, 'method' | 'path' | 'times'>;

/** Failures on demand. */
export class Faults {
  private waiting: { readonly fault: Fault; left: number }[] = [];

  public add(fault: Fault): void {
    this.waiting.push({ fault, left: fault.times ?? 1 });
  }

  /** 429 with Retry-After, as ARM throttles. */
  public throttle(match: Match = {}, retryAfterSeconds = 1): void {
    this.add({ ...match, answer: { status: 429, code: 'TooManyRequests', message: 'The request was throttled.', retryAfterSeconds } });
  }

  public serverError(match: Match = {}): void {
    this.add({ ...match, answer: { status: 500, code: 'InternalServerError', message: 'The server met an unexpected condition.' } });
  }

  /** The operation is accepted and fails later: of a create, a resource in the state Failed is left. */
  public failOperation(match: Match = { method: 'PUT' }, message = 'Helm installation failed: timed out waiting for the condition'): void {
    this.add({ ...match, operationError: { code: 'ExtensionOperationFailed', message } });
  }

  public slowOperation(looks: number, match: Match = { method: 'PUT' }): void {
    this.add({ ...match, looks });
  }

  public clear(): void {
    this.waiting = [];
  }

  /** The faults that were added and have not all happened. */
  public get pending(): Fault[] {
    return this.waiting.map(({ fault }) => fault);
  }

  /** The fault that meets this request, which is used up by it. */
  public take(request: ArmRequest): Fault | undefined {
    const found = this.waiting.find(({ fault }) => matches(fault, request));
    if (found && --found.left <= 0) this.waiting = this.waiting.filter((other) => other !== found);
    return found?.fault;
  }
}

function matches(fault: Fault, request: ArmRequest): boolean {
  if (fault.method && fault.method.toUpperCase() !== request.method) return false;
  if (fault.path === undefined) return true;
  if (typeof fault.path === 'string') return request.path.toLowerCase().includes(fault.path.toLowerCase());
  // Not `test`: an expression with the flag `g` would remember where it stopped.
  return request.path.search(fault.path) >= 0;
}

/** The refusal a fault stands for, if it is one. */
export function refusal(fault: Fault | undefined): AzureError | undefined {
  if (!fault?.answer) return undefined;
  const { status, code, message, retryAfterSeconds } = fault.answer;
  return new AzureError(status, code, message, retryAfterSeconds === undefined ? {} : { 'Retry-After': `${retryAfterSeconds}` });
}
