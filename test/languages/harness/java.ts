import { createHash } from 'crypto';
import { readdir, readFile, writeFile } from 'fs/promises';
import { basename, delimiter, join } from 'path';
import { bindings } from './bindings';
import { Language } from './language';
import { cached, execute, PACKAGES, VERSIONS } from './workshop';

/** The generated sources of the library, of cdktf and of azurerm; everything else from the registry. */
export const java: Language = {
  name: 'java',
  tools: ['javac', 'java', 'mvn'],
  prepare: async (workplace) => {
    const [generated, jars] = await Promise.all([bindings('java'), runtimeJars()]);
    const folders = [generated, PACKAGES.java].map((folder) => join(folder, 'src/main'));
    const sources = folders.map((folder) => join(folder, 'java')).join(delimiter);
    const classes = join(workplace, 'classes');
    // -sourcepath compiles of cdktf and azurerm what is used; of the library everything is compiled.
    const compile = async (files: string[], output: string, folder: string) => execute({
      file: 'javac',
      args: ['-nowarn', '-proc:none', '-d', output, '-cp', [classes, join(jars, '*')].join(delimiter), '-sourcepath', sources, ...files],
    }, folder);
    await compile(await sourceFiles(join(PACKAGES.java, 'src/main/java')), classes, workplace);
    return {
      build: async (folder) => {
        const files = await sourceFiles(folder);
        await compile(files, 'classes', folder);
        const classPath = ['classes', classes, join(jars, '*'), ...folders.map((part) => join(part, 'resources'))];
        return { file: 'java', args: ['-cp', classPath.join(delimiter), await mainClass(files)] };
      },
    };
  },
};

async function sourceFiles(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return files.filter((file) => file.endsWith('.java')).map((file) => join(folder, file));
}

async function mainClass(files: string[]): Promise<string> {
  const main = files.find((file) => basename(file) === 'Main.java')!;
  const inPackage = /^package ([\w.]+);/m.exec(await readFile(main, 'utf8'));
  return inPackage ? `${inPackage[1]}.Main` : 'Main';
}

/** What the classes need when they run, from the registry. */
async function runtimeJars(): Promise<string> {
  const dependency = (group: string, artifact: string, version: string) =>
    `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
  const pom = `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.example</groupId>
  <artifactId>app</artifactId>
  <version>0.0.0</version>
  <dependencies>
    ${dependency('software.amazon.jsii', 'jsii-runtime', VERSIONS.pacmak)}
    ${dependency('software.constructs', 'constructs', VERSIONS.constructs)}
    ${dependency('javax.annotation', 'javax.annotation-api', '1.3.2')}
  </dependencies>
</project>
`;
  const key = createHash('sha256').update(pom).digest('hex').slice(0, 12);
  return cached(`jars-${key}`, async (folder) => {
    await writeFile(join(folder, 'pom.xml'), pom);
    await execute({ file: 'mvn', args: ['--quiet', '--batch-mode', 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`] }, folder);
  });
}
