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

const USEFUL: ReadonlySet<Setting['status']> = new Set<Setting['status']>(['live', 'brokenDefault', 'microsoft']);

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

/** The known key that a mistyped one most likely meant: with `global.`, which the typed settings leave out, or the nearest one. */
export function nearestKey(key: string): string | undefined {
  const global = `global.${key}`;
  return SETTINGS.has(global) ? global : nearest(key, usefulKeys());
}

/** A setting of a group, to name one in a message: its switch if it has one. Undefined if none of them is of use. */
export function exampleOf(group: string): string | undefined {
  const members = usefulKeys().filter((key) => key.startsWith(`${group}.`));
  return members.find((key) => key === `${group}.enabled`) ?? members[0];
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

function usefulKeys(): string[] {
  return [...SETTINGS.values()].filter(({ status }) => USEFUL.has(status)).map(({ key }) => key);
}
