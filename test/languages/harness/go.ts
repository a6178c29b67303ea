import { existsSync } from 'fs';
import { writeFile } from 'fs/promises';
import { join } from 'path';
import { bindings } from './bindings';
import { Language } from './language';
import { execute, PACKAGES, VERSIONS } from './workshop';

const OURS = 'github.com/cdktf-azure-dapr/cdktf-azure-dapr-go/cdktfazuredapr';
const AZURERM = 'github.com/cdktf/cdktf-provider-azurerm-go/azurerm/v14';

/** The generated modules of the library and of azurerm by `replace`; everything else from the registry. */
export const go: Language = {
  name: 'go',
  tools: ['go'],
  prepare: async () => {
    const generated = await bindings('go');
    return {
      build: async (folder) => {
        if (!existsSync(join(folder, 'go.mod'))) {
          const requirements = `require ${OURS} v0.0.0\nrequire ${AZURERM} v${VERSIONS.azurerm}\n`;
          await writeFile(join(folder, 'go.mod'), `module example.com/app\n\ngo 1.25\n\n${requirements}`);
        }
        const replacements = [`-replace=${OURS}=${PACKAGES.go}`, `-replace=${AZURERM}=${join(generated, 'azurerm')}`];
        await execute({ file: 'go', args: ['mod', 'edit', ...replacements] }, folder);
        await execute({ file: 'go', args: ['mod', 'tidy'] }, folder);
        // All of the library, whether or not the program uses it.
        await execute({ file: 'go', args: ['build', `${OURS}/...`] }, folder);
        await execute({ file: 'go', args: ['build', '-o', 'app', '.'] }, folder);
        return { file: join(folder, 'app'), args: [] };
      },
    };
  },
};
