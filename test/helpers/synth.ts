import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { AzurermProvider, AzurermProviderConfig } from '@cdktf/provider-azurerm/lib/provider';
import { App, TerraformStack, Testing } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { DaprExtension, DaprExtensionProps } from '../../lib';

export const SUBSCRIPTION = '00000000-0000-0000-0000-000000000001';
export const OTHER_SUBSCRIPTION = '00000000-0000-0000-0000-000000000002';
export const AKS_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/aks`;
export const ARC_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Kubernetes/connectedClusters/arc`;

export const AKS = 'azurerm_kubernetes_cluster_extension';
export const ARC = 'azurerm_arc_kubernetes_cluster_extension';
export const REGISTRATION = 'azurerm_resource_provider_registration';

/** A stack with an azurerm provider, as most tests want it. */
export class TestStack extends TerraformStack {
  public readonly azurerm: AzurermProvider;

  public constructor(id = 'Stack', app: Construct = Testing.app(), config: Partial<AzurermProviderConfig> = {}) {
    super(app, id);
    this.azurerm = new AzurermProvider(this, 'azurerm', { features: [{}], ...config });
  }
}

/** The Terraform JSON of a stack, with validations run; without what cdktf writes about itself. */
export function synth(stack: TerraformStack): any {
  return withoutComments(JSON.parse(Testing.synth(stack, true)));
}

/** The block of the only resource of a type in a stack. */
export function only(stack: TerraformStack, type: string): any {
  const blocks = Object.values(synth(stack).resource[type]);
  expect(blocks).toHaveLength(1);
  return blocks[0];
}

/** The block that one extension yields in a stack of its own. */
export function extension(props: DaprExtensionProps, type = AKS): any {
  const stack = new TestStack();
  new DaprExtension(stack, 'Dapr', props);
  return only(stack, type);
}

/** The message of the error that an extension in a stack of its own raises. */
export function errorOf(props: any): string {
  return thrown(() => new DaprExtension(new TestStack(), 'Dapr', props));
}

/** The message that a function throws. */
export function thrown(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}

/** The codes of the problems that a message lists. */
export function codes(message: string): string[] {
  return [...message.matchAll(/^(?:\[.*?\] )?([A-Z][A-Za-z]+): /gm)].map(([, code]) => code);
}

/** The warnings of a construct after synth. */
export function warningsOf(construct: IConstruct): string[] {
  return construct.node.metadata.filter(({ type }) => type === '@cdktf/warn').map(({ data }) => data);
}

/** The ids of the warnings of a construct after synth. */
export function warningIds(construct: IConstruct): string[] {
  return warningsOf(construct).map((text) => text.split(':')[0]);
}

/** Synthesizes a whole app, as the CLI does, into the Terraform JSON of each stack and the manifest. */
export function synthApp(build: (app: App) => void): { stacks: Record<string, any>; manifest: any } {
  const outdir = mkdtempSync(join(tmpdir(), 'cdktf-azure-dapr-'));
  try {
    const app = new App({ outdir });
    build(app);
    app.synth();
    const manifest = JSON.parse(readFileSync(join(outdir, 'manifest.json'), 'utf8'));
    const stacks = Object.keys(manifest.stacks).map((name) =>
      [name, withoutComments(JSON.parse(readFileSync(join(outdir, manifest.stacks[name].synthesizedStackPath), 'utf8')))]);
    return { stacks: Object.fromEntries(stacks), manifest };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

function withoutComments(value: any): any {
  if (Array.isArray(value)) {
    return value.map(withoutComments);
  }
  return value !== null && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== '//').map(([key, child]) => [key, withoutComments(child)]))
    : value;
}
