import type { CatalogueData, Entry, Range } from './catalogue';

/** All of the control plane: a change that restarts these is said in one word. */
const CONTROL_PLANE = ['dapr-operator', 'dapr-placement-server', 'dapr-scheduler-server', 'dapr-sentry', 'dapr-sidecar-injector'];

export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

function workloads(names: readonly string[]): string {
  return CONTROL_PLANE.every((name) => names.includes(name)) ? 'the whole control plane' : listed(names.map((name) => `\`${name}\``));
}

/** `Service dapr-api` becomes "the Service `dapr-api`"; what starts in lower case is words already. */
function objects(names: readonly string[]): string {
  return listed(names.map((name) => name.replace(/^([A-Z]\w+) (.+)$/, 'the $1 `$2`')));
}

/** What a change of the setting does to a running Dapr, in sentences. */
export function effects(entry: Entry): string {
  const sentences = [];
  const verbs = [
    ...(entry.restarts.length > 0 ? [`restarts ${workloads(entry.restarts)}`] : []),
    ...(entry.scales ? [`scales ${workloads(entry.scales)}`] : []),
    ...(entry.toggles ? [`adds or removes ${objects(entry.toggles)}`] : []),
  ];
  if (entry.immutable) {
    const when = entry.immutable.when === 'always' ? '' : ` ${entry.immutable.when}`;
    sentences.push(`A change needs a replacement of the extension${when}: the volume claims of the StatefulSet `
      + `\`${entry.immutable.statefulSet}\` depend on it.`);
    if (verbs.length > 0 && when) sentences.push(`Otherwise it ${listed(verbs)}.`);
  } else if (verbs.length > 0) {
    sentences.push(`A change ${listed(verbs)}.`);
  } else if (entry.updates) {
    sentences.push(`A change updates ${objects(entry.updates)}; no pod restarts.`);
  }
  if (entry.sidecars) sentences.push('Sidecars follow when their pods are created anew.');
  return sentences.join(' ');
}

/** Since when the key exists, in a sentence. */
export function existence(entry: Entry): string {
  if (entry.since === 'HEAD') return 'Not in a release of Dapr yet.';
  if (!entry.since) return '';
  return entry.removed ? `Dapr ${entry.since} up to ${entry.removed}, which no longer has it.` : `Since Dapr ${entry.since}.`;
}

function span(range: Range, unit: string): string {
  if (range.max === undefined) return `at least ${range.min}${unit}`;
  return `${range.min}${unit} to ${range.max}${unit}`;
}

/** The allowed range, in sentences. */
export function rangeWords(entry: Entry): string {
  const unit = entry.type === 'duration' ? 's' : '';
  return (entry.ranges ?? []).map((range) => {
    const versions = [
      ...(range.from ? [`${range.from} or newer`] : []),
      ...(range.before ? [`older than ${range.before}`] : []),
    ];
    return `Range: ${span(range, unit)}${versions.length > 0 ? ` (Dapr ${versions.join(', but ')})` : ''}.`;
  }).join(' ');
}

/** A default as the code of the library would state it. */
export function literal(catalogue: CatalogueData, entry: Entry, value: unknown): string {
  const member = entry.enum && catalogue.enums[entry.enum].members.find((candidate) => candidate.value === value);
  if (member) return `${entry.enum}.${member.name}`;
  if ((value === null || value === '') && !['objects', 'stringList'].includes(entry.type)) return 'not set';
  if (typeof value === 'object') return Object.keys(value ?? {}).length === 0 ? 'none' : `\`${JSON.stringify(value)}\``;
  return typeof value === 'string' ? `'${value}'` : String(value);
}

/** The default, in words: that of the extension, that of the chart where it differs, and those of older versions. */
export function defaultWords(catalogue: CatalogueData, entry: Entry): string {
  if (entry.defaultText !== undefined) return entry.defaultText;
  const say = (value: unknown) => literal(catalogue, entry, value);
  const asides = [];
  const chart = entry.extensionDefault === undefined || entry.default === null ? '' : `${say(entry.default)} in the chart itself`;
  const history = [...entry.defaultHistory ?? []].reverse();
  if (chart) asides.push(chart);
  if (history.length > 1) {
    const [newest, ...older] = history;
    asides.push([
      `since Dapr ${newest.from}`,
      ...older.map((past, index) => `${say(past.default)} ${index === older.length - 1 ? 'before' : `since ${past.from}`}`),
    ].join(', '));
  }
  return say(entry.extensionDefault ?? entry.default) + (asides.length > 0 ? ` (${asides.join('; ')})` : '');
}

/** The page to read more: the values file of the chart unless the catalogue names another. */
export function seeLink(catalogue: CatalogueData, entry: Entry): string {
  if (entry.see) return entry.see;
  const [group, ...rest] = entry.key.split('.');
  const tag = entry.since === 'HEAD' ? 'master' : `v${catalogue.newestPatches[catalogue.newestMinor]}`;
  const folder = group === 'global' || rest.length === 0 ? 'charts/dapr' : `charts/dapr/charts/${group}`;
  return `https://github.com/dapr/dapr/blob/${tag}/${folder}/values.yaml`;
}
