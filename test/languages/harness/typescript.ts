import { symlink, writeFile } from 'fs/promises';
import { join } from 'path';
import { Language } from './language';
import { execute, PACKAGES, VERSIONS } from './workshop';

/** The packed tarball in a project of its own, with its own `npm install`. */
export const typescript: Language = {
  name: 'typescript',
  tools: ['npm'],
  prepare: async (project) => {
    await writeFile(join(project, 'package.json'), JSON.stringify({
      private: true,
      dependencies: {
        '@cdktf/provider-azurerm': VERSIONS.azurerm,
        'cdktf': VERSIONS.cdktf,
        'cdktf-azure-dapr': `file:${PACKAGES.npm}`,
        'constructs': VERSIONS.constructs,
      },
      devDependencies: { '@types/node': VERSIONS.nodeTypes, 'typescript': VERSIONS.typescript },
    }, undefined, 2));
    await execute({ file: 'npm', args: ['install', '--no-audit', '--no-fund', '--prefer-offline'] }, project);
    return {
      build: async (folder) => {
        await symlink(join(project, 'node_modules'), join(folder, 'node_modules'));
        await execute({ file: process.execPath, args: ['node_modules/typescript/bin/tsc', '--project', '.'] }, folder);
        return { file: process.execPath, args: ['main.js'] };
      },
    };
  },
};
