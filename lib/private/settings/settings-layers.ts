import { Problem } from '../problem';
import { SettingType } from './setting';
import { meaningOf } from './setting-key';

/** One setting as it will be sent, unless something of a higher layer states it. */
export interface StatedSetting {
  readonly key: string;
  /** In the grammar of `--set`, and as Terraform's JSON must see it. */
  readonly value: string;
  readonly isSecret: boolean;
  /** The property that states it. */
  readonly statedBy: string;
}

const LISTS: ReadonlySet<SettingType> = new Set<SettingType>(['stringList', 'tolerations', 'imagePullSecrets', 'objects']);

/** The problems of one layer in which a key has two values, or a list stands both as a whole and by elements. */
export function statedTwice(layer: readonly StatedSetting[]): Problem[] {
  const first = new Map<string, StatedSetting>();
  for (const setting of layer) {
    first.set(setting.key, first.get(setting.key) ?? setting);
  }
  return layer.flatMap((setting): Problem[] => {
    const list = listOf(setting.key);
    const whole = list === undefined || list === setting.key ? undefined : first.get(list);
    const other = first.get(setting.key)!;
    return [
      ...(whole ? [{
        code: 'SettingStatedTwice' as const,
        value: `'${setting.key}' in ${setting.statedBy}, '${list}' in ${whole.statedBy}`,
        why: 'the list stands there as a whole and by its elements, and which one Dapr would get is not defined',
        fix: `state the list in one way: keep '${list}' alone, or its elements`,
      }] : []),
      ...(other.value === setting.value ? [] : [{
        code: 'SettingStatedTwice' as const,
        value: `'${setting.key}' in ${other.statedBy} and in ${setting.statedBy}`,
        why: 'the two values differ, and which one Dapr would get is not defined',
        fix: `keep it in ${other.statedBy} alone, or in ${setting.statedBy}`,
      }]),
    ];
  });
}

/** The settings that Dapr gets: of each key the value of the highest layer, lists as a whole. */
export function layered(layers: readonly (readonly StatedSetting[])[]): Map<string, StatedSetting> {
  const result = new Map<string, StatedSetting>();
  for (const layer of layers) {
    const lists = new Set([...result.keys()].map(listOf));
    for (const setting of layer.filter(({ key }) => !lists.has(listOf(key)) || listOf(key) === undefined)) {
      const higher = result.get(setting.key);
      if (higher === undefined || (higher.value === setting.value && setting.isSecret)) {
        result.set(setting.key, setting);
      }
    }
  }
  return result;
}

/** The list that a key is an element of; undefined for any other key. */
function listOf(key: string): string | undefined {
  const { setting } = meaningOf(key);
  return setting && LISTS.has(setting.type) ? setting.key : undefined;
}
