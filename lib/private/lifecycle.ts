import { DaprExtensionProps } from '../dapr-extension-props';
import { DaprExtensionTimeouts } from '../dapr-extension-timeouts';
import { ITerraformDependable, TerraformResource, TerraformResourceLifecycle } from './framework';

/** Names of properties by which a user leaves the settings of the running extension to somebody else. */
const SETTINGS = ['all', 'settings', 'configurationSettings'];

/** Whether Terraform is to look away when settings change: then they replace nothing either. */
export function ignoresSettings({ ignoreChanges = [] }: DaprExtensionProps): boolean {
  return ignoreChanges.some((name) => SETTINGS.includes(name));
}

/** The lifecycle block; undefined where nothing is stated, because the bindings print an empty block. */
export function lifecycleOf(
  props: DaprExtensionProps,
  argumentOf: Readonly<Record<string, string>>,
  replacedWith?: TerraformResource,
): TerraformResourceLifecycle | undefined {
  const { preventDestroy, ignoreChanges = [] } = props;
  const ignored = ignoreChanges.includes('all') ? 'all' as const : [...new Set(ignoreChanges.map((name) => argumentOf[name]))];
  const lifecycle = {
    ...(preventDestroy ? { preventDestroy } : {}),
    ...(ignored.length > 0 ? { ignoreChanges: ignored } : {}),
    ...(replacedWith && !ignoresSettings(props) ? { replaceTriggeredBy: [addressOf(replacedWith)] } : {}),
  };
  return Object.keys(lifecycle).length > 0 ? lifecycle : undefined;
}

/** The timeouts block; undefined where nothing is stated, for the same reason. */
export function timeoutsOf({ timeouts = {} }: DaprExtensionProps): DaprExtensionTimeouts | undefined {
  return Object.values(timeouts).some((value) => value !== undefined) ? timeouts : undefined;
}

/**
 * The address as bare text, computed at synth. Given the construct itself, cdktf would print an expression, which Terraform
 * refuses here; a token would record where it was made, which costs more than all the rest.
 */
function addressOf(resource: TerraformResource): ITerraformDependable {
  return { get fqn() { return `${resource.terraformResourceType}.${resource.friendlyUniqueId}`; } };
}
