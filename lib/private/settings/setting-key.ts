import { SETTINGS } from './catalogue';
import { Setting, SettingType } from './setting';
import { nearest } from '../rendering/nearest';

/** What a dotted key of the chart names. */
export interface KeyMeaning {
  /** The setting that the key is, or is a member of. */
  readonly setting?: Setting;
  /** Whether it names a group of settings, which takes no value of its own. */
  readonly isGroup: boolean;
}

/** Types whose members have keys of their own: `global.nodeSelector.disktype`, `global.tolerations[0].key`. */
const WITH_MEMBERS: ReadonlySet<SettingType> =
  new Set<SettingType>(['stringMap', 'stringList', 'tolerations', 'imagePullSecrets', 'resources', 'objects', 'object']);

const GROUPS: ReadonlySet<string> = new Set([...SETTINGS.values()].flatMap(({ key, status }) => {
  const segments = key.split('.');
  const above = segments.slice(1).map((_, index) => segments.slice(0, index + 1).join('.'));
  return status === 'container' ? [...above, key] : above;
}));

/** Keys come again, from extension to extension. */
const known = new Map<string, KeyMeaning>();

/** What the catalogue knows about a key of a raw map. */
export function meaningOf(key: string): KeyMeaning {
  const meaning = known.get(key) ?? { setting: SETTINGS.get(key) ?? ownerOf(key), isGroup: GROUPS.has(key) };
  known.set(key, meaning);
  return meaning;
}

/** The known key that a mistyped one most likely meant. */
export function nearestKey(key: string): string | undefined {
  return nearest(key, keysForSuggestions());
}

/** A setting of a group, to name one in a message. */
export function exampleOf(group: string): string {
  const members = [...SETTINGS.keys()].filter((key) => key.startsWith(`${group}.`));
  return members.find((key) => key.endsWith('.enabled')) ?? members[0];
}

function ownerOf(key: string): Setting | undefined {
  for (let end = key.length - 1; end > 0; end--) {
    const owner = '.['.includes(key[end]) ? SETTINGS.get(key.slice(0, end)) : undefined;
    if (owner && WITH_MEMBERS.has(owner.type) && owner.status !== 'container') {
      return owner;
    }
  }
  return undefined;
}

function keysForSuggestions(): string[] {
  return [...SETTINGS.values()].filter(({ status }) => status === 'live' || status === 'microsoft').map(({ key }) => key);
}
