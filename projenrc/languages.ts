import { cdk, JsonFile } from 'projen';

const RUN = 'ts-node --project test/tsconfig.json';

/**
 * The packages of the other languages, the test that uses them, and the benchmarks.
 *
 * `package` makes what every machine can make: the npm tarball and the wheel. To compile the Java, C# and Go packages
 * takes bindings of cdktf and azurerm that not every registry has, so of these it makes the sources; the release
 * workflow makes the packages, by `package-all`.
 */
export function addLanguages(project: cdk.JsiiProject): void {
  const sources = project.addTask('package:sources', {
    description: 'Create go, java and dotnet sources',
    exec: 'jsii-pacmak --code-only --force --outdir dist/sources --target go java dotnet',
  });
  const packages = [{ spawn: 'package:js' }, { spawn: 'package:python' }, { spawn: sources.name }];
  project.packageTask.reset();
  // Without the translations a README for Python shows TypeScript.
  project.packageTask.exec('test .jsii.tabl.json -nt .jsii || jsii-rosetta extract --strict .');
  packages.forEach(({ spawn }) => project.packageTask.spawn(project.tasks.tryFind(spawn)!));

  // It looks at no README, so it can do without the translations, which take longer than all else.
  project.addTask('test:languages', {
    description: 'Packs the library and runs the same app in every language',
    steps: [{ spawn: 'compile' }, ...packages, { exec: `${RUN} test/languages/harness/main.ts` }],
  });
  project.addTask('languages:write', {
    description: 'Rewrite the JSON that the app of every language must yield, on purpose',
    steps: [{ spawn: 'compile' }, { spawn: 'package:js' }, { exec: `${RUN} test/languages/harness/main.ts --write` }],
  });
  project.addTask('bench:languages', {
    description: 'Time of one extension in each language, against the bare resource',
    steps: [{ spawn: 'compile' }, ...packages, { exec: `${RUN} bench/languages.ts` }],
  });
  project.addTask('bench:extensions', {
    description: 'Time and memory of one and of thousands of extensions, against bare resources',
    steps: [{ spawn: 'compile' }, { exec: `${RUN} bench/extensions.ts` }],
  });

  new JsonFile(project, 'bench/tsconfig.json', { marker: true, obj: { extends: '../test/tsconfig.json', include: ['*.ts'] } });

  // The TypeScript apps are projects of their own, which import the library by its name.
  project.tsconfigDev.addExclude('languages/typescript');
  project.eslint!.addOverride({
    files: ['test/languages/typescript/*.ts', 'bench/languages/typescript/*/*.ts'],
    rules: { 'import/no-unresolved': ['error', { ignore: ['^cdktf-azure-dapr$'] }] },
  });
}
