import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformStack } from 'cdktf';
import { AzapiProvider, DaprCluster, DaprEngine, DaprExtension, type DaprExtensionProps } from '../../../lib';
import type { Plan } from '../plan';
import type { Extension } from '../simulator/extension';
import type { RecordedRequest } from '../simulator/recorder';
import { ArmSimulator } from '../simulator/simulator';
import type { Switches } from '../simulator/switches';
import { AKS, ARC, extensionOf } from '../simulator/testing';
import { Terraform } from '../terraform';
import { CREATION_TRIGGERS } from './needs';
import { synth } from './synth';

/** The two extensions of a scenario are called as the kind of cluster they are on. */
export const KINDS = ['Aks', 'Arc'] as const;
export type Kind = typeof KINDS[number];
export const CLUSTERS = { Aks: AKS, Arc: ARC };
export const EXTENSIONS = { Aks: extensionOf(AKS), Arc: extensionOf(ARC) };

export type Props = Omit<DaprExtensionProps, 'cluster' | 'engine'>;

/** What a scenario says of its extensions: the same of both, or something else of each. */
export type Stated = Props | ((kind: Kind, providers: Providers) => Props);

export interface Providers {
  readonly azurerm?: AzurermProvider;
}

export interface More {
  /** For another one than that of the stage. */
  readonly engine?: DaprEngine;
  /** Done to each extension. */
  readonly then?: (extension: DaprExtension, kind: Kind) => void;
  /** Whatever else is in the stack. */
  readonly and?: (stack: TerraformStack) => void;
  /** An azurerm provider, which a stage for AZAPI has not by itself. */
  readonly azurerm?: boolean;
}

/** One simulated Azure, one Terraform, and in its stack Dapr on a cluster of AKS and on one of Arc. */
export class Stage {
  public static async open(engine: DaprEngine, switches: Partial<Switches> = {}): Promise<Stage> {
    return new Stage(engine, await ArmSimulator.start({ switches }));
  }

  public readonly terraform: Terraform;
  private told = 0;

  private constructor(public readonly engine: DaprEngine, public readonly simulator: ArmSimulator) {
    this.terraform = new Terraform({ environment: simulator.environment() });
  }

  public get azure() {
    return this.simulator.azure;
  }

  /** Synthesizes the two extensions. */
  public write(stated: Stated, more: More = {}): void {
    const engine = more.engine ?? this.engine;
    this.writeStack((stack) => {
      const azurerm = engine === DaprEngine.AZURERM || more.azurerm ? new AzurermProvider(stack, 'azurerm', { features: [{}] }) : undefined;
      if (engine === DaprEngine.AZAPI) new AzapiProvider(stack, 'azapi');
      more.and?.(stack);
      for (const kind of KINDS) {
        const cluster = kind === 'Aks' ? DaprCluster.aks(AKS) : DaprCluster.arc(ARC);
        const props = typeof stated === 'function' ? stated(kind, { azurerm }) : stated;
        const extension = new DaprExtension(stack, kind, { cluster, engine, ...props });
        more.then?.(extension, kind);
      }
    });
  }

  public writeStack(build: (stack: TerraformStack) => void): void {
    this.terraform.write(synth(build));
  }

  /**
   * Where the creation of a trigger replaces what is there already (with AZURERM, in OpenTofu since 1.12), the triggers have to be made
   * in an apply of their own. Answers what is still to be created with the rest.
   */
  public async claimsFirst(): Promise<string[]> {
    const claims = Object.keys(this.terraform.resources('terraform_data')).filter((name) => name.includes('_VolumeClaims_'));
    if (!CREATION_TRIGGERS || claims.length === 0) return claims.map((name) => `create claims of ${name.split('_')[0]}`);
    await this.terraform.plan(...claims.map((name) => `-target=terraform_data.${name}`));
    await this.terraform.applyPlan();
    return [];
  }

  /** What Terraform would do, a line for each resource. */
  public async plan(): Promise<string[]> {
    return lines(await this.terraform.plan());
  }

  /** Synthesizes, expects the plan, and applies it. */
  public async applies(stated: Stated, planned: string[], more?: More): Promise<void> {
    this.write(stated, more);
    await this.plans(planned);
  }

  /** Expects the plan of what was written, and applies it. */
  public async plans(planned: string[]): Promise<void> {
    expect(await this.plan()).toEqual([...planned].sort());
    await this.terraform.applyPlan();
  }

  /** A plan finds nothing to do, and nobody is told to do anything. */
  public async settled(): Promise<void> {
    const before = this.azure.recorder.changes.length;
    const plan = await this.terraform.plan();
    expect({ changes: lines(plan), empty: plan.empty }).toEqual({ changes: [], empty: true });
    expect(this.azure.recorder.changes).toHaveLength(before);
  }

  /** Destroys all of it: what Terraform made is gone, Azure was told to delete the extensions, and was told nothing else. */
  public async destroyed(deleted: string[] = ['DELETE Aks', 'DELETE Arc']): Promise<void> {
    this.received();
    await this.terraform.destroy();
    expect(this.received()).toEqual(deleted);
    expect(this.azure.extensions.all).toEqual([]);
    expect(await this.terraform.addresses()).toEqual([]);
  }

  /** What Azure was told to change since the last question, as `PUT Aks`. */
  public received(): string[] {
    return this.changes().map(({ method, path }) => `${method} ${shortPath(path)}`).sort();
  }

  /** The same as requests. */
  public changes(): RecordedRequest[] {
    const { changes } = this.azure.recorder;
    const since = changes.slice(this.told);
    this.told = changes.length;
    return since;
  }

  /** What Azure was told last of this extension. */
  public body(kind: Kind): any {
    return this.azure.recorder.find({ method: ['PUT', 'PATCH'], path: EXTENSIONS[kind] }).at(-1)?.body;
  }

  /** What Azure knows of the extension. */
  public extension(kind: Kind): Extension {
    const found = this.simulator.extension(EXTENSIONS[kind]);
    if (found === undefined) throw new Error(`There is no extension on ${kind}`);
    return found;
  }

  /** The settings that hold on each. */
  public settings(): Record<Kind, Record<string, string>> {
    return both((kind) => this.extension(kind).chosen.configurationSettings);
  }

  /** What tells one installation from another. */
  public identities(): Record<Kind, string> {
    return both((kind) => this.extension(kind).principalId);
  }

  public async close(): Promise<void> {
    this.terraform.close();
    await this.simulator.stop();
  }

  /** A line for both kinds, such as `update Aks` or, with a reason, `replace Aks (version)`; with AZURERM also what is said of their claims. */
  public each(verb: string, { why, claims }: { why?: string; claims?: string } = {}): string[] {
    const ofClaims = claims !== undefined && this.engine === DaprEngine.AZURERM ? KINDS.map((kind) => `${claims} claims of ${kind}`) : [];
    return [...KINDS.map((kind) => `${verb} ${kind}${why === undefined ? '' : ` (${why})`}`), ...ofClaims];
  }

  /** The plan of the first installation. */
  public get creation(): string[] {
    return this.each('create', { claims: 'create' });
  }
}

export function both<T>(of: (kind: Kind) => T): Record<Kind, T> {
  return { Aks: of('Aks'), Arc: of('Arc') };
}

/** The settings that the library adds, with those of a scenario. */
export const withClusterType = (settings: Record<string, string>) => ({ Aks: { 'global.clusterType': 'managedclusters', ...settings }, Arc: settings });

/** `replace Aks (version)`: which provider's resource it is, a scenario knows. */
function lines(plan: Plan): string[] {
  return plan.summary
    .map((line) => line.replace(/terraform_data\.(\w+?)_VolumeClaims_\w+/, 'claims of $1').replace(/\b(?:azurerm|azapi)_\w+\.(\w+)/, '$1'))
    .sort();
}

function shortPath(path: string): string {
  const kind = KINDS.find((name) => path.toLowerCase() === EXTENSIONS[name].toLowerCase());
  return kind ?? path.replace(/^\/+subscriptions\/[^/]+\/(providers\/)?/i, '');
}
