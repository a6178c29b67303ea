import { Construct } from 'constructs';
import { DaprExtensionProps } from '../dapr-extension-props';
import { arcSubscriptionProblems } from './arc-subscription';
import { isAzurerm } from './azurerm-provider';
import { ClusterKind } from './cluster-id';
import { defaultProvider, defaultProviderSoFar } from './default-provider';
import { Engine, EngineRequest, EngineResource, EXTENSION_TYPE } from './engine';
import { printable } from './expression';
import { nameOf, namespaceOf, statesNamespace } from './extension-id';
import { arcExtensionBindings, Fn, KubernetesClusterExtension, TerraformResource, TerraformStack, Token } from './framework';
import { lifecycleOf, timeoutsOf } from './lifecycle';
import { Problem, Rule } from './problem';
import { TerraformData } from './terraform-data';
import { Warning } from './warnings';

/** What to write to get the engine that can. */
const AZAPI = [
  'the engine AZAPI:',
  'import { AzapiProvider, DaprEngine } from \'cdktf-azure-dapr\';',
  'new AzapiProvider(this, \'azapi\');',
  'new DaprExtension(this, \'Dapr\', { …, engine: DaprEngine.AZAPI });',
].join('\n');

const RULES: readonly Rule<DaprExtensionProps>[] = [
  {
    code: 'AutoUpgradeOffNeedsVersion',
    broken: ({ version, autoUpgradeMinorVersion }) => version === undefined && autoUpgradeMinorVersion === false,
    message: () => ({
      value: 'autoUpgradeMinorVersion: false without version',
      why: 'the azurerm resource turns automatic upgrades off by pinning a version, and has no other way to say it',
      fix: `version: '1.17.13', the version to stay at\nor ${AZAPI}`,
    }),
  },
  {
    code: 'TrainWithVersion',
    broken: (props) => kindOf(props) === 'managedClusters' && props.version !== undefined && sentTrain(props) !== undefined,
    message: ({ releaseTrain, version }) => ({
      value: `releaseTrain: ${printable(releaseTrain!.name)}, version: ${printable(version)}`,
      why: 'for AKS the azurerm resource takes one of the two',
      fix: `state \`version\` alone to take it from the train stable, or \`releaseTrain\` alone to follow its newest version\nor ${AZAPI}`,
    }),
  },
  {
    code: 'IdentityNeedsAzapi',
    broken: (props) => kindOf(props) === 'managedClusters' && props.systemAssignedIdentity === true,
    message: () => ({
      value: 'systemAssignedIdentity: true on AKS',
      why: 'the azurerm resource for AKS has no identity block; AKS gives the extension an identity of its own, see `principalId`',
      fix: `leave \`systemAssignedIdentity\` out\nor ${AZAPI}`,
    }),
  },
  {
    code: 'IdentityRequiredOnArc',
    broken: (props) => kindOf(props) === 'connectedClusters' && props.systemAssignedIdentity === false,
    message: () => ({
      value: 'systemAssignedIdentity: false on Arc',
      why: 'the azurerm resource for Arc requires its identity block',
      fix: `leave \`systemAssignedIdentity\` out\nor ${AZAPI}`,
    }),
  },
  {
    code: 'ForceDeleteNeedsAzapi',
    broken: ({ forceDelete }) => forceDelete === true,
    message: () => ({
      value: 'forceDelete: true',
      why: 'the azurerm resource deletes an extension only in the ordinary way',
      fix: `leave \`forceDelete\` out\nor ${AZAPI}`,
    }),
  },
];

const IGNORABLE = {
  cluster: 'cluster_id',
  name: 'name',
  version: 'version',
  autoUpgradeMinorVersion: 'version',
  releaseTrain: 'release_train',
  releaseNamespace: 'release_namespace',
  settings: 'configuration_settings',
  configurationSettings: 'configuration_settings',
  configurationProtectedSettings: 'configuration_protected_settings',
};

/** `azurerm_kubernetes_cluster_extension` on AKS, `azurerm_arc_kubernetes_cluster_extension` on Arc. */
export class AzurermEngine implements Engine {
  public readonly rules = RULES;

  public providerProblems({ cluster, provider }: DaprExtensionProps, stack: TerraformStack, atSynth: boolean): Problem[] {
    if (provider && !isAzurerm(provider)) {
      return [{
        code: 'ProviderOfOtherType',
        value: `provider: <provider '${provider.terraformResourceType}'>`,
        why: 'with the engine AZURERM the extension is an azurerm resource',
        fix: 'provider: <an AzurermProvider>, or leave `provider` out to use the stack\'s own',
      }];
    }
    return arcSubscriptionProblems(cluster, () => provider ?? (atSynth ? defaultProvider : defaultProviderSoFar)(stack, 'azurerm'));
  }

  public ignorable(props: DaprExtensionProps): Readonly<Record<string, string>> {
    return kindOf(props) === 'connectedClusters' ? { ...IGNORABLE, systemAssignedIdentity: 'identity' } : IGNORABLE;
  }

  public warnings({ version, ignoreChanges }: DaprExtensionProps): Warning[] {
    const ignored = (ignoreChanges ?? []).some((name) => name === 'version' || name === 'autoUpgradeMinorVersion' || name === 'all');
    return version === undefined || ignored ? [] : [{ id: 'VersionChangeReplaces', value: `version: ${printable(version)}` }];
  }

  public create(scope: Construct, request: EngineRequest): EngineResource {
    return request.props.cluster._kind === 'managedClusters' ? this.onAks(scope, request) : this.onArc(scope, request);
  }

  private onAks(scope: Construct, request: EngineRequest): EngineResource {
    const resource = new KubernetesClusterExtension(scope, 'Default', this.config(scope, request));
    return new AzurermResource(resource, 'aks_assigned_identity', request.props);
  }

  private onArc(scope: Construct, request: EngineRequest): EngineResource {
    const { ArcKubernetesClusterExtension } = arcExtensionBindings();
    const resource = new ArcKubernetesClusterExtension(scope, 'Default', {
      ...this.config(scope, request),
      identity: { type: 'SystemAssigned' },
    });
    return new AzurermResource(resource, 'identity', request.props);
  }

  private config(scope: Construct, { props, settings, dependsOn }: EngineRequest) {
    // Always there, with the values that hold: only a change of them replaces Dapr, and not the first one.
    const claims = new TerraformData(scope, 'VolumeClaims', { ...settings.claims });
    return {
      clusterId: props.cluster.clusterId,
      extensionType: EXTENSION_TYPE,
      name: nameOf(props),
      version: props.version,
      releaseTrain: sentTrain(props),
      releaseNamespace: namespaceOf(props),
      configurationSettings: settings.plain,
      configurationProtectedSettings: settings.secret,
      provider: props.provider,
      dependsOn: dependsOn.length > 0 ? dependsOn : undefined,
      lifecycle: lifecycleOf(props, this.ignorable(props), claims),
      timeouts: timeoutsOf(props),
    };
  }
}

class AzurermResource implements EngineResource {
  public readonly replacedOnImport: readonly string[];

  public constructor(public readonly resource: TerraformResource, private readonly identityBlock: string, props: DaprExtensionProps) {
    this.replacedOnImport = [
      // Azure may answer it, and the train, in another case, and the arguments know no case.
      'extension_type',
      ...(props.releaseTrain === undefined ? [] : ['release_train']),
      // Where automatic upgrades are off Azure fills in the version.
      ...(props.version === undefined ? ['version'] : []),
      ...(statesNamespace(props) ? [] : ['release_namespace']),
      // The Azure CLI creates no identity.
      ...(identityBlock === 'identity' ? ['identity'] : []),
    ];
  }

  public get extensionId(): string {
    return this.attribute('id');
  }

  public get name(): string {
    return this.attribute('name');
  }

  public get releaseNamespace(): string {
    return this.attribute('release_namespace');
  }

  public get currentVersion(): string {
    return this.attribute('current_version');
  }

  public get principalId(): string {
    // An extension need not have an identity, and `[0]` of no identity fails the plan.
    return Token.asString(Fn.one(this.resource.getListAttribute(`${this.identityBlock}[*].principal_id`)));
  }

  public importId(extensionId: string): string {
    return extensionId;
  }

  private attribute(name: string): string {
    return this.resource.getStringAttribute(name);
  }
}

/** Azure's default train is never sent: the argument knows no case, and an answer in another one would plan a replacement for ever. */
function sentTrain({ releaseTrain }: DaprExtensionProps): string | undefined {
  return releaseTrain === undefined || releaseTrain._isStable ? undefined : releaseTrain.name;
}

function kindOf({ cluster }: DaprExtensionProps): ClusterKind | undefined {
  return cluster?._kind;
}
