import { readdirSync, readFileSync } from 'fs';
import { tmpdir } from 'os';
import { KubernetesClusterExtension } from '@cdktf/provider-azurerm/lib/kubernetes-cluster-extension';
import { Testing } from 'cdktf';
import { committedFile, EXAMPLE_NAMES, EXAMPLES } from './helpers/examples';
import { AKS_ID, TestStack } from './helpers/synth';
import { terraformProblems, withoutPlugins } from './helpers/terraform-check';

/** The real Terraform reads everything that it can read without a plugin. What the plugins would read is the matter of test/acceptance. */
const stacks = EXAMPLE_NAMES.flatMap((example) => EXAMPLES[example].map((stack) => ({ example, stack })));

const problems = async (configuration: object) => terraformProblems(withoutPlugins(configuration));

describe('Terraform accepts', () => {
  test.concurrent.each(stacks)('$example, stack $stack', async ({ example, stack }) => {
    expect(await problems(JSON.parse(readFileSync(committedFile(example, stack), 'utf8')))).toEqual([]);
  });
});

describe('Terraform finds', () => {
  const extension = (more: object = {}) => ({ cluster_id: '${data.azurerm_kubernetes_cluster.Aks.id}', extension_type: 'microsoft.dapr', name: 'dapr', ...more });
  const configuration = (more: object = {}, block: object = {}) => ({
    provider: { azurerm: [{ features: [{}] }, { features: [{}], alias: 'arc', subscription_id: '${var.subscription}' }] },
    terraform: { required_providers: { azurerm: { source: 'azurerm', version: '4.55.0' } }, backend: { local: { path: 'terraform.tfstate' } } },
    variable: { subscription: { type: 'string' } },
    data: { azurerm_kubernetes_cluster: { Aks: { name: 'aks', resource_group_name: 'rg' } } },
    resource: {
      azurerm_kubernetes_cluster_extension: { Dapr: extension(block), Other: extension({ provider: 'azurerm.arc' }) },
      terraform_data: { Claims: { input: { placement: 'none' } } },
    },
    ...more,
  });

  test('nothing in what is sound', async () => {
    const block = {
      depends_on: ['azurerm_kubernetes_cluster_extension.Other', 'data.azurerm_kubernetes_cluster.Aks'],
      lifecycle: { ignore_changes: ['version', 'configuration_settings'], prevent_destroy: true, replace_triggered_by: ['terraform_data.Claims'] },
      timeouts: { create: '45m' },
    };
    expect(await problems(configuration({
      moved: [{ from: 'azurerm_arc_kubernetes_cluster_extension.Former', to: 'azurerm_kubernetes_cluster_extension.Dapr' }],
      import: [{ id: `${AKS_ID}/extensions/dapr`, to: 'azurerm_kubernetes_cluster_extension.Other' }],
      removed: [{ from: 'azapi_resource.Dapr', lifecycle: { destroy: false } }],
      output: { id: { value: '${one(azurerm_kubernetes_cluster_extension.Dapr.aks_assigned_identity[*].principal_id)}' } },
    }, block))).toEqual([]);
  });

  test('the JSON that cdktf makes of `replaceTriggeredBy` with a construct', async () => {
    const stack = new TestStack();
    const config = { clusterId: AKS_ID, extensionType: 'microsoft.dapr', name: 'dapr' };
    const other = new KubernetesClusterExtension(stack, 'Other', config);
    new KubernetesClusterExtension(stack, 'Dapr', { ...config, lifecycle: { replaceTriggeredBy: [other] } });
    expect(await problems(JSON.parse(Testing.synth(stack)))).toEqual([expect.stringMatching(/Invalid expression on .*\.lifecycle\.replace_triggered_by/)]);
  });

  const reference = /Reference to undeclared (resource|input variable)/;
  test.concurrent.each<[string, object, RegExp]>([
    ['an expression in depends_on', configuration({}, { depends_on: ['${azurerm_kubernetes_cluster_extension.Other}'] }), /Invalid expression/],
    ['an expression in replace_triggered_by', configuration({}, { lifecycle: { replace_triggered_by: ['${terraform_data.Claims}'] } }), /expression|reference/i],
    ['an expression in ignore_changes', configuration({}, { lifecycle: { ignore_changes: ['${version}'] } }), /expression/i],
    ['depends_on that leads nowhere', configuration({}, { depends_on: ['azurerm_kubernetes_cluster_extension.Gone'] }), reference],
    ['replace_triggered_by that leads nowhere', configuration({}, { lifecycle: { replace_triggered_by: ['terraform_data.Gone'] } }), reference],
    ['a reference to a resource that is not there', configuration({}, { name: '${azurerm_kubernetes_cluster_extension.Gone.name}' }), reference],
    ['a reference to a data source that is not there', configuration({}, { cluster_id: '${data.azurerm_kubernetes_cluster.Gone.id}' }), reference],
    ['a reference to a variable that is not there', configuration({}, { name: '${var.gone}' }), reference],
    ['a reference to itself', configuration({}, { name: '${azurerm_kubernetes_cluster_extension.Dapr.id}' }), /Self-referential block|Cycle/],
    ['an output of what is not there', configuration({ output: { a: { value: '${azapi_resource.Gone.output.currentVersion}' } } }), reference],
    ['a provider argument that leads nowhere', configuration({ provider: { azurerm: [{ subscription_id: '${var.gone}' }, { alias: 'arc' }] } }), reference],
    ['a provider configuration that is not there', configuration({}, { provider: 'azurerm.gone' }), /Provider configuration not present|provider/],
    ['an empty moved', configuration({ moved: [{}] }), /Missing required argument/],
    ['a moved to an expression', configuration({ moved: [{ from: 'azapi_resource.Dapr', to: '${azurerm_kubernetes_cluster_extension.Dapr}' }] }), /expression/i],
    ['an import to nowhere', configuration({ import: [{ id: 'x', to: 'azurerm_kubernetes_cluster_extension.Gone' }] }), /import|not exist|target/i],
    ['an import without an ID', configuration({ import: [{ to: 'azurerm_kubernetes_cluster_extension.Dapr' }] }), /import|Missing/i],
    ['a removed resource that is still there', configuration({ removed: [{ from: 'azurerm_kubernetes_cluster_extension.Dapr' }] }), /Removed resource still exists/],
    ['an unknown function', configuration({}, { name: '${tostrin("dapr")}' }), /Call to unknown function/],
    ['a wrong call of a function', configuration({}, { name: '${lower([])}' }), /Invalid function argument/],
    ['a broken expression', configuration({}, { name: '${var.subscription' }), /./],
    ['an unknown argument of lifecycle', configuration({}, { lifecycle: { replace_triggered: [] } }), /Extraneous JSON object property|Unsupported argument/],
    ['an unknown argument of terraform_data', configuration({ resource: { terraform_data: { A: { inputs: 1 } } } }), /Extraneous JSON object property|Unsupported argument/],
    ['an unknown argument of the backend block', configuration({ terraform: { backends: {} } }), /Extraneous JSON object property|Unsupported/],
    ['an unknown block', configuration({ move: [] }), /Extraneous JSON object property|Unsupported/],
  ])('%s', async (_, broken, expected) => {
    const found = await problems(broken);
    expect(found.length).toBeGreaterThan(0);
    expect(found.join('\n')).toMatch(expected);
  });

  test('text that is no JSON', async () => {
    expect((await terraformProblems('{"resource":')).join('\n')).toMatch(/JSON|Unclosed/);
  });
});

describe('without Terraform', () => {
  const { TERRAFORM_BINARY_NAME } = process.env;
  afterEach(() => {
    if (TERRAFORM_BINARY_NAME === undefined) {
      delete process.env.TERRAFORM_BINARY_NAME;
    } else {
      process.env.TERRAFORM_BINARY_NAME = TERRAFORM_BINARY_NAME;
    }
  });

  test('the check fails, says what is missing, and leaves nothing behind', async () => {
    const before = readdirSync(tmpdir());
    process.env.TERRAFORM_BINARY_NAME = 'no-such-terraform';
    await expect(terraformProblems({})).rejects.toThrow(/^This test needs Terraform, and 'no-such-terraform' cannot be run\. Install it/);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('cdktf-azure-dapr-validate-') && !before.includes(name))).toEqual([]);
  });
});
