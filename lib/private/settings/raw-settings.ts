import { DaprExtensionProps } from '../../dapr-extension-props';
import { isExpression, printable } from '../expression';
import { check, Problem, Rule } from '../problem';
import { isResolvable } from '../rendering/deferred';

/** The names of the two maps of raw settings. */
export type RawMap = 'configurationSettings' | 'configurationProtectedSettings';

/** One entry of a raw map. */
export interface RawEntry {
  readonly map: RawMap;
  readonly key: string;
  readonly value: unknown;
}

export const CLUSTER_TYPE = 'global.clusterType';

/** What the Azure CLI and Microsoft's Bicep sample send for AKS. */
export const AKS_CLUSTER_TYPE = 'managedclusters';

interface Facts extends RawEntry {
  readonly isSecret: boolean;
  readonly onAks: boolean;
  /** Whether only Terraform knows the value. */
  readonly isDeferred: boolean;
}

const ENTRY_RULES: readonly Rule<Facts>[] = [
  {
    code: 'SettingKeyMalformed',
    broken: ({ key }) => key === '' || key.trim() !== key,
    message: ({ map, key }) => ({
      value: `the key ${printable(key)} of ${map}`,
      why: 'Helm takes the key to the letter, blanks included, so it would name no setting',
      fix: key.trim() === '' ? 'remove the entry' : `'${key.trim()}'`,
    }),
  },
  {
    code: 'SettingNotText',
    broken: ({ value, isDeferred }) => !isDeferred && typeof value !== 'string',
    message: ({ map, key, value, isSecret }) => ({
      value: `${map}['${key}'] is ${value === null ? 'null' : `of type ${typeof value}`}`,
      why: 'Azure takes strings only',
      fix: ['number', 'boolean'].includes(typeof value) && !isSecret ? `'${key}': '${String(value)}'` : `'${key}': '…', a string`,
    }),
  },
  {
    code: 'SettingEmpty',
    broken: ({ value }) => value === '',
    message: ({ map, key }) => ({
      value: `${map}['${key}']: ""`,
      why: 'azurerm refuses an empty value',
      fix: `remove '${key}' to get the default, or write 'null' to clear a default of the chart`,
    }),
  },
  {
    code: 'ClusterTypeConflict',
    broken: ({ key, value, onAks, isDeferred }) => onAks && key === CLUSTER_TYPE && !isDeferred && value !== AKS_CLUSTER_TYPE,
    message: ({ map, key, value, isSecret }) => ({
      value: `${map}['${key}']: ${isSecret ? '(not shown)' : printable(value)}`,
      why: `on AKS it is ${printable(AKS_CLUSTER_TYPE)}, which is sent without being asked for`,
      fix: `remove '${key}'`,
    }),
  },
];

/** The entries that the code states: none of a map that only Terraform knows. */
export function rawEntries(props: DaprExtensionProps): RawEntry[] {
  const entries: RawEntry[] = [];
  for (const map of ['configurationSettings', 'configurationProtectedSettings'] as const) {
    const given = literalMap(props[map]);
    for (const key of Object.keys(given)) {
      if (given[key] !== undefined) {
        entries.push({ map, key, value: given[key] });
      }
    }
  }
  return entries;
}

/** What is wrong with the two maps, whatever the catalogue knows of their keys but that some hold a secret. */
export function rawProblems(props: DaprExtensionProps, entries: readonly RawEntry[], isSecret: (key: string) => boolean): Problem[] {
  const onAks = props.cluster?._kind === 'managedClusters';
  const problems = mapProblems(props);
  for (const { map, key, value } of entries) {
    problems.push(...check(ENTRY_RULES, { map, key, value, isSecret: isSecret(key), onAks, isDeferred: isExpression(value) }));
  }
  return problems;
}

function literalMap(map: { [key: string]: string } | undefined): Record<string, unknown> {
  return map === undefined || map === null || isExpression(map) ? {} : map;
}

function mapProblems(props: DaprExtensionProps): Problem[] {
  return (['configurationSettings', 'configurationProtectedSettings'] as const)
    .filter((map) => typeof props[map] === 'object' && isExpression(props[map]) && Object.keys(props[map]!).length > 1 && !isResolvable(props[map]))
    .map((map) => ({
      code: 'MapTokenWithKeys',
      value: `${map} with further keys beside a map that only Terraform knows`,
      why: 'such a map takes no further keys in code',
      fix: `${map}: Fn.merge([<the map>, { 'global.logAsJson': 'true' }])`,
    }));
}
