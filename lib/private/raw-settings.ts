import { DaprExtensionProps } from '../dapr-extension-props';
import { isExpression, literalText, printable } from './expression';
import { Fn, Token } from './framework';
import { check, Problem, Rule } from './problem';
import { Warning } from './warnings';

type SettingsMap = { [key: string]: string };

/** The two maps of the extension as they are sent; undefined where there is nothing to send. */
export interface ExtensionSettings {
  readonly plain: SettingsMap | undefined;
  readonly secret: SettingsMap | undefined;
}

/** Instructions to the Azure CLI, which reads them before it calls Azure. Dapr's chart does not know them. */
const CLI_ONLY_KEYS = new Set(['skipExistingDaprCheck', 'existingDaprReleaseName', 'existingDaprReleaseNamespace']);

/** Keys that hold settings and are none: the chart fails to render when one of them is given a value. */
const PARENT_KEYS: ReadonlyMap<string, string> = new Map([['global.ha', 'global.ha.enabled']]);

const CLUSTER_TYPE = 'global.clusterType';

/** What the Azure CLI and Microsoft's Bicep sample send for AKS. */
const AKS_CLUSTER_TYPE = 'managedclusters';

interface Entry {
  readonly map: 'configurationSettings' | 'configurationProtectedSettings';
  readonly key: string;
  readonly value: unknown;
  /** The same key of the other map. */
  readonly other: unknown;
  readonly onAks: boolean;
}

const ENTRY_RULES: readonly Rule<Entry>[] = [
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
    broken: ({ value }) => !isExpression(value) && typeof value !== 'string',
    message: ({ map, key, value }) => ({
      value: `${map}['${key}'] is ${value === null ? 'null' : `of type ${typeof value}`}`,
      why: 'Azure takes strings only',
      fix: isPrimitive(value) && map === 'configurationSettings' ? `'${key}': '${String(value)}'` : `'${key}': '…', a string`,
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
    code: 'SettingIsParent',
    broken: ({ key }) => PARENT_KEYS.has(key),
    message: ({ map, key, value }) => ({
      value: `${map}['${key}']`,
      why: `${key} is the parent of other settings: with a value of its own Dapr's chart does not render, and the installation fails`,
      fix: `'${PARENT_KEYS.get(key)}': ${map === 'configurationSettings' && isPrimitive(value) && !isExpression(value) ? `'${String(value)}'` : '\'…\''}`,
    }),
  },
  {
    code: 'SettingStatedTwice',
    broken: ({ map, value, other }) => map === 'configurationProtectedSettings' && other !== undefined && other !== value,
    message: ({ key }) => ({
      value: `'${key}' in configurationSettings and in configurationProtectedSettings`,
      why: 'the two values differ, and which one Dapr would get is not defined',
      fix: `keep '${key}' in one of the two maps`,
    }),
  },
  {
    code: 'ClusterTypeConflict',
    broken: ({ key, value, onAks }) => onAks && key === CLUSTER_TYPE && !isExpression(value) && value !== AKS_CLUSTER_TYPE,
    message: ({ map, key, value }) => ({
      value: `${map}['${key}']: ${printable(value)}`,
      why: `on AKS it is ${printable(AKS_CLUSTER_TYPE)}, which is sent without being asked for`,
      fix: `remove '${key}'`,
    }),
  },
];

/** What is wrong with the two maps of raw settings. */
export function rawSettingsProblems(props: DaprExtensionProps): Problem[] {
  return [...mapProblems(props), ...entries(props).flatMap((entry) => check(ENTRY_RULES, entry))];
}

/** What a user should know about the two maps of raw settings. */
export function rawSettingsWarnings(props: DaprExtensionProps): Warning[] {
  const all = entries(props);
  return [
    ...all.filter(({ key }) => CLI_ONLY_KEYS.has(key)).map(({ map, key }): Warning => ({ id: 'CliOnlySetting', value: `${map}['${key}']` })),
    ...all.filter(({ map, key, value }) => map === 'configurationProtectedSettings' && !CLI_ONLY_KEYS.has(key) && !isExpression(value))
      .map(({ map, key }): Warning => ({ id: 'SecretInSource', value: `${map}['${key}']` })),
  ];
}

/** The two maps as they are sent to Azure. */
export function extensionSettings(props: DaprExtensionProps): ExtensionSettings {
  const { configurationSettings: plain, configurationProtectedSettings: secret } = props;
  const secretKeys = new Set(Object.keys(literalMap(secret)));
  const always: SettingsMap = onAks(props) && !secretKeys.has(CLUSTER_TYPE) ? { [CLUSTER_TYPE]: AKS_CLUSTER_TYPE } : {};
  return {
    plain: isExpression(plain)
      ? mergedByTerraform(plain!, always)
      : nonEmpty({ ...always, ...sendable(literalMap(plain), (key) => !secretKeys.has(key)) }),
    secret: isExpression(secret) ? secret : nonEmpty(sendable(literalMap(secret), () => true)),
  };
}

function mergedByTerraform(map: SettingsMap, always: SettingsMap): SettingsMap {
  return Object.keys(always).length > 0 ? Fn.merge([map, always]) : map;
}

function sendable(map: Record<string, unknown>, wanted: (key: string) => boolean): SettingsMap {
  return Object.fromEntries(Object.entries(map)
    .filter(([key]) => wanted(key) && !CLI_ONLY_KEYS.has(key))
    .map(([key, value]) => [literalText(key), typeof value === 'string' ? literalText(value) : Token.asString(value)]));
}

function nonEmpty(map: SettingsMap): SettingsMap | undefined {
  return Object.keys(map).length > 0 ? map : undefined;
}

function entries(props: DaprExtensionProps): Entry[] {
  const plain = literalMap(props.configurationSettings);
  const secret = literalMap(props.configurationProtectedSettings);
  const aks = onAks(props);
  const of = (map: Entry['map'], own: Record<string, unknown>, others: Record<string, unknown>): Entry[] =>
    Object.entries(own).map(([key, value]) => ({ map, key, value, other: others[key], onAks: aks }));
  return [...of('configurationSettings', plain, secret), ...of('configurationProtectedSettings', secret, plain)];
}

/** The entries that the code states; none of a map that only Terraform knows. */
function literalMap(map: SettingsMap | undefined): Record<string, unknown> {
  return map === undefined || map === null || isExpression(map)
    ? {}
    : Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined));
}

function mapProblems(props: DaprExtensionProps): Problem[] {
  return (['configurationSettings', 'configurationProtectedSettings'] as const)
    .filter((map) => isExpression(props[map]) && Object.keys(props[map]!).length > 1 && !isResolvable(props[map]))
    .map((map) => ({
      code: 'MapTokenWithKeys',
      value: `${map} with further keys beside a map that only Terraform knows`,
      why: 'such a map takes no further keys in code',
      fix: `${map}: Fn.merge([<the map>, { 'global.logAsJson': 'true' }])`,
    }));
}

function isResolvable(value: unknown): boolean {
  return typeof value === 'string' || typeof (value as { resolve?: unknown }).resolve === 'function';
}

function onAks(props: DaprExtensionProps): boolean {
  return props.cluster?._kind === 'managedClusters';
}

function isPrimitive(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
