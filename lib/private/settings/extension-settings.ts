import { DaprExtensionProps } from '../../dapr-extension-props';
import { isExpression, literalText } from '../expression';
import { Problem } from '../problem';
import { AKS_CLUSTER_TYPE, CLUSTER_TYPE, rawEntries, rawProblems } from './raw-settings';
import type { StatedSetting } from './settings-layers';
import type { StatedSettings } from './stated-settings';
import { VolumeClaims, volumeClaims } from './volume-claims';
import { late, lateMap } from '../rendering/deferred';
import { expressionOf, quoted } from '../rendering/hcl-template';
import { Warning } from '../warnings';

type SettingsMap = { [key: string]: string };

/** The two maps of the extension as they are sent, undefined where there is nothing to send, and what they mean for the volumes. */
export interface ExtensionSettings {
  readonly plain: SettingsMap | undefined;
  readonly secret: SettingsMap | undefined;
  readonly claims: VolumeClaims;
}

/** What is wrong with the settings, what should be known about them, and what they are. */
export interface SettingsReading {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
  /** Made when asked for: only sound settings can be. */
  readonly settings: () => ExtensionSettings;
}

/** Reads the typed and the raw settings, and what the preset adds. */
export function readSettings(props: DaprExtensionProps): SettingsReading {
  const raw = rawEntries(props);
  const stated = raw.length > 0 || props.settings || props.preset || props.existingDapr ? readStated(props, raw) : NOTHING_STATED;
  return {
    problems: [...rawProblems(props, raw, (key) => stated.effective.get(literalText(key))?.isSecret === true), ...stated.problems],
    warnings: stated.warnings,
    settings: () => extensionSettings(props, stated.effective),
  };
}

const NOTHING_STATED: StatedSettings = { problems: [], warnings: [], effective: new Map() };

function readStated(...args: Parameters<typeof import('./stated-settings').readStatedSettings>): StatedSettings {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- brings the catalogue, which most quickstarts never need
  const { readStatedSettings } = require('./stated-settings') as typeof import('./stated-settings');
  return readStatedSettings(...args);
}

function extensionSettings(props: DaprExtensionProps, effective: ReadonlyMap<string, StatedSetting>): ExtensionSettings {
  const { configurationSettings, configurationProtectedSettings, cluster } = props;
  const always: SettingsMap = cluster._kind === 'managedClusters' && !effective.has(CLUSTER_TYPE) ? { [CLUSTER_TYPE]: AKS_CLUSTER_TYPE } : {};
  return {
    // The Azure CLI overwrites the cluster type, so what the library sends is the last.
    plain: merged([textOf(effective, false), ...(isExpression(configurationSettings) ? [configurationSettings!] : []), always]),
    secret: merged([textOf(effective, true), ...(isExpression(configurationProtectedSettings) ? [configurationProtectedSettings!] : [])]),
    claims: volumeClaims((key, fallback) => {
      const known = effective.get(key)?.value ?? fallback;
      return isExpression(configurationSettings) ? lookUp(configurationSettings!, key, known) : known;
    }),
  };
}

function textOf(effective: ReadonlyMap<string, StatedSetting>, isSecret: boolean): SettingsMap {
  return Object.fromEntries([...effective.values()].filter((setting) => setting.isSecret === isSecret).map(({ key, value }) => [key, value]));
}

/** One map of several, the later one wins: by Terraform where one of them is known to it alone. */
function merged(maps: readonly SettingsMap[]): SettingsMap | undefined {
  const [only, ...others] = maps.filter((map) => isExpression(map) || Object.keys(map).length > 0);
  if (only === undefined || (others.length === 0 && isExpression(only))) {
    return only;
  }
  if (![only, ...others].some(isExpression)) {
    return Object.assign({}, only, ...others);
  }
  return lateMap([only, ...others], (resolved: (string | SettingsMap)[]) => `\${merge(${resolved.map(asExpression).join(', ')})}`);
}

function asExpression(map: string | SettingsMap): string {
  return typeof map === 'string'
    ? expressionOf(map)
    : `{${Object.entries(map).map(([key, value]) => `${quoted(key)} = ${expressionOf(value)}`).join(', ')}}`;
}

function lookUp(map: SettingsMap, key: string, fallback: string): string {
  const parts = { map: map as unknown as string, fallback };
  return late(parts, (resolved: typeof parts) => `\${lookup(${expressionOf(resolved.map)}, ${quoted(key)}, ${expressionOf(resolved.fallback)})}`);
}
