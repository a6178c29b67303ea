import { existsSync, readdirSync, readFileSync, statSync } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';

/** Default of each key of a chart, by its dotted key. */
export type ChartValues = ReadonlyMap<string, unknown>;

function isMap(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Helm reads YAML 1.1, where `yes` and `off` are booleans. */
function readYaml(file: string): { [key: string]: unknown } {
  const values: unknown = parse(readFileSync(file, 'utf8'), { version: '1.1' }) ?? {};
  if (!isMap(values)) throw new Error(`${file} does not hold the values of a chart: its top is not a map`);
  return values;
}

/** What a chart says about its subchart wins over what the subchart says. */
function merge(weak: unknown, strong: unknown): unknown {
  if (!isMap(weak) || !isMap(strong)) return strong === undefined ? weak : strong;
  const keys = new Set([...Object.keys(weak), ...Object.keys(strong)]);
  return Object.fromEntries([...keys].map((key) => [key, merge(weak[key], strong[key])]));
}

/** Values of a chart in a folder, its subcharts under their names; or those of one values file. */
function readChart(path: string): { [key: string]: unknown } {
  if (!statSync(path).isDirectory()) return readYaml(path);
  const file = join(path, 'values.yaml');
  const own = existsSync(file) ? readYaml(file) : {};
  const charts = join(path, 'charts');
  const subcharts = existsSync(charts)
    ? readdirSync(charts).filter((name) => statSync(join(charts, name)).isDirectory())
    : [];
  return merge(Object.fromEntries(subcharts.map((name) => [name, readChart(join(charts, name))])), own) as { [key: string]: unknown };
}

/**
 * Flattens the values of a chart. A key that is one of `whole` is not looked into: what is inside of
 * it, such as labels, is its value.
 */
export function chartValues(path: string, whole: ReadonlySet<string>): ChartValues {
  const flat = new Map<string, unknown>();
  const visit = (prefix: string, value: unknown) => {
    if (isMap(value) && Object.keys(value).length > 0 && !whole.has(prefix)) {
      for (const [name, child] of Object.entries(value)) {
        const segment = name.replace(/[\\.]/g, '\\$&');
        visit(prefix ? `${prefix}.${segment}` : segment, child);
      }
    } else if (prefix) {
      flat.set(prefix, value);
    }
  };
  visit('', readChart(path));
  return flat;
}
