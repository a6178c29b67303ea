import { isTyped, type CatalogueData, type Entry } from './catalogue';
import { GENERATED, tsType } from './structs';
import { typedPath } from './tree';
import { defaultWords, effects, existence, rangeWords } from './words';

const TITLES: { readonly [group: string]: string } = {
  global: 'Whole control plane',
  dapr_operator: 'Operator',
  dapr_placement: 'Placement',
  dapr_scheduler: 'Scheduler',
  dapr_sentry: 'Sentry',
  dapr_sidecar_injector: 'Sidecar injector',
  dapr_rbac: 'Roles and service accounts',
  dapr_config: 'Configuration',
  dapr_monitoring: 'Monitoring by Microsoft',
  hooks: 'Hooks of the extension',
};
const OTHER = 'Other keys';

const STATUS_WORDS: { readonly [status in Entry['status']]: string } = {
  'live': 'live',
  'dead': 'dead: nothing reads it',
  'internal': 'internal',
  'container': 'group',
  'cosmetic': 'cosmetic: the process ignores it',
  'removed': 'removed',
  'broken': 'broken',
  'broken-default': 'live, its default is broken',
  'microsoft': "live, Microsoft's own",
  'cli-only': 'Azure CLI only',
};

function cell(text: string): string {
  const outside = (words: string) => words.replace(/</g, '&lt;');
  return text.replace(/\|/g, '\\|').split('`').map((part, index) => (index % 2 === 0 ? outside(part) : part)).join('`');
}

function row(catalogue: CatalogueData, entry: Entry): string {
  const typed = isTyped(entry);
  const kind = entry.enum
    ? catalogue.enums[entry.enum].members.map((member) => `\`${member.value}\``).join(', ')
    : [entry.type, entry.format].filter(Boolean).join(': ');
  return `| ${[
    `\`${entry.key}\``,
    cell([kind, rangeWords(entry)].filter(Boolean).join('. ')),
    cell(defaultWords(catalogue, entry)),
    cell(existence(entry)),
    STATUS_WORDS[entry.status] + (entry.sensitive ? ', secret' : ''),
    cell(effects(entry)),
    typed ? `\`${typedPath(entry.key)}?: ${tsType(entry)}\`` : '',
    cell([entry.description, entry.notes, entry.hint].filter(Boolean).join(' ')),
  ].join(' | ')} |`;
}

/** The table for people: every key, whether or not it is typed. */
export function settingsPage(catalogue: CatalogueData): { [path: string]: string } {
  const titles = [...Object.values(TITLES), OTHER];
  const titleOf = (entry: Entry) => (entry.key.includes('.') ? TITLES[entry.key.split('.')[0]] : OTHER);
  const typed = catalogue.settings.filter(isTyped).length;
  const minors = Object.keys(catalogue.newestPatches);
  return {
    'SETTINGS.md': [
      `<!-- ${GENERATED} -->`,
      '# Settings',
      '',
      `All ${catalogue.settings.length} keys that Dapr's Helm chart, from ${minors[0]} to ${catalogue.newestMinor}, and Microsoft's extension know; `
      + `${typed} of them are typed, in \`settings\` of the extension.`,
      'A default is that of the extension; where the chart itself has another one, or older versions had, it stands in brackets.',
      'A key that is not typed goes through `configurationSettings`, as text in the grammar of `helm --set`.',
      '',
      'Microsoft calls all keys under `global.ha` and `dapr_placement` immutable. '
      + 'In the chart only those are for which the table asks for a replacement: the volume claims of a StatefulSet depend on them.',
      ...titles.flatMap((title) => [
        '',
        `## ${title}`,
        '',
        '| key | type | default | versions | status | a change | typed as | description |',
        '|---|---|---|---|---|---|---|---|',
        ...catalogue.settings.filter((entry) => titleOf(entry) === title).map((entry) => row(catalogue, entry)),
      ]),
      '',
    ].join('\n'),
  };
}
