import { Construct } from 'constructs';
import { DaprExtensionProps } from '../dapr-extension-props';
import { ITerraformDependable, TerraformResource, TerraformStack } from './framework';
import { Problem, Rule } from './problem';
import { ExtensionSettings } from './settings/extension-settings';
import { Warning } from './warnings';

/** The type that Azure knows the extension by. Always lower-case: a change of its case plans a replacement. */
export const EXTENSION_TYPE = 'microsoft.dapr';

/**
 * One way to manage the extension with Terraform. An engine knows the traps of its provider, and nothing else does.
 */
export interface Engine {
  /** What this engine cannot do. */
  readonly rules: readonly Rule<DaprExtensionProps>[];

  /** What is wrong with the provider. At synth once more: until then the stack may get another one. */
  providerProblems(props: DaprExtensionProps, stack: TerraformStack, atSynth: boolean): Problem[];

  /** What the resource calls the properties that `ignoreChanges` may name. */
  ignorable(props: DaprExtensionProps): Readonly<Record<string, string>>;

  /** What a user of this engine should know about what they stated. */
  warnings(props: DaprExtensionProps, stack: TerraformStack): Warning[];

  /** Creates the resource, with the construct id `Default`: its address is then the one a bare resource in place of the construct had. */
  create(scope: Construct, request: EngineRequest): EngineResource;
}

/** What an engine makes its resource from. */
export interface EngineRequest {
  readonly props: DaprExtensionProps;
  readonly settings: ExtensionSettings;
  readonly dependsOn: ITerraformDependable[];
}

/**
 * The resource of an engine, and where it keeps what users read. Getters all: reading an attribute fixes the
 * logical ID of the resource, and `overrideLogicalId` must work until then.
 */
export interface EngineResource {
  readonly resource: TerraformResource;
  readonly extensionId: string;
  readonly name: string;
  readonly releaseNamespace: string;
  readonly currentVersion: string;
  readonly principalId: string;

  /** Arguments whose difference from what runs in Azure would make an import a replacement. */
  readonly replacedOnImport: readonly string[];

  /** The ID by which the provider imports the extension with this resource ID. */
  importId(extensionId: string): string;
}
