import { isTyped, type CatalogueData, type Entry } from './catalogue';
import { GENERATED } from './structs';
import { typedPath } from './tree';
import type { Setting } from '../lib/private/settings/setting';

/** The first minor in the catalogue: what is older counts as always there. */
function oldestMinor(catalogue: CatalogueData): number {
  return Math.min(...Object.keys(catalogue.newestPatches).map((minor) => Number(minor.split('.')[1])));
}

function since(catalogue: CatalogueData, entry: Entry): string | undefined {
  if (entry.since === 'HEAD') return 'next';
  return entry.since && Number(entry.since.split('.')[1]) >= oldestMinor(catalogue) ? entry.since : undefined;
}

/** What the checks and the rendering need to know of an entry. */
export function toSetting(catalogue: CatalogueData, entry: Entry): Setting {
  const status = entry.status.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()) as Setting['status'];
  return {
    key: entry.key,
    type: entry.type,
    status,
    path: isTyped(entry) ? typedPath(entry.key) : undefined,
    values: entry.enum ? catalogue.enums[entry.enum].members.map((member) => member.value) : undefined,
    since: since(catalogue, entry),
    removed: entry.removed,
    sensitive: entry.sensitive,
    textSafe: entry.textSafe,
    ranges: entry.ranges,
    hint: entry.hint,
  };
}

function code(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(code).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{ ${members.map(([name, member]) => `${name}: ${code(member)}`).join(', ')} }`;
  }
  if (typeof value !== 'string') return String(value);
  const escaped = value.replace(/\\/g, '\\\\');
  return escaped.includes("'") && !escaped.includes('"') ? `"${escaped}"` : `'${escaped.replace(/'/g, "\\'")}'`;
}

/** The table that the library reads. */
export function tableSource(catalogue: CatalogueData): { [path: string]: string } {
  const rows = catalogue.settings.map((entry) => `  ${code(toSetting(catalogue, entry))},`);
  return {
    'lib/private/settings/catalogue.ts': [
      `// ${GENERATED}`,
      '/* eslint-disable max-len -- one setting, one line */',
      "import type { Setting } from './setting';",
      '',
      'const ROWS: readonly Setting[] = [',
      ...rows,
      '];',
      '',
      '/** All settings by their chart key. The key of a map or list also stands for the keys inside of it. */',
      'export const SETTINGS: ReadonlyMap<string, Setting> = new Map(ROWS.map((row) => [row.key, row]));',
      '',
      '/** Those that have a typed property, by its path. */',
      'export const SETTING_BY_PATH: ReadonlyMap<string, Setting> = new Map(',
      '  ROWS.flatMap((row) => (row.path === undefined ? [] : [[row.path, row] as const])),',
      ');',
      '',
    ].join('\n'),
    'lib/private/settings/newest-minor.ts': [
      `// ${GENERATED}`,
      '/** Newest minor version of Dapr that the catalogue knows. In a file of its own: whoever states no setting loads no table. */',
      `export const NEWEST_MINOR = '${catalogue.newestMinor}';`,
      '',
    ].join('\n'),
  };
}
