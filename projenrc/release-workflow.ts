import { cdk, github } from 'projen';

const PUBLIB = 'npx --yes --package publib@0.2.1061';

/** Tests run the binary. The wrapper of the action would mix its own words into the output. */
export const installTerraform: github.workflows.JobStep = {
  name: 'Install Terraform', uses: 'hashicorp/setup-terraform@v3', with: { terraform_wrapper: false },
};

const DIST = { name: 'dist', path: 'dist' };

/**
 * .github/workflows/release.yml: a tag `v1.2.3` publishes 1.2.3 in five languages.
 *
 * Nothing is published unless all five packages could be made. Each goes to where its package manager
 * publishes by default; npm and PyPI trust the workflow itself, the others take secrets of the environment `release`.
 */
export function addReleaseWorkflow(project: cdk.JsiiProject, options: { nodeVersion: string }): void {
  const workflow = new github.GithubWorkflow(project.github!, 'release', { limitConcurrency: true });
  workflow.on({ push: { tags: ['v[0-9]+.[0-9]+.[0-9]+'] } });
  workflow.addJobs({
    build: {
      runsOn: ['ubuntu-latest'],
      permissions: { contents: github.workflows.JobPermission.READ },
      env: { CI: 'true', CHECKPOINT_DISABLE: '1' },
      tools: {
        node: { version: options.nodeVersion },
        java: { version: '11' },
        python: { version: '3.x' },
        dotnet: { version: '6.x' },
        go: { version: '^1.18.0' },
      },
      steps: [
        github.WorkflowSteps.checkout(),
        { name: 'Install dependencies', run: 'npm ci' },
        installTerraform,
        { name: 'Take the version from the tag', run: 'npm version "${GITHUB_REF_NAME#v}" --no-git-tag-version' },
        { name: 'Compile', run: 'npx projen compile && npx projen post-compile' },
        { name: 'Test', run: 'npx projen test' },
        { name: 'Check that only the version differs from the tag', run: 'git diff --exit-code -- . ":!package.json" ":!package-lock.json"' },
        { name: 'Package for all languages', run: 'npx projen package-all' },
        github.WorkflowSteps.uploadArtifact({ with: DIST }),
      ],
    },
    npm: publish({
      idToken: true,
      tools: { node: { version: '24' } }, // its npm can publish without a token
      steps: [{ name: 'Publish', run: 'npm publish ./dist/js/*.tgz --provenance --access public' }],
    }),
    pypi: publish({
      idToken: true,
      steps: [{ name: 'Publish', uses: 'pypa/gh-action-pypi-publish@release/v1', with: { 'packages-dir': 'dist/python' } }],
    }),
    maven: publish({
      tools: { node: { version: options.nodeVersion }, java: { version: '11' } },
      steps: [{
        name: 'Publish',
        run: `${PUBLIB} publib-maven dist/java`,
        env: {
          MAVEN_SERVER_ID: 'central-ossrh',
          ...secrets('MAVEN_USERNAME', 'MAVEN_PASSWORD', 'MAVEN_STAGING_PROFILE_ID', 'MAVEN_GPG_PRIVATE_KEY', 'MAVEN_GPG_PRIVATE_KEY_PASSPHRASE'),
        },
      }],
    }),
    nuget: publish({
      tools: { node: { version: options.nodeVersion }, dotnet: { version: '6.x' } },
      steps: [{ name: 'Publish', run: `${PUBLIB} publib-nuget dist/dotnet`, env: secrets('NUGET_API_KEY') }],
    }),
    go: publish({
      tools: { node: { version: options.nodeVersion }, go: { version: '^1.18.0' } },
      steps: [{
        name: 'Push to the repository of the Go module',
        run: `${PUBLIB} publib-golang dist/go`,
        env: {
          GITHUB_TOKEN: '${{ secrets.GO_GITHUB_TOKEN }}',
          GIT_USER_NAME: 'github-actions[bot]',
          GIT_USER_EMAIL: '41898282+github-actions[bot]@users.noreply.github.com',
        },
      }],
    }),
    github: {
      needs: ['npm', 'pypi', 'maven', 'nuget', 'go'],
      runsOn: ['ubuntu-latest'],
      permissions: { contents: github.workflows.JobPermission.WRITE },
      steps: [{
        name: 'Create the release',
        run: 'gh release create "$GITHUB_REF_NAME" --repo "$GITHUB_REPOSITORY" --verify-tag --generate-notes',
        env: { GH_TOKEN: '${{ github.token }}' },
      }],
    },
  });
}

interface PublishJob extends Pick<github.workflows.Job, 'tools' | 'steps'> {
  /** Whether the registry trusts the workflow by its identity. */
  readonly idToken?: boolean;
}

function publish(job: PublishJob): github.workflows.Job {
  const { READ, WRITE } = github.workflows.JobPermission;
  return {
    needs: ['build'],
    runsOn: ['ubuntu-latest'],
    environment: 'release',
    permissions: { contents: READ, ...(job.idToken ? { idToken: WRITE } : {}) },
    tools: job.tools,
    steps: [github.WorkflowSteps.downloadArtifact({ with: DIST }), ...job.steps],
  };
}

function secrets(...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `\${{ secrets.${name} }}`]));
}
