import { randomUUID } from 'crypto';
import { AzureError, badRequest } from './azure-error';
import type { Chosen, Extension } from './extension';
import { readBody } from './extension-body';
import { patch, put } from './extension-rules';
import { view } from './extension-view';
import type { Fault } from './faults';
import type { Answer, Json } from './http';
import { installError } from './installation';
import { Operations, type Operation } from './operations';
import { extensionId, key, type ClusterId } from './resource-id';
import { claims } from './stateful-sets';
import type { Switches } from './switches';
import type { Versions } from './versions';

/** A call for one extension. */
export interface ExtensionCall {
  readonly cluster: ClusterId;
  readonly name: string;
  readonly apiVersion: string;
  /** What is to go wrong with the operation, if anything. */
  readonly fault?: Fault;
}

/** All extensions of all clusters, and what can be done to them. */
export class Extensions {
  public readonly operations: Operations;
  /** By cluster, then by name, both in lower case. */
  private readonly clusters = new Map<string, Map<string, Extension>>();

  public constructor(private readonly url: () => string, private readonly switches: Switches, private readonly versions: Versions) {
    this.operations = new Operations(switches);
  }

  public get all(): Extension[] {
    return [...this.clusters.values()].flatMap((extensions) => [...extensions.values()]);
  }

  public on(cluster: ClusterId): Extension[] {
    return [...(this.clusters.get(key(cluster.id))?.values() ?? [])];
  }

  public clear(): void {
    this.clusters.clear();
    this.operations.clear();
  }

  public list(cluster: ClusterId): Answer {
    return { status: 200, body: { value: this.on(cluster).map((extension) => view(extension, this.switches)) } };
  }

  public read(call: ExtensionCall): Answer {
    const id = extensionId(call.cluster, call.name);
    this.operations.look(id);
    const headers = this.operations.isRunning(id) ? this.operations.waits() : {};
    return { status: 200, body: view(this.existing(call), this.switches), headers };
  }

  public put(call: ExtensionCall, body: Json): Answer {
    if (!/^[^<>%&\\?/]{1,260}$/.test(call.name)) throw badRequest('InvalidResourceName', `The resource name '${call.name}' is invalid.`);
    const before = this.find(call);
    const chosen = put(readBody(body), before?.chosen, { ...call, versions: this.versions, switches: this.switches });
    this.checkIdle(call);
    const extension = before ?? this.create(call, chosen);
    const operation = this.install(extension, chosen, call, before ? 'Updating' : 'Creating');
    return { status: before ? 200 : 201, body: view(extension, this.switches), headers: this.headers(operation, call) };
  }

  public patch(call: ExtensionCall, body: Json): Answer {
    const extension = this.existing(call);
    const chosen = patch(readBody(body), extension.chosen, { ...call, versions: this.versions, switches: this.switches });
    this.checkIdle(call);
    if (JSON.stringify(chosen) === JSON.stringify(extension.chosen) && extension.provisioningState === 'Succeeded' && !call.fault) {
      return { status: 200, body: view(extension, this.switches) };
    }
    const operation = this.install(extension, chosen, call, 'Updating');
    // Without a header to follow, only a 200 tells a client to watch the state of the resource.
    const status = this.switches.longRunning === 'asyncOperation' ? 202 : 200;
    return { status, body: view(extension, this.switches), headers: this.headers(operation, call) };
  }

  public delete(call: ExtensionCall, force: string | undefined): Answer {
    if (force !== undefined && !/^(true|false)$/i.test(force)) throw badRequest('InvalidParameter', "'forceDelete' must be 'true' or 'false'.");
    const extension = this.find(call);
    if (!extension) return { status: 204 };
    this.checkIdle(call);
    extension.provisioningState = 'Deleting';
    const error = call.fault?.operationError;
    const operation = this.start(extension, call, error, () => {
      if (!error) this.clusters.get(key(call.cluster.id))?.delete(key(call.name));
    });
    if (operation.done) return { status: 200 };
    return { status: 202, headers: this.headers(operation, call, true) };
  }

  /** The newest version of its train for each extension with auto-upgrade, as Azure rolls it out sooner or later. */
  public autoUpgrade(): void {
    for (const extension of this.all) {
      const newest = this.versions.newest(extension.chosen.releaseTrain);
      if (extension.chosen.autoUpgradeMinorVersion && extension.provisioningState === 'Succeeded' && newest) extension.currentVersion = newest;
    }
  }

  public find(call: Pick<ExtensionCall, 'cluster' | 'name'>): Extension | undefined {
    return this.clusters.get(key(call.cluster.id))?.get(key(call.name));
  }

  private existing(call: ExtensionCall): Extension {
    const found = this.find(call);
    if (found) return found;
    throw new AzureError(404, 'ResourceNotFound', `The Resource '${extensionId(call.cluster, call.name)}' was not found.`);
  }

  private checkIdle(call: ExtensionCall): void {
    if (this.operations.isRunning(extensionId(call.cluster, call.name))) {
      throw new AzureError(409, 'Conflict', `Another operation on the extension '${call.name}' is in progress.`);
    }
    if (this.switches.concurrentOperations === 'refused' && this.operations.isRunningOnCluster(call.cluster.id)) {
      throw new AzureError(409, 'EtagMismatch', 'Another operation on the cluster changed it in the meantime.');
    }
  }

  private create(call: ExtensionCall, chosen: Chosen): Extension {
    const { cluster, name } = call;
    const onCluster = this.clusters.get(key(cluster.id)) ?? new Map<string, Extension>();
    this.clusters.set(key(cluster.id), onCluster);
    const extension: Extension = {
      id: extensionId(cluster, name),
      name,
      cluster,
      principalId: randomUUID(),
      createdAt: new Date().toISOString(),
      chosen,
      currentVersion: null,
      provisioningState: 'Creating',
    };
    onCluster.set(key(name), extension);
    return extension;
  }

  private install(extension: Extension, chosen: Chosen, call: ExtensionCall, state: 'Creating' | 'Updating'): Operation {
    const before = extension.chosen;
    extension.chosen = chosen;
    extension.provisioningState = state;
    const version = chosen.version ?? this.versions.newest(chosen.releaseTrain);
    const error = call.fault?.operationError
      ?? installError(extension, version, { others: this.on(call.cluster), versions: this.versions, switches: this.switches });
    return this.start(extension, call, error, () => {
      if (error) {
        if (this.switches.failedUpdate === 'old') extension.chosen = before;
        return;
      }
      extension.currentVersion = version!;
      extension.liveClaims = claims(version!, chosen.configurationSettings);
    });
  }

  private start(extension: Extension, call: ExtensionCall, error: Operation['error'], finish: () => void): Operation {
    const operation = this.operations.start({
      resource: extension.id,
      cluster: call.cluster.id,
      looks: call.fault?.looks ?? this.switches.looks,
      error,
      finish: () => {
        extension.error = error;
        extension.provisioningState = error ? 'Failed' : 'Succeeded';
        finish();
      },
    });
    if (this.switches.longRunning === 'none') this.operations.finish(operation);
    return operation;
  }

  /** Where to look for the end, and how soon. The latter also where all is done: azurerm would wait ten seconds before it looks. */
  private headers(operation: Operation, call: ExtensionCall, location = false): Record<string, string> {
    const path = operation.resource.split('/').map(encodeURIComponent).join('/');
    const at = (kind: string) => `${this.url()}${path}/${kind}/${operation.id}?api-version=${call.apiVersion}`;
    const waits = this.operations.waits();
    if (this.switches.longRunning === 'asyncOperation') return { ...waits, 'Azure-AsyncOperation': at('operations') };
    return location ? { ...waits, Location: at('operationResults') } : waits;
  }
}
