import { cdk, github } from 'projen';

interface Program {
  /** What runs with it, for the name of the job. Each scenario states its own minimum, see test/acceptance/scenarios/needs.ts. */
  readonly name: string;
  readonly binary: 'terraform' | 'tofu';
  readonly version: string;
}

/** The lowest version of each step in what Terraform can do, and the newest. */
const PROGRAMS: Program[] = [
  { name: 'Terraform 1.5 (AZURERM)', binary: 'terraform', version: '1.5.*' },
  { name: 'Terraform 1.8 (AZURERM, AZAPI without protected settings)', binary: 'terraform', version: '1.8.*' },
  { name: 'Terraform 1.11 (all)', binary: 'terraform', version: '1.11.*' },
  { name: 'newest Terraform (all)', binary: 'terraform', version: 'latest' },
  { name: 'newest OpenTofu (all)', binary: 'tofu', version: 'latest' },
];

/** .github/workflows/acceptance.yml: the scenarios with the real providers against the simulated Azure. They must run, not be skipped. */
export function addAcceptanceWorkflow(project: cdk.JsiiProject, options: { nodeVersion: string }): void {
  const workflow = new github.GithubWorkflow(project.github!, 'acceptance', {
    limitConcurrency: true,
    concurrencyOptions: { group: '${{ github.workflow }}-${{ github.ref }}', cancelInProgress: true },
  });
  workflow.on({
    pullRequest: {},
    push: { branches: ['main'] },
    // The newest Terraform and OpenTofu are others after a while.
    schedule: [{ cron: '0 5 * * 1' }],
    workflowDispatch: {},
  });
  workflow.addJob('acceptance', {
    name: '${{ matrix.name }}',
    runsOn: ['ubuntu-latest'],
    timeoutMinutes: 60,
    permissions: { contents: github.workflows.JobPermission.READ },
    strategy: { failFast: false, matrix: { include: PROGRAMS.map((program) => ({ ...program })) } },
    env: { CI: 'true', CHECKPOINT_DISABLE: '1', ACCEPTANCE: 'required', TERRAFORM_BINARY_NAME: '${{ matrix.binary }}' },
    tools: { node: { version: options.nodeVersion } },
    steps: [
      github.WorkflowSteps.checkout(),
      {
        name: 'Set up Terraform',
        if: "matrix.binary == 'terraform'",
        uses: 'hashicorp/setup-terraform@v3',
        with: { terraform_version: '${{ matrix.version }}', terraform_wrapper: false },
      },
      {
        name: 'Set up OpenTofu',
        if: "matrix.binary == 'tofu'",
        uses: 'opentofu/setup-opentofu@v1',
        with: { tofu_version: '${{ matrix.version }}', tofu_wrapper: false },
      },
      { name: 'Install dependencies', run: 'npm ci' },
      { name: 'Run the scenarios', run: 'npx projen test:acceptance' },
    ],
  });
}
