import { readCatalogue, type CatalogueData, type Entry } from './catalogue';
import { chartValues, type ChartValues } from './chart-values';

/** Types whose values are looked at as one. */
const WHOLE: readonly Entry['type'][] = ['stringMap', 'resources', 'object'];

/** A difference between two versions of a chart, and what the catalogue lacks of it, if anything. */
export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly key: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** What to do to the catalogue; absent when it is up to date. */
  readonly todo?: string;
}

/** Keys of maps, which the catalogue has as one entry. Groups of keys are looked into. */
export function wholeKeys(catalogue: CatalogueData): ReadonlySet<string> {
  return new Set(catalogue.settings
    .filter((entry) => WHOLE.includes(entry.type) && entry.status !== 'container')
    .map((entry) => entry.key));
}

function same(one: unknown, other: unknown): boolean {
  const text = (value: unknown): string => JSON.stringify(value, (_, inner: unknown) => (
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner));
  return text(one) === text(other);
}

/** Charts spell "nothing" in several ways. */
function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}

function agrees(catalogued: unknown, charted: unknown): boolean {
  return same(catalogued, charted) || (isNothing(catalogued) && isNothing(charted));
}

/** What the catalogue has to say about a key that the new chart has. */
function todoForPresent(entry: Entry | undefined, after: unknown): string | undefined {
  if (!entry) return 'not in the catalogue';
  if (entry.removed) return `removed in ${entry.removed} says the catalogue`;
  return agrees(entry.default, after) ? undefined : `default is ${JSON.stringify(entry.default)} in the catalogue`;
}

function todoForAbsent(entry: Entry | undefined): string | undefined {
  return entry && !entry.removed ? 'not marked as removed in the catalogue' : undefined;
}

/** Compares two versions of a chart with each other, and what differs with the catalogue. */
export function diffCharts(before: ChartValues, after: ChartValues, catalogue: CatalogueData): Difference[] {
  const entries = new Map(catalogue.settings.map((entry) => [entry.key, entry]));
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.flatMap((key): Difference[] => {
    const entry = entries.get(key);
    if (!before.has(key)) return [{ kind: 'added', key, after: after.get(key), todo: todoForPresent(entry, after.get(key)) }];
    if (!after.has(key)) return [{ kind: 'removed', key, before: before.get(key), todo: todoForAbsent(entry) }];
    if (same(before.get(key), after.get(key))) return [];
    return [{ kind: 'changed', key, before: before.get(key), after: after.get(key), todo: todoForPresent(entry, after.get(key)) }];
  });
}

const HEADINGS = { added: 'Added', removed: 'Removed', changed: 'Default changed' } as const;

function line(difference: Difference): string {
  const values = {
    added: JSON.stringify(difference.after),
    removed: JSON.stringify(difference.before),
    changed: `${JSON.stringify(difference.before)} -> ${JSON.stringify(difference.after)}`,
  }[difference.kind];
  return `  ${difference.key}: ${values}${difference.todo ? `   <-- ${difference.todo}` : ''}`;
}

/** The differences as text, one section for each kind. */
export function report(differences: readonly Difference[]): string {
  if (differences.length === 0) return 'No key and no default differs.';
  const sections = (['added', 'removed', 'changed'] as const).flatMap((kind) => {
    const lines = differences.filter((difference) => difference.kind === kind).map(line);
    return lines.length > 0 ? [[`${HEADINGS[kind]} (${lines.length})`, ...lines].join('\n')] : [];
  });
  const open = differences.filter((difference) => difference.todo).length;
  return [...sections, open > 0 ? `${open} to do in catalogue/settings.json.` : 'The catalogue has all of it.'].join('\n\n');
}

/** Runs the comparison. The exit code is 0 when the catalogue has all differences, 1 when it lacks some, 2 for a wrong call. */
export function main(paths: readonly string[], print: (text: string) => void): number {
  if (paths.length !== 2) {
    print('Usage: npx ts-node catalogue/diff-charts.ts <old> <new>\nEach is a values.yaml, or the folder of a chart with its subcharts in charts/.');
    return 2;
  }
  const catalogue = readCatalogue();
  const [before, after] = paths.map((path) => chartValues(path, wholeKeys(catalogue)));
  const differences = diffCharts(before, after, catalogue);
  print(report(differences));
  return differences.some((difference) => difference.todo) ? 1 : 0;
}

if (require.main === module) process.exitCode = main(process.argv.slice(2), console.log);
