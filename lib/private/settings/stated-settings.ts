import { SETTING_BY_PATH } from './catalogue';
import { DaprSettings } from '../../settings/dapr-settings';
import { isExpression, literalText } from '../expression';
import { Token } from '../framework';
import { rawSettingProblems, rawSettingWarnings, versionWarnings } from './known-settings';
import { Problem } from '../problem';
import { existingSettings, releaseProblems, releaseWarnings } from './helm-release';
import { RawEntry } from './raw-settings';
import { combinationOf, combinationProblems } from './setting-combinations';
import { meaningOf } from './setting-key';
import { valueProblems } from './setting-value';
import { settingWarnings } from './setting-warnings';
import { layered, StatedSetting, statedTwice } from './settings-layers';
import { DaprExtensionProps } from '../../dapr-extension-props';
import { renderSettings } from '../rendering/render-settings';
import { Warning } from '../warnings';

/** What the user, and what stands behind them, says about settings. */
export interface StatedSettings {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
  readonly effective: ReadonlyMap<string, StatedSetting>;
}

/** Reads every source of settings. Loaded only where there is one: it brings the catalogue with it. */
export function readStatedSettings(props: DaprExtensionProps, raw: readonly RawEntry[]): StatedSettings {
  // The version that is checked against; the empty text for one that only Terraform knows, of which nothing can be said.
  const version = isExpression(props.version) ? '' : props.version;
  const typed = rendered('settings', props.settings);
  const preset = rendered(`the preset ${props.preset?.name}`, props.preset?._settings(version));
  const user = [...typed.settings, ...sendable(raw)];
  const existing = existingSettings(props);
  const effective = layered([user, existing, preset.settings]);
  const values = new Map([...effective].map(([key, { value }]) => [key, value]));
  return {
    effective,
    problems: [
      ...typed.problems,
      ...preset.problems,
      ...rawSettingProblems(raw, version),
      ...[...typed.settings, ...preset.settings.filter((setting) => effective.get(setting.key) === setting)]
        .flatMap((setting) => typedValueProblems(setting, version)),
      ...statedTwice(user),
      ...(isWhole(props) ? combinationProblems(combinationOf(values, version)) : []),
      ...releaseProblems(effective, props),
    ],
    warnings: [
      ...rawSettingWarnings(raw, version),
      ...[...new Set(typed.settings.map(({ key }) => meaningOf(key).setting!))].flatMap((setting) => versionWarnings(`'${setting.key}'`, setting, version)),
      ...[...effective.values()].filter(({ value, isSecret }) => isSecret && !isExpression(value))
        .map(({ key, statedBy }): Warning => ({ id: 'SecretInSource', value: `'${key}' in ${statedBy}` })),
      ...settingWarnings(values, { ofProduction: props.preset?._isProduction === true, isWhole: isWhole(props) }, version),
      ...releaseWarnings(effective, props),
    ],
  };
}

/** Whether the code shows every key that is stated: not where a whole map is known to Terraform alone. */
function isWhole({ configurationSettings, configurationProtectedSettings }: DaprExtensionProps): boolean {
  return !isExpression(configurationSettings) && !isExpression(configurationProtectedSettings);
}

function rendered(statedBy: string, tree: DaprSettings | undefined): { settings: StatedSetting[]; problems: readonly Problem[] } {
  if (tree === undefined || tree === null) {
    return { settings: [], problems: [] };
  }
  const { rendered: plain, sensitive, problems } = renderSettings(tree, SETTING_BY_PATH);
  const of = (map: ReadonlyMap<string, string>, isSecret: boolean) => [...map].map(([key, value]) => ({ key, value, isSecret, statedBy }));
  return { settings: [...of(plain, false), ...of(sensitive, true)], problems };
}

/** Raw settings as they are sent. Instructions to the Azure CLI are not, and secrets go where secrets go. */
function sendable(raw: readonly RawEntry[]): StatedSetting[] {
  return raw.filter(({ key }) => meaningOf(key).setting?.status !== 'cliOnly').map(({ map, key, value }) => ({
    key: literalText(key),
    value: typeof value === 'string' ? literalText(value) : Token.asString(value),
    isSecret: map === 'configurationProtectedSettings' || meaningOf(key).setting?.sensitive === true,
    statedBy: map,
  }));
}

function typedValueProblems({ key, value, statedBy }: StatedSetting, version: string | undefined): Problem[] {
  const { setting } = meaningOf(key);
  return setting?.key === key && setting.ranges && !isExpression(value) ? valueProblems(`'${key}' in ${statedBy}`, setting, value, version) : [];
}
