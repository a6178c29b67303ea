import { randomUUID } from 'crypto';
import { AzureError } from './azure-error';
import type { OperationError } from './extension';
import type { Answer } from './http';
import { key } from './resource-id';
import type { Switches } from './switches';

/** A long-running operation. Its end comes with a look at it, not with time: so tests neither wait nor race. */
export interface Operation {
  readonly id: string;
  readonly resource: string;
  readonly cluster: string;
  /** How many more looks find it in progress. */
  looks: number;
  readonly error?: OperationError;
  /** Does to the resource what the operation is for. */
  readonly finish: () => void;
  done: boolean;
}

/** Operations that ended are forgotten after so many newer ones. */
const REMEMBERED = 10_000;

export class Operations {
  private readonly all = new Map<string, Operation>();
  private readonly running = new Map<string, Operation>();

  public constructor(private readonly switches: Switches) {}

  /** How soon to look again: in seconds for all clients, and sooner for those built on Azure's SDK for Go. */
  public waits(): Record<string, string> {
    return { 'Retry-After': '1', 'retry-after-ms': `${this.switches.pollMilliseconds}` };
  }

  public start(operation: Omit<Operation, 'id' | 'done'>): Operation {
    const started: Operation = { ...operation, id: randomUUID(), done: false };
    this.all.set(started.id, started);
    this.running.set(key(started.resource), started);
    for (const [id, { done }] of this.all) {
      if (this.all.size <= REMEMBERED || !done) break;
      this.all.delete(id);
    }
    return started;
  }

  /** Counts as a look, as a client's poll does. */
  public look(resource: string): void {
    const operation = this.running.get(key(resource));
    if (operation && operation.looks-- <= 0) this.finish(operation);
  }

  public finish(operation: Operation): void {
    if (operation.done) return;
    operation.done = true;
    this.running.delete(key(operation.resource));
    operation.finish();
  }

  public isRunning(resource: string): boolean {
    return this.running.has(key(resource));
  }

  public isRunningOnCluster(cluster: string): boolean {
    return [...this.running.values()].some((operation) => key(operation.cluster) === key(cluster));
  }

  /** What Azure-AsyncOperation points to. */
  public status(resource: string, id: string): Answer {
    const operation = this.seen(resource, id);
    const status = !operation.done ? 'InProgress' : operation.error ? 'Failed' : 'Succeeded';
    const error = operation.done && operation.error ? { error: operation.error } : {};
    const body = { id: `${operation.resource}/operations/${operation.id}`, name: operation.id, status, ...error };
    return { status: 200, body, headers: operation.done ? {} : this.waits() };
  }

  /** What Location points to: 202 while it runs. */
  public result(resource: string, id: string): Answer {
    const operation = this.seen(resource, id);
    if (!operation.done) return { status: 202, headers: this.waits() };
    if (operation.error) throw new AzureError(400, operation.error.code, operation.error.message);
    return { status: 204 };
  }

  public clear(): void {
    this.all.clear();
    this.running.clear();
  }

  private seen(resource: string, id: string): Operation {
    const operation = this.all.get(id.toLowerCase());
    if (!operation || key(operation.resource) !== key(resource)) {
      throw new AzureError(404, 'OperationNotFound', `The operation '${id}' was not found.`);
    }
    this.look(resource);
    return operation;
  }
}
