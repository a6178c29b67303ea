import { Construct } from 'constructs';
import { DaprEngine } from './dapr-engine';
import { DaprExtensionProps } from './dapr-extension-props';
import { Engine, EngineResource } from './private/engine';
import { engineFor } from './private/engines';
import { isExpression, printable } from './private/expression';
import { extensionIdOf, importProblems } from './private/extension-id';
import { ITerraformDependable, TerraformStack } from './private/framework';
import { ImportBlock } from './private/import-block';
import { joinDependencies } from './private/node-dependencies';
import { claimCluster, resolvedClusterId, secondOnCluster } from './private/one-per-cluster';
import { check, describe, Problem } from './private/problem';
import { propertyProblems } from './private/property-rules';
import { register, registrationProblems } from './private/registration';
import { readSettings } from './private/settings/extension-settings';
import { NEWEST_MINOR } from './private/settings/newest-minor';
import { parseVersion } from './private/version';
import { Warning, warnAtSynth } from './private/warnings';

/**
 * Dapr on a cluster of Azure Kubernetes Service or on an Arc-enabled cluster: the cluster extension `microsoft.dapr`.
 *
 * Its Terraform resource is `node.defaultChild` and has the address that a bare resource with the same
 * construct id would have.
 *
 * @see https://learn.microsoft.com/azure/aks/dapr
 */
export class DaprExtension extends Construct implements ITerraformDependable {
  private readonly deployed: EngineResource;
  private readonly props: DaprExtensionProps;

  /**
   * @throws one error that lists everything that is wrong with the properties, each with its code, the value,
   * the reason and the fix. The codes stand in ERRORS.md.
   */
  public constructor(scope: Construct, id: string, props: DaprExtensionProps) {
    super(scope, id);
    const { problems, warnings, settings } = readSettings(props);
    const engine = this.checked(engineFor(props.engine ?? DaprEngine.AZURERM), props, problems);
    this.props = props;
    claimCluster(this, props.cluster.clusterId);
    this.deployed = engine.create(this, {
      props,
      settings: settings(),
      dependsOn: [...(props.dependsOn ?? []), ...register(this, props)],
    });
    joinDependencies(this);
    warnAtSynth(this, () => [...propertyWarnings(props), ...engine.warnings(props, TerraformStack.of(this)), ...warnings]);
    this.node.addValidation({
      validate: () => {
        const late = this.lateProblems(engine, props);
        return late.length > 0 ? [this.errorText(late)] : [];
      },
    });
  }

  /**
   * The resource ID of the extension, as a token.
   */
  public get extensionId(): string {
    return this.deployed.extensionId;
  }

  /**
   * The name of the extension, as a token: what uses it waits for Dapr.
   */
  public get name(): string {
    return this.deployed.name;
  }

  /**
   * The Kubernetes namespace of the control plane, as a token: what uses it waits for Dapr.
   */
  public get releaseNamespace(): string {
    return this.deployed.releaseNamespace;
  }

  /**
   * The version of Dapr that is installed, as a token.
   */
  public get currentVersion(): string {
    return this.deployed.currentVersion;
  }

  /**
   * The object ID of the extension's managed identity, as a token. It is null in Terraform where Azure assigned none.
   */
  public get principalId(): string {
    return this.deployed.principalId;
  }

  /**
   * Takes over an extension that the Azure CLI, Bicep or the portal made, by an `import` block of Terraform 1.5 or newer.
   *
   * The import never deletes what runs. With the engine AZURERM Terraform is therefore told to ignore what else would
   * make it a replacement: the type, and, where they are not stated, the version and the namespace; the release train
   * where it is stated; on Arc the identity. With AZAPI it is the namespace alone. The call can stay in the code for good;
   * before you remove it, look at the plan without it: where Azure answers one of these in other letters than it was sent,
   * it would be a replacement.
   *
   * @param extensionId the resource ID of the extension. By default the one that follows from the cluster and the name.
   * @throws an error ImportOfOtherExtension for the ID of an extension of another cluster or name.
   */
  public importExisting(extensionId?: string): void {
    const problems = extensionId === undefined ? [] : importProblems(this.props, extensionId);
    if (problems.length > 0) {
      throw new Error(this.errorText(problems));
    }
    const { resource, replacedOnImport } = this.deployed;
    // The ID in the letters of the cluster's: in others azapi would plan a replacement.
    const id = isExpression(extensionId) ? extensionId! : extensionIdOf(this.props);
    const ignored = resource.lifecycle?.ignoreChanges ?? [];
    if (replacedOnImport.length > 0 && ignored !== 'all') {
      resource.lifecycle = { ...resource.lifecycle, ignoreChanges: [...new Set([...ignored, ...replacedOnImport])] };
    }
    this.node.tryRemoveChild('Import');
    new ImportBlock(this, 'Import', resource, this.deployed.importId(id));
  }

  /**
   * The address of the Terraform resource, for `dependsOn`.
   */
  public get fqn(): string {
    return this.deployed.resource.fqn;
  }

  /** The engine, where it can do what was asked for; otherwise an error, and nothing is left in the tree. */
  private checked(engine: Engine | undefined, props: DaprExtensionProps, settingProblems: readonly Problem[]): Engine {
    const problems = engine ? this.problems(engine, props, settingProblems) : [{
      code: 'EngineUnavailable' as const,
      value: `engine: ${printable(props.engine)}`,
      why: `the library has the engines ${Object.keys(DaprEngine).map((name) => `DaprEngine.${name}`).join(', ')}`,
      fix: 'leave `engine` out to get DaprEngine.AZURERM',
    }];
    if (!engine || problems.length > 0) {
      this.node.scope!.node.tryRemoveChild(this.node.id);
      throw new Error(this.errorText(problems));
    }
    return engine;
  }

  private problems(engine: Engine, props: DaprExtensionProps, settingProblems: readonly Problem[]): Problem[] {
    return [
      ...propertyProblems(props, Object.keys(engine.ignorable(props))),
      ...check(engine.rules, props),
      ...engine.providerProblems(props, TerraformStack.of(this), false),
      ...settingProblems,
      ...registrationProblems(props),
      ...(props.cluster?._problems.length === 0 ? secondOnCluster(this, props.cluster.clusterId) : []),
    ];
  }

  private lateProblems(engine: Engine, props: DaprExtensionProps): Problem[] {
    const clusterId = resolvedClusterId(this, props.cluster.clusterId);
    const second = secondOnCluster(this, clusterId);
    if (second.length === 0) {
      claimCluster(this, clusterId);
    }
    return [...engine.providerProblems(props, TerraformStack.of(this), true), ...second];
  }

  private errorText(problems: readonly Problem[]): string {
    return describe(`DaprExtension ${printable(this.node.path)}`, problems);
  }
}

function propertyWarnings({ version, autoUpgradeMinorVersion }: DaprExtensionProps): Warning[] {
  return [
    ...(version === undefined && autoUpgradeMinorVersion === undefined
      ? [{ id: 'ImplicitAutoUpgrade', value: 'neither version nor autoUpgradeMinorVersion is stated' } as const]
      : []),
    ...(isOutOfSupport(version) ? [{ id: 'VersionOutOfSupport', value: `version: ${printable(version)}` } as const] : []),
  ];
}

/** Microsoft supports the newest minor version and the one before it. */
function isOutOfSupport(version: string | undefined): boolean {
  const [newest, pinned] = [`${NEWEST_MINOR}.0`, version ?? ''].map(parseVersion);
  return newest !== undefined && pinned !== undefined && (pinned.major < newest.major || pinned.minor < newest.minor - 1);
}
