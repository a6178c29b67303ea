import { DaprExtensionProps } from '../dapr-extension-props';
import { TerraformResourceLifecycle } from './framework';

/** The lifecycle block; undefined where nothing is stated, because the bindings print an empty block. */
export function lifecycleOf(
  { preventDestroy, ignoreChanges = [] }: DaprExtensionProps,
  argumentOf: Readonly<Record<string, string>>,
): TerraformResourceLifecycle | undefined {
  const ignored = ignoreChanges.includes('all') ? 'all' as const : [...new Set(ignoreChanges.map((name) => argumentOf[name]))];
  const lifecycle = {
    ...(preventDestroy ? { preventDestroy } : {}),
    ...(ignored.length > 0 ? { ignoreChanges: ignored } : {}),
  };
  return Object.keys(lifecycle).length > 0 ? lifecycle : undefined;
}
