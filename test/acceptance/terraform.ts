import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { providerSource, readDevOverrides } from './cli-config';
import { parsePlan, type Plan } from './plan';
import { run, type RunResult } from './process';
import { initEnvironment, offlineEnvironment } from './terraform-environment';

/** The name or path of the binary; the variable is the one cdktf knows. */
export const terraformBinary = (): string => process.env.TERRAFORM_BINARY_NAME || 'terraform';

/** Terraform ended with an error, or not in time. */
export class TerraformError extends Error {
  public constructor(public readonly command: string, public readonly result: RunResult) {
    super(`terraform ${command} ${result.exitCode === undefined ? 'was ended at its time limit' : 'failed'}: ${plainText(result)}`);
  }
}

/** The output as one line without frames, since Terraform breaks its lines where it likes. */
export function plainText({ stdout, stderr }: RunResult): string {
  return `${stderr.trim() === '' ? stdout : stderr}`.replace(/[│╷╵]/g, ' ').replace(/\s+/g, ' ').trim();
}

export interface TerraformOptions {
  /** Added to the environment of every command but `init`: usually `simulator.environment()`. */
  readonly environment?: Record<string, string>;
  /** For one command. @default 5 minutes */
  readonly timeoutMilliseconds?: number;
}

interface Configuration {
  readonly resource?: Record<string, Record<string, unknown>>;
  readonly terraform?: {
    readonly backend?: unknown;
    readonly required_providers?: Record<string, { readonly source?: string } | string>;
  };
}

const CONFIGURATION = 'cdk.tf.json';
const PLAN = 'tfplan';

/** `init` fills the one provider cache of the process, which must not happen twice at once. */
let lastInit: Promise<unknown> = Promise.resolve();

/** The real Terraform, in a folder of its own. */
export class Terraform {
  public readonly folder = mkdtempSync(join(tmpdir(), 'terraform-'));
  private configuration = '{}';
  private initialized?: string;

  public constructor(private readonly options: TerraformOptions = {}) {}

  /** Sets the configuration: an object, or JSON text as `cdktf synth` writes it. */
  public write(configuration: object | string): this {
    this.configuration = typeof configuration === 'string' ? configuration : JSON.stringify(configuration, null, 2);
    writeFileSync(join(this.folder, CONFIGURATION), this.configuration);
    return this;
  }

  /** The resources of a type in the configuration, by name. */
  public resources(type: string): Record<string, unknown> {
    return this.parsed().resource?.[type] ?? {};
  }

  /** What a plan would do; the plan is kept for `applyPlan`. */
  public async plan(...args: string[]): Promise<Plan> {
    await this.init();
    await this.command('plan', '-input=false', `-out=${PLAN}`, ...args);
    return parsePlan(await this.command('show', '-json', PLAN));
  }

  /** Applies the last plan. */
  public async applyPlan(): Promise<void> {
    await this.command('apply', '-input=false', PLAN);
  }

  /** Plans, applies, and tells what was planned. */
  public async apply(): Promise<Plan> {
    const plan = await this.plan();
    await this.applyPlan();
    return plan;
  }

  public async destroy(): Promise<Plan> {
    const plan = await this.plan('-destroy');
    await this.applyPlan();
    return plan;
  }

  public async validate(): Promise<void> {
    await this.init();
    await this.command('validate');
  }

  public async outputs(): Promise<Record<string, unknown>> {
    const outputs = JSON.parse(await this.command('output', '-json')) as Record<string, { value: unknown }>;
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  }

  /** The addresses in the state. */
  public async addresses(): Promise<string[]> {
    return (await this.command('state', 'list')).split('\n').filter((line) => line !== '');
  }

  /** Runs any command and gives its stdout. */
  public async command(...args: string[]): Promise<string> {
    return this.execute(args, offlineEnvironment(this.options.environment ?? {}));
  }

  /** Removes the folder and the state in it. */
  public close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What `plan` does by itself: `init` where it is needed, and again when providers or backend are others. */
  public async init(): Promise<void> {
    const { backend, required_providers: providers = {} } = this.parsed().terraform ?? {};
    const overridden = readDevOverrides();
    const allBuiltLocally = Object.entries(providers).every(([name, provider]) => (
      overridden.has(providerSource(typeof provider === 'string' ? name : provider.source ?? name))
    ));
    // Once there is a state, `init` would look in the registry for the locally built providers that the state names.
    const wanted = JSON.stringify(allBuiltLocally ? [backend] : [backend, providers]);
    if (this.initialized === wanted) return;
    if (!allBuiltLocally) {
      await this.runInit();
    } else if (backend !== undefined) {
      await this.initBackend(backend);
    }
    this.initialized = wanted;
  }

  /** `init` for the backend alone: it would look for the locally built providers in the registry. */
  private async initBackend(backend: unknown): Promise<void> {
    const { configuration } = this;
    try {
      this.write({ terraform: { backend } });
      await this.runInit();
    } finally {
      this.write(configuration);
    }
  }

  private async runInit(): Promise<void> {
    const next = lastInit.then(() => this.execute(['init', '-input=false', '-no-color'], initEnvironment()));
    lastInit = next.catch(() => undefined);
    await next;
  }

  /** Broken JSON is for Terraform to complain about. */
  private parsed(): Configuration {
    try {
      return JSON.parse(this.configuration) as Configuration;
    } catch {
      return {};
    }
  }

  private async execute(args: string[], environment: Record<string, string>): Promise<string> {
    const result = await run(terraformBinary(), args, {
      folder: this.folder,
      environment: { ...environment, TF_CLI_ARGS: '-no-color' },
      timeoutMilliseconds: this.options.timeoutMilliseconds ?? 300_000,
    });
    if (result.exitCode !== 0) throw new TerraformError(args[0], result);
    return result.stdout;
  }
}
