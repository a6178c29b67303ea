import { isExpression } from '../expression';
import { Problem } from '../problem';
import { RawEntry } from './raw-settings';
import { Setting } from './setting';
import { exampleOf, meaningOf, nearestKey } from './setting-key';
import { absentIn, valueProblems } from './setting-value';
import { CLAIM_KEYS } from './volume-claims';
import { Warning } from '../warnings';

const CLAIMS = new Set<string>(Object.values(CLAIM_KEYS));
const OF_NO_USE: ReadonlySet<Setting['status']> = new Set<Setting['status']>(['dead', 'internal', 'cosmetic', 'broken']);

/** What surely fails among raw settings, as the catalogue knows their keys. */
export function rawSettingProblems(entries: readonly RawEntry[], version: string | undefined): Problem[] {
  return entries.flatMap((entry) => [...groupProblems(entry), ...claimProblems(entry), ...literalProblems(entry, version)]);
}

/** What a user should know about raw settings. */
export function rawSettingWarnings(entries: readonly RawEntry[], version: string | undefined): Warning[] {
  return entries.flatMap((entry): Warning[] => {
    const { setting, isGroup } = meaningOf(entry.key);
    const at = placeOf(entry);
    if (isGroup || isExpression(entry.key)) {
      return [];
    }
    if (setting === undefined) {
      const known = nearestKey(entry.key);
      return [{ id: 'UnknownSetting', value: at, ...(known === undefined ? {} : { instead: `Did you mean '${known}'?` }) }];
    }
    if (setting.status === 'cliOnly') {
      return [{ id: 'CliOnlySetting', value: at }];
    }
    return [
      ...(OF_NO_USE.has(setting.status) ? [{ id: 'DeadSetting', value: at, instead: setting.hint } as const] : []),
      ...versionWarnings(at, setting, version),
    ];
  });
}

/** What a user should know about a setting in a pinned version of Dapr. */
export function versionWarnings(at: string, setting: Setting, version: string | undefined): Warning[] {
  const why = absentIn(setting, version);
  return why === undefined ? [] : [{ id: 'SettingNotInVersion', value: `${at}: ${why}` }];
}

function placeOf({ map, key }: RawEntry): string {
  return `${map}['${key}']`;
}

function groupProblems(entry: RawEntry): Problem[] {
  const { map, key, value } = entry;
  if (!meaningOf(key).isGroup) {
    return [];
  }
  const example = exampleOf(key);
  // Only of a switch the value is known to be no secret.
  const shown = example === `${key}.enabled` && map === 'configurationSettings' && /^(true|false)$/i.test(String(value)) ? String(value) : '…';
  return [{
    code: 'SettingIsParent',
    value: placeOf(entry),
    why: `${key} is the parent of other settings: with a value of its own Dapr's chart does not render, and the installation fails`,
    fix: example === undefined ? 'remove it: none of the settings in it is of use' : `'${example}': '${shown}'`,
  }];
}

function claimProblems(entry: RawEntry): Problem[] {
  return entry.map === 'configurationProtectedSettings' && CLAIMS.has(entry.key) ? [{
    code: 'SettingMustBePlain',
    value: placeOf(entry),
    why: 'a change of it needs a replacement, so Terraform compares it from plan to plan, and a protected value must not stand in a plan',
    fix: `move '${entry.key}' to configurationSettings: it is no secret`,
  }] : [];
}

function literalProblems(entry: RawEntry, version: string | undefined): Problem[] {
  const { setting } = meaningOf(entry.key);
  const isSent = setting?.key === entry.key && setting.status !== 'cliOnly';
  return isSent && typeof entry.value === 'string' && entry.value !== '' && !isExpression(entry.value)
    ? valueProblems(placeOf(entry), entry.map === 'configurationProtectedSettings' ? { ...setting, sensitive: true } : setting, entry.value, version)
    : [];
}
