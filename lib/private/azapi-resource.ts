import { Construct } from 'constructs';
import { DaprExtensionTimeouts } from '../dapr-extension-timeouts';
import { ITerraformDependable, TerraformProvider, TerraformResource, TerraformResourceLifecycle } from './framework';

/** The API of Azure that is spoken: the oldest that refuses a version together with automatic upgrades. */
export const API_VERSION = '2023-05-01';

/** What an extension is, in the words of azapi. */
export interface AzapiResourceProps {
  readonly provider?: TerraformProvider;
  readonly dependsOn?: ITerraformDependable[];
  readonly lifecycle?: TerraformResourceLifecycle;
  readonly timeouts?: DaprExtensionTimeouts;
  readonly parentId: string;
  readonly name: string;
  readonly hasIdentity: boolean;
  /** The properties of the request that everyone may see. */
  readonly properties: { readonly [name: string]: unknown };
  readonly protectedSettings?: { readonly [key: string]: string };
  /** Values whose change deletes the extension and creates it anew. */
  readonly replacedWith?: { readonly [name: string]: string };
  readonly forceDelete: boolean;
  /** The type of the resource that this one takes over from, at the same place. */
  readonly formerType: string;
}

/**
 * `azapi_resource` for a cluster extension.
 *
 * It names no provider to cdktf, whose check would ask for a provider without saying which line to write.
 *
 * @see https://registry.terraform.io/providers/Azure/azapi/latest/docs/resources/resource
 */
export class AzapiResource extends TerraformResource {
  public constructor(scope: Construct, id: string, private readonly props: AzapiResourceProps) {
    const { provider, dependsOn, lifecycle } = props;
    super(scope, id, { terraformResourceType: 'azapi_resource', provider, dependsOn, lifecycle });
  }

  /** Whoever comes from azurerm keeps what runs: Terraform takes the object over, and finds nothing to do where there was none. */
  public override toTerraform(): any {
    return withMoved(super.toTerraform(), this.moved());
  }

  public override toHclTerraform(): any {
    const moved = Object.entries(this.moved()).map(([name, address]) => [name, hcl(address, 'simple', 'reference')]);
    return withMoved(super.toHclTerraform(), Object.fromEntries(moved));
  }

  protected override synthesizeAttributes(): { [name: string]: any } {
    const { parentId, name, hasIdentity, properties, protectedSettings, replacedWith, forceDelete, timeouts } = this.props;
    return {
      type: `Microsoft.KubernetesConfiguration/extensions@${API_VERSION}`,
      parent_id: parentId,
      name,
      identity: hasIdentity ? { type: 'SystemAssigned' } : undefined,
      body: { properties },
      // Write-only: it is neither in the state nor in a plan. A version of it would leave unchanged keys out of the request, and Azure drops those.
      sensitive_body: protectedSettings && { properties: { configurationProtectedSettings: protectedSettings } },
      // Azure answers some names in another case than it was sent.
      ignore_casing: true,
      // Two extensions of a cluster that change at once fail.
      locks: [parentId],
      replace_triggers_external_values: replacedWith,
      // Azure refuses another namespace for an extension that is there.
      replace_triggers_refs: ['properties.scope.cluster.releaseNamespace'],
      response_export_values: {
        currentVersion: 'properties.currentVersion',
        principalId: 'identity.principalId || properties.aksAssignedIdentity.principalId',
      },
      delete_query_parameters: forceDelete ? { forceDelete: ['true'] } : undefined,
      timeouts: timeouts && { ...timeouts },
    };
  }

  protected override synthesizeHclAttributes(): { [name: string]: any } {
    const { identity, timeouts, locks, replace_triggers_refs: refs, delete_query_parameters: query, ...attributes } = this.synthesizeAttributes();
    return {
      ...Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined).map(([name, value]) => [name,
        typeof value === 'object' ? hcl(value, 'map', 'stringMap') : hcl(value, 'simple', typeof value)])),
      replace_triggers_refs: hcl(refs, 'list', 'stringList'),
      locks: hcl(locks, 'list', 'stringList'),
      ...(query && { delete_query_parameters: hcl(query, 'any', 'any') }),
      ...(identity && { identity: { ...hcl(identity, 'struct', 'struct'), isBlock: true } }),
      ...(timeouts && { timeouts: { ...hcl(timeouts, 'struct', 'struct'), isBlock: true } }),
    };
  }

  private moved(): { from: string; to: string } {
    return { from: `${this.props.formerType}.${this.friendlyUniqueId}`, to: `${this.terraformResourceType}.${this.friendlyUniqueId}` };
  }
}

function withMoved(fragment: any, moved: object): any {
  return { ...fragment, moved: [...fragment.moved ?? [], moved] };
}

/** A value with what cdktf has to know to write it in HCL. */
function hcl(value: unknown, type: string, storageClassType: string): object {
  return { value, isBlock: false, type, storageClassType };
}
