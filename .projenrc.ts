import { cdk, javascript, JsonFile } from 'projen';
import { addAcceptanceWorkflow } from './projenrc/acceptance-workflow';
import { addLanguages } from './projenrc/languages';
import { addReleaseWorkflow, installTerraform } from './projenrc/release-workflow';

const organisation = 'https://github.com/cdktf-azure-dapr';
const nodeVersion = '22';

const project = new cdk.JsiiProject({
  name: 'cdktf-azure-dapr',
  description: 'Dapr on Azure Kubernetes Service and Arc-enabled Kubernetes as constructs for CDK for Terraform',
  keywords: ['cdktf', 'terraform', 'azure', 'aks', 'arc', 'kubernetes', 'dapr'],
  author: 'cdktf-azure-dapr contributors',
  authorAddress: organisation,
  authorOrganization: true,
  repositoryUrl: `${organisation}/cdktf-azure-dapr.git`,
  license: 'Apache-2.0',
  copyrightOwner: 'cdktf-azure-dapr contributors',
  defaultReleaseBranch: 'main',
  projenrcTs: true,
  sampleCode: false,
  packageManager: javascript.NodePackageManager.NPM,

  // The sources are compiled in place, beside the output.
  srcdir: 'lib',
  libdir: 'lib',
  testdir: 'test',

  projenVersion: '0.103.25',
  jsiiVersion: '~6.0.16',
  typescriptVersion: '~6.0.3',
  minNodeVersion: '20.16.0',
  workflowNodeVersion: nodeVersion,
  buildWorkflowOptions: { preBuildSteps: [installTerraform] },

  // Peers at the lowest version we support, which is also the one we build with.
  peerDeps: ['constructs@^10.4.2', 'cdktf@^0.21.0', '@cdktf/provider-azurerm@^14.23.1'],
  peerDependencyOptions: { pinnedDevDependency: false },
  devDeps: [
    'constructs@10.4.2',
    'cdktf@0.21.0',
    '@cdktf/provider-azurerm@14.23.1',
    'cdktf-cli@0.21.0',
    'fast-check',
    'jsii-docgen@^10.12.6',
    'jsii-pacmak@^1.140.0',
    'tsconfig-paths',
    'yaml',
  ],

  publishToPypi: { distName: 'cdktf-azure-dapr', module: 'cdktf_azure_dapr' },
  publishToMaven: {
    javaPackage: 'io.github.cdktfazuredapr',
    mavenGroupId: 'io.github.cdktf-azure-dapr',
    mavenArtifactId: 'cdktf-azure-dapr',
  },
  publishToNuget: { dotNetNamespace: 'CdktfAzureDapr', packageId: 'CdktfAzureDapr' },
  publishToGo: { moduleName: 'github.com/cdktf-azure-dapr/cdktf-azure-dapr-go', packageName: 'cdktfazuredapr' },

  jestOptions: {
    jestVersion: '^30',
    passWithNoTests: false,
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    jestConfig: {
      // lib/ holds both the sources and what they compile to: tests read the sources.
      moduleFileExtensions: ['ts', 'tsx', 'js', 'json', 'node'],
      collectCoverageFrom: ['lib/**/*.ts', '!lib/**/*.d.ts'],
      coverageThreshold: { statements: 100, branches: 100, functions: 100, lines: 100 },
      testTimeout: 60_000,
      // The scenarios need Terraform and the providers: npm run test:acceptance.
      testPathIgnorePatterns: ['/node_modules/', '/test/acceptance/scenarios/'],
    },
  },
  eslintOptions: { dirs: ['lib'], devdirs: ['test', 'examples', 'catalogue', 'bench'] },

  // Releases go through a workflow of our own: see projenrc/release-workflow.ts.
  release: false,
  depsUpgrade: false,
  githubOptions: { mergify: false, pullRequestLint: false },
  pullRequestTemplate: false,
  gitignore: [
    'cdktf.out', '.gen', 'terraform.*.tfstate', 'terraform.*.tfstate.backup', '.jsii.tabl.json',
    '/lib/**/*.js', '/lib/**/*.d.ts', '/lib/**/*.js.map',
  ],
});

project.addDevDeps('jsii-rosetta@~6.0.17');

project.addTask('catalogue', {
  description: 'Write what is made from catalogue/settings.json: typed settings, the table of the checks, SETTINGS.md',
  exec: 'ts-node --project catalogue/tsconfig.json catalogue/generate.ts',
});

// Not all bindings of the newest unrs-resolver can be installed, and `npm ci` insists on all of them.
project.package.addPackageResolutions('unrs-resolver@1.12.2');
project.package.addField('jsiiRosetta', { strict: true });

// One file system layout for all: what npm gets is the compiled library and nothing else.
for (const pattern of ['lib/**/*.ts', '!lib/**/*.d.ts', '/bench/', '/cdktf.json', '/cdktf.out/', '/docs/', '/examples/', '/rosetta/',
  '/.ci/', '/.eslintrc.json', '/CONTRIBUTING.md', '/.jsii.tabl.json', '/catalogue/', '/SETTINGS.md']) {
  project.npmignore!.addPatterns(pattern);
}

// Source maps would double what is loaded and shipped, for sources that are not in the package.
for (const option of ['inlineSourceMap', 'inlineSources']) {
  project.tsconfig!.file.addOverride(`compilerOptions.${option}`, false);
}

addReleaseWorkflow(project, { nodeVersion });
addLanguages(project);
addAcceptanceWorkflow(project, { nodeVersion });

// The tests read the assembly (.jsii), and neither jest nor ts-node checks types.
project.testTask.prependExec('tsc --noEmit -p examples/tsconfig.json');
project.testTask.prependExec('tsc --noEmit -p test/tsconfig.json');
project.testTask.prependSpawn(project.compileTask);

// Compiles every code block of the README and of the doc comments.
project.postCompileTask.exec('jsii-rosetta extract --strict .');

// Examples import the library by its name, which tsc resolves through examples/tsconfig.json and eslint does not.
project.eslint!.addOverride({
  files: ['examples/**/*.ts'],
  rules: { 'import/no-unresolved': ['error', { ignore: ['^cdktf-azure-dapr$'] }] },
});

project.addTask('examples:write', {
  description: 'Rewrite the committed JSON of the examples, on purpose',
  exec: 'ts-node --transpile-only --project test/tsconfig.json test/helpers/write-examples.ts',
});

// The reference is in the repository; an installed package has it in the type declarations.
project.npmignore!.addPatterns('/API.md', '/ERRORS.md', '/WARNINGS.md');

new JsonFile(project, 'cdktf.json', {
  obj: {
    language: 'typescript',
    app: 'npx ts-node --prefer-ts-exts --project examples/tsconfig.json -r tsconfig-paths/register examples/quickstart/main.ts',
    projectId: 'cdktf-azure-dapr-quickstart',
    sendCrashReports: 'false',
    terraformProviders: [],
    terraformModules: [],
    context: {},
  },
});

new JsonFile(project, 'examples/tsconfig.json', {
  marker: true,
  obj: {
    extends: '../test/tsconfig.json',
    compilerOptions: {
      noEmit: true,
      paths: { 'cdktf-azure-dapr': ['../lib'] },
    },
    include: ['**/*.ts'],
    exclude: ['node_modules'],
  },
});

project.addTask('reference', {
  description: 'Writes ERRORS.md and WARNINGS.md from the catalogues in the code',
  exec: 'ts-node --prefer-ts-exts --transpile-only catalogue/errors-and-warnings.ts',
});

new JsonFile(project, 'catalogue/tsconfig.json', {
  marker: true,
  obj: { extends: '../test/tsconfig.json', include: ['**/*.ts'] },
});

// A simulated Azure to run Terraform against without an account, and what it can take.
project.addTask('simulator', {
  description: 'Starts the simulated Azure Resource Manager and prints what to export',
  steps: [{ exec: 'ts-node --project test/tsconfig.json test/acceptance/simulator/main.ts', receiveArgs: true }],
});
project.addTask('test:acceptance', {
  description: 'Applies scenarios with the real Terraform and providers to the simulated Azure; says why where that cannot be (ACCEPTANCE=required: fails)',
  steps: [{ exec: 'ts-node --prefer-ts-exts --transpile-only --project test/tsconfig.json test/acceptance/run.ts', receiveArgs: true }],
});
project.addTask('try', {
  description: 'Applies the quickstart with your Terraform to a simulated Azure, shows what Azure received, and destroys it',
  exec: 'ts-node --prefer-ts-exts --transpile-only --project test/tsconfig.json test/acceptance/try.ts',
});
project.addTask('bench:simulator', {
  description: 'Requests per second of the simulated Azure Resource Manager',
  steps: [{ exec: 'ts-node --project test/tsconfig.json bench/simulator.ts', receiveArgs: true }],
});

project.synth();
