import { writeFileSync } from 'fs';
import { join } from 'path';
import { ErrorEntry, ERRORS } from '../lib/private/errors';
import { WarningEntry, WARNINGS } from '../lib/private/warnings';

const NOTE = '<!-- Made by catalogue/errors-and-warnings.ts from the catalogues in lib/private. Change those and run `npx projen reference`. -->';

/** ERRORS.md and WARNINGS.md as the catalogues in the code say them. */
export function pages(): Record<string, string> {
  return {
    'ERRORS.md': page(
      'Errors',
      'A construct reports everything that is wrong with it in one error, each problem with its code, the value, the reason and the fix.',
      'What helps',
      Object.entries<ErrorEntry>(ERRORS).map(([code, { means, fix }]) => [code, means, fix]),
    ),
    'WARNINGS.md': page(
      'Warnings',
      'A warning is about something that the code leaves undecided. Where it is meant so, say it once, with the reason, for a construct, a stack or the app:\n\n'
      + '```ts\nDaprWarnings.of(stack).acknowledge(\'VersionChangeReplaces\', \'upgrades are planned as an outage\');\n```',
      'Instead',
      Object.entries<WarningEntry>(WARNINGS).map(([id, { means, instead }]) => [id, means, instead]),
    ),
  };
}

function page(title: string, intro: string, remedy: string, rows: string[][]): string {
  const sections = [...rows].sort(([one], [other]) => one.localeCompare(other))
    .map(([id, means, helps]) => `## ${id}\n\n${means}\n\n**${remedy}**: ${helps}`);
  return [`# ${title}`, NOTE, intro, ...sections].join('\n\n') + '\n';
}

if (require.main === module) {
  for (const [name, text] of Object.entries(pages())) {
    writeFileSync(join(__dirname, '..', name), text);
  }
}
