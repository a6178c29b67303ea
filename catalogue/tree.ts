import { isTyped, type CatalogueData, type Entry } from './catalogue';

/** A struct to be: a group of the chart, with its settings and the groups inside of it. */
export interface Group {
  /** Key of the group in the chart; empty for the root. */
  readonly prefix: string;
  /** Path of the group in the typed tree; empty for the root. */
  readonly path: string;
  readonly struct: string;
  readonly description: string;
  readonly settings: { readonly name: string; readonly entry: Entry }[];
  readonly groups: { readonly name: string; readonly group: Group }[];
}

/** Names that the mechanical rule would spell badly: `APIs` becomes `ap_is` in Python. */
const SPELLINGS: { readonly [segment: string]: string } = { enableK8sDownwardAPIs: 'enableK8sDownwardApis' };

function camel(segment: string): string {
  return SPELLINGS[segment] ?? segment.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function pascal(segment: string): string {
  const name = camel(segment);
  return name[0].toUpperCase() + name.slice(1);
}

/** `dapr_operator.replicaCount` is typed `daprOperator.replicaCount`; the keys of `global` are at the top. */
export function typedPath(key: string): string {
  return key.replace(/^global(\.|$)/, '').split('.').map(camel).join('.');
}

/** Names say where the struct belongs: `DaprGlobalOperatorSettings` is not `DaprOperatorSettings`. */
export function structName(prefix: string): string {
  return `Dapr${prefix.split('.').map(pascal).join('').replace(/^Dapr/, '')}Settings`;
}

/** The typed tree. Refuses a name or a path that would stand for two things. */
export function buildTree(catalogue: CatalogueData): Group {
  const root: Group = {
    prefix: '',
    path: '',
    struct: 'DaprSettings',
    description: 'Settings of Dapr, in the tree of its Helm chart. The keys that the chart has under `global` are at the top.',
    settings: [],
    groups: [],
  };
  const groups = new Map<string, Group>([['', root], ['global', root]]);
  const owners = new Map<string, string>();
  const claim = (name: string, owner: string) => {
    if (owners.has(name)) throw new Error(`${owner} and ${owners.get(name)} would both be ${name}`);
    owners.set(name, owner);
  };
  const groupOf = (prefix: string): Group => {
    const known = groups.get(prefix);
    if (known) return known;
    const description = catalogue.groups[prefix];
    if (!description) throw new Error(`the group ${prefix} has no description in the catalogue`);
    const [parent, name] = parentOf(prefix, groupOf);
    const group = { prefix, path: typedPath(prefix), struct: structName(prefix), description, settings: [], groups: [] };
    claim(`the struct ${group.struct}`, prefix);
    claim(`the property ${group.path}`, prefix);
    parent.groups.push({ name, group });
    groups.set(prefix, group);
    return group;
  };
  claim(`the struct ${root.struct}`, 'the root');
  for (const name of Object.keys(catalogue.enums)) claim(`the struct ${name}`, `the enum ${name}`);
  for (const entry of catalogue.settings.filter(isTyped)) {
    const [parent, name] = parentOf(entry.key, groupOf);
    claim(`the property ${typedPath(entry.key)}`, entry.key);
    parent.settings.push({ name, entry });
  }
  return root;
}

function parentOf(key: string, groupOf: (prefix: string) => Group): [Group, string] {
  const segments = key.split('.');
  const last = segments.pop()!;
  return [groupOf(segments.join('.')), camel(last)];
}

/** The group and all groups below it, parents first. */
export function allGroups(group: Group): Group[] {
  return [group, ...group.groups.flatMap((child) => allGroups(child.group))];
}
