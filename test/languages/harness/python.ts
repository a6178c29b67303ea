import { readdir, writeFile } from 'fs/promises';
import { join } from 'path';
import { Language } from './language';
import { DIST, execute, VERSIONS } from './workshop';

/** The wheel in a virtual environment; everything else from the registry. */
export const python: Language = {
  name: 'python',
  tools: ['python3'],
  prepare: async (folder) => {
    const wheel = (await readdir(join(DIST, 'python'))).find((file) => file.endsWith('.whl'))!;
    const constraints = `cdktf==${VERSIONS.cdktf}\ncdktf-cdktf-provider-azurerm==${VERSIONS.azurerm}\n`;
    await writeFile(join(folder, 'constraints.txt'), constraints);
    await execute({ file: 'python3', args: ['-m', 'venv', 'venv'] }, folder);
    const interpreter = join(folder, 'venv/bin/python');
    await execute({
      file: interpreter,
      args: ['-m', 'pip', 'install', '--quiet', '--constraint', 'constraints.txt', join(DIST, 'python', wheel)],
    }, folder);
    return { build: async () => ({ file: interpreter, args: ['main.py'] }) };
  },
};
