import { Construct } from 'constructs';
import { DaprExtensionProps } from '../dapr-extension-props';
import { API_VERSION, AzapiResource } from './azapi-resource';
import { ClusterKind } from './cluster-id';
import { defaultProvider } from './default-provider';
import { Engine, EngineRequest, EngineResource, EXTENSION_TYPE } from './engine';
import { isExpression, printable } from './expression';
import { nameOf, namespaceOf, statesNamespace } from './extension-id';
import { TerraformProvider, TerraformStack } from './framework';
import { ignoresSettings, lifecycleOf, timeoutsOf } from './lifecycle';
import { Problem, Rule } from './problem';
import { late, lateMap } from './rendering/deferred';
import { expressionOf, quoted } from './rendering/hcl-template';
import { Warning } from './warnings';

const RULES: readonly Rule<DaprExtensionProps>[] = [
  {
    code: 'RegistrationNeedsProvider',
    broken: ({ registration }) => registration?._choice === 'asResource' && registration._provider === undefined,
    message: () => ({
      value: 'ProviderRegistration.asResource() with the engine AZAPI',
      why: 'the registration is an azurerm resource, and the extension has no azurerm provider; azapi registers what it needs by itself',
      fix: 'leave `registration` out, or ProviderRegistration.asResource(<the AzurermProvider of the cluster\'s subscription>)',
    }),
  },
];

const IGNORABLE = {
  cluster: 'parent_id',
  name: 'name',
  version: 'body.properties.version',
  autoUpgradeMinorVersion: 'body.properties.autoUpgradeMinorVersion',
  releaseTrain: 'body.properties.releaseTrain',
  releaseNamespace: 'body.properties.scope',
  settings: 'body.properties.configurationSettings',
  configurationSettings: 'body.properties.configurationSettings',
  systemAssignedIdentity: 'identity',
};

/** What the resource was called with the engine AZURERM. */
const AZURERM_TYPES: Readonly<Record<ClusterKind, string>> = {
  managedClusters: 'azurerm_kubernetes_cluster_extension',
  connectedClusters: 'azurerm_arc_kubernetes_cluster_extension',
};

/** `azapi_resource` of the type `Microsoft.KubernetesConfiguration/extensions`, on AKS and on Arc. */
export class AzapiEngine implements Engine {
  public readonly rules = RULES;

  public providerProblems({ provider }: DaprExtensionProps, stack: TerraformStack, atSynth: boolean): Problem[] {
    if (provider && !isAzapi(provider)) {
      return [{
        code: 'ProviderOfOtherType',
        value: `provider: <provider '${provider.terraformResourceType}'>`,
        why: 'with the engine AZAPI the extension is an azapi resource',
        fix: 'provider: <an AzapiProvider>, or leave `provider` out to use the stack\'s own',
      }];
    }
    return provider || !atSynth || defaultProvider(stack, 'azapi') ? [] : [{
      code: 'AzapiProviderMissing',
      value: `the stack ${printable(stack.node.path)} has no azapi provider`,
      why: 'with the engine AZAPI the extension is an azapi resource',
      fix: 'new AzapiProvider(this, \'azapi\');',
    }];
  }

  public ignorable(): Readonly<Record<string, string>> {
    return IGNORABLE;
  }

  public warnings({ provider }: DaprExtensionProps, stack: TerraformStack): Warning[] {
    const used = provider ?? defaultProvider(stack, 'azapi');
    return used && !plansRemovals(used) ? [{ id: 'ForeignAzapiProvider', value: `the azapi provider ${printable(used.node.path)}` }] : [];
  }

  public create(scope: Construct, { props, settings, dependsOn }: EngineRequest): EngineResource {
    const { cluster, version, autoUpgradeMinorVersion, releaseTrain } = props;
    const isArc = cluster._kind === 'connectedClusters';
    const resource = new AzapiResource(scope, 'Default', {
      provider: props.provider,
      dependsOn: dependsOn.length > 0 ? dependsOn : undefined,
      lifecycle: lifecycleOf(props, IGNORABLE),
      timeouts: timeoutsOf(props),
      parentId: cluster.clusterId,
      name: nameOf(props),
      hasIdentity: props.systemAssignedIdentity ?? isArc,
      properties: {
        extensionType: EXTENSION_TYPE,
        autoUpgradeMinorVersion: version === undefined && (autoUpgradeMinorVersion ?? true),
        version: version === undefined ? undefined : asText(version),
        releaseTrain: releaseTrain === undefined ? undefined : asText(releaseTrain.name),
        scope: { cluster: { releaseNamespace: asText(namespaceOf(props)) } },
        configurationSettings: settings.plain && asTexts(settings.plain),
      },
      protectedSettings: settings.secret && asTexts(settings.secret),
      replacedWith: ignoresSettings(props) ? undefined : { ...settings.claims },
      forceDelete: props.forceDelete === true,
      formerType: AZURERM_TYPES[cluster._kind],
    });
    return new AzapiExtension(resource, props);
  }
}

class AzapiExtension implements EngineResource {
  /** A body changes in place whatever it said before, and casing is ignored. Only the namespace could not be what the library assumes. */
  public readonly replacedOnImport: readonly string[];

  public constructor(public readonly resource: AzapiResource, props: DaprExtensionProps) {
    this.replacedOnImport = statesNamespace(props) ? [] : [IGNORABLE.releaseNamespace];
  }

  public get extensionId(): string {
    return this.resource.getStringAttribute('id');
  }

  public get name(): string {
    return this.resource.getStringAttribute('name');
  }

  public get releaseNamespace(): string {
    return this.resource.getStringAttribute('body.properties.scope.cluster.releaseNamespace');
  }

  public get currentVersion(): string {
    return this.exported('currentVersion');
  }

  public get principalId(): string {
    return this.exported('principalId');
  }

  /** Without a version azapi reads with the newest that it knows, which Azure need not have. */
  public importId(extensionId: string): string {
    return `${extensionId}?api-version=${API_VERSION}`;
  }

  /** What Azure did not answer is not in the output: null. One reference for every reader: cdktf makes that of another stack an output of this one. */
  private exported(name: string): string {
    return late(this.resource.getStringAttribute(`output.${name}`), (template: string) => `\${try(${expressionOf(template)}, null)}`);
  }
}

function isAzapi(provider: TerraformProvider): boolean {
  return provider.terraformResourceType === 'azapi';
}

/** Whether a provider plans the removal of a setting. The library's own does, unless it is overridden. */
function plansRemovals(provider: TerraformProvider): boolean {
  const { ignoreNoOpChangesInput, rawOverrides } = provider as unknown as { ignoreNoOpChangesInput?: unknown; rawOverrides: Record<string, unknown> };
  return (rawOverrides.ignore_no_op_changes ?? ignoreNoOpChangesInput) === false;
}

/** An expression that yields text whatever its type is: in the body of a request a number would stay one, and Azure takes strings only. */
function asText(value: string): string {
  return isExpression(value) ? late(value, (template: string) => {
    const expression = expressionOf(template);
    return expression === quoted(template) || /^tostring\([^()]*\)$/.test(expression) ? template : `\${tostring(${expression})}`;
  }) : value;
}

function asTexts(map: { [key: string]: string }): { [key: string]: string } {
  if (!isExpression(map)) {
    return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, asText(value)]));
  }
  return lateMap(map, (template: string) => `\${{ for key, value in ${expressionOf(template)} : key => tostring(value) }}`);
}
