import { TerraformProvider, TerraformStack } from './framework';

const found = new WeakMap<TerraformStack, Map<string, TerraformProvider>>();
const searched = new WeakMap<TerraformStack, Set<string>>();

/** The provider of a type that resources of a stack use when they name none: the one without an alias. */
export function defaultProvider(stack: TerraformStack, type: string): TerraformProvider | undefined {
  const known = found.get(stack) ?? new Map<string, TerraformProvider>();
  found.set(stack, known);
  const before = known.get(type);
  const provider = before?.alias === undefined && before
    || stack.allProviders().find((one) => one.terraformResourceType === type && one.alias === undefined);
  if (provider) {
    known.set(type, provider);
  }
  return provider;
}

/** The same while constructs are being made: a stack is searched once, because the provider may still be to come. */
export function defaultProviderSoFar(stack: TerraformStack, type: string): TerraformProvider | undefined {
  const types = searched.get(stack) ?? new Set<string>();
  searched.set(stack, types);
  if (types.has(type)) {
    return found.get(stack)?.get(type);
  }
  types.add(type);
  return defaultProvider(stack, type);
}
