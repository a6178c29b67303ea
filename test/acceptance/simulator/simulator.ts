import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import type { Server } from 'https';
import type { AddressInfo } from 'net';
import { tmpdir } from 'os';
import { join } from 'path';
import { Azure } from './azure';
import { makeCertificate } from './certificate';
import { environment } from './environment';
import type { Extension } from './extension';
import type { Json } from './http';
import { clusterId, type ClusterId } from './resource-id';
import { match } from './router';
import { createArmServer } from './server';
import type { Switches } from './switches';

export interface SimulatorOptions {
  /** @default a free one */
  readonly port?: number;
  /** Where the certificate is written; it stays there. @default a temporary folder that `stop` removes */
  readonly folder?: string;
  readonly switches?: Partial<Switches>;
}

/** Azure Resource Manager for one test: https on the loopback interface, state in memory. */
export class ArmSimulator {
  public static async start(options: SimulatorOptions = {}): Promise<ArmSimulator> {
    const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'arm-simulator-'));
    const simulator = new ArmSimulator(folder, options.folder === undefined, options.switches);
    await simulator.listen(options.port ?? 0);
    return simulator;
  }

  public readonly azure: Azure;
  /** The file with the certificate that clients have to trust. */
  public readonly caFile: string;
  /** The same as text. */
  public readonly ca: string;
  private readonly server: Server;
  private port = 0;

  private constructor(private readonly folder: string, private readonly temporary: boolean, switches?: Partial<Switches>) {
    const certificate = makeCertificate();
    this.ca = certificate.certificate;
    this.caFile = join(folder, 'ca.pem');
    writeFileSync(this.caFile, this.ca);
    this.azure = new Azure(() => this.url, switches);
    this.server = createArmServer(this.azure, certificate);
  }

  public get url(): string {
    return `https://localhost:${this.port}`;
  }

  /** What azurerm and azapi need to talk to this simulator and to nothing else. */
  public environment(): Record<string, string> {
    return environment(this.url, this.caFile);
  }

  /** Makes an extension as another client would have, such as the Azure CLI, the portal or Bicep: nothing of it is recorded. */
  public seed(id: string, body: Json, apiVersion = '2024-11-01'): Extension {
    const { cluster, name } = parse(id);
    const { extensions, switches } = this.azure;
    const { longRunning } = switches;
    try {
      switches.longRunning = 'none';
      extensions.put({ cluster, name, apiVersion }, body);
    } finally {
      switches.longRunning = longRunning;
    }
    return this.extension(id)!;
  }

  /** An extension with everything Azure knows of it, secrets included; undefined where there is none. */
  public extension(id: string): Extension | undefined {
    return this.azure.extensions.find(parse(id));
  }

  /** As it was at the start, but for the switches. */
  public reset(): void {
    this.azure.versions.reset();
    this.azure.extensions.clear();
    this.azure.registrations.clear();
    this.azure.features.clear();
    this.azure.faults.clear();
    this.azure.recorder.clear();
  }

  public async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
    if (this.temporary) rmSync(this.folder, { recursive: true, force: true });
  }

  private async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', resolve);
    });
    this.port = (this.server.address() as AddressInfo).port;
  }
}

function parse(id: string): { cluster: ClusterId; name: string } {
  const at = match(id.split('/').filter((segment) => segment !== ''))?.at;
  if (at?.extension === undefined) throw new Error(`Not the ID of an extension: ${id}`);
  return { cluster: clusterId(at), name: at.extension };
}
