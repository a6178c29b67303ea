import { mkdirSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { readCatalogue, type CatalogueData } from './catalogue';
import { settingsPage } from './page';
import { settingsSources } from './structs';
import { tableSource } from './table';

/** All that is made from the catalogue: text by path from the root of the repository. */
export function generate(catalogue: CatalogueData): { [path: string]: string } {
  return { ...settingsSources(catalogue), ...tableSource(catalogue), ...settingsPage(catalogue) };
}

if (require.main === module) {
  for (const [path, content] of Object.entries(generate(readCatalogue()))) {
    const target = join(__dirname, '..', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}
