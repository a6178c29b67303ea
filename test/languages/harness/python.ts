import { writeFile } from 'fs/promises';
import { join } from 'path';
import { Language } from './language';
import { cached, execute, PACKAGES, ROOT, VERSIONS } from './workshop';

const BINDINGS = [`cdktf==${VERSIONS.cdktf}`, `cdktf-cdktf-provider-azurerm==${VERSIONS.azurerm}`];

/** The wheel in a virtual environment; everything else from the registry. */
export const python: Language = {
  name: 'python',
  tools: ['python3'],
  prepare: async (folder) => {
    await execute({ file: 'python3', args: ['-m', 'venv', 'venv'] }, folder);
    const interpreter = join(folder, 'venv/bin/python');
    const sitePackages = await execute({ file: interpreter, args: ['-c', 'import sysconfig; print(sysconfig.get_path("purelib"))'] }, folder);
    // To pip they are installed; to unpack the bindings of azurerm each time would take most of the test.
    await writeFile(join(sitePackages.trim(), 'bindings.pth'), await bindingsInPython(interpreter));
    const args = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', PACKAGES.wheel, ...BINDINGS];
    await execute({ file: interpreter, args }, folder);
    return { build: async () => ({ file: interpreter, args: ['main.py'] }) };
  },
};

async function bindingsInPython(interpreter: string): Promise<string> {
  const version = (await execute({ file: interpreter, args: ['-c', 'import sys; print(sys.implementation.cache_tag)'] }, ROOT)).trim();
  return cached(`${version}-cdktf-${VERSIONS.cdktf}-azurerm-${VERSIONS.azurerm}-jsii-${VERSIONS.pacmak}`, async (folder) => {
    await execute({
      file: interpreter,
      args: ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', folder, ...BINDINGS],
    }, folder);
  });
}
