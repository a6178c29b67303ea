import { Setting } from '../settings/setting';

/** A struct of the typed tree: what may stand in it. */
export type Branch = ReadonlyMap<string, Branch | Setting>;

type Growing = Map<string, Growing | Setting>;

const CACHE = new WeakMap<ReadonlyMap<string, Setting>, Branch>();

/** The typed tree as a tree; made once per table. */
export function settingsIndex(settingByPath: ReadonlyMap<string, Setting>): Branch {
  const cached = CACHE.get(settingByPath);
  if (cached) return cached;
  const root: Growing = new Map();
  for (const [path, setting] of settingByPath) {
    const names = path.split('.');
    const last = names.pop()!;
    let branch = root;
    for (const name of names) {
      // The table is generated: no path of it is the beginning of another.
      const next = (branch.get(name) ?? new Map()) as Growing;
      branch.set(name, next);
      branch = next;
    }
    branch.set(last, setting);
  }
  CACHE.set(settingByPath, root);
  return root;
}
