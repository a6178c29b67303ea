import { TerraformResource, Testing } from 'cdktf';
import { DaprCluster } from '../../lib';
import { AzapiStack, daprOn } from '../helpers/azapi';
import { AKS, AKS_ID, ARC, ARC_ID } from '../helpers/synth';

/** The HCL of a stack, without what it looks like. */
const hclOf = (stack: AzapiStack) => Testing.synthHcl(stack).replace(/\s+/g, ' ');

describe('in HCL', () => {
  test('the resource says what it says in JSON', () => {
    const stack = new AzapiStack();
    daprOn(stack, DaprCluster.aks(AKS_ID), {
      version: '1.17.13',
      systemAssignedIdentity: true,
      forceDelete: true,
      timeouts: { create: '1h', read: undefined },
      configurationSettings: { 'dapr_operator.replicaCount': '2' },
      configurationProtectedSettings: { secret: '${var.secret}' },
    });
    expect(hclOf(stack)).toContain([
      'resource "azapi_resource" "Dapr" {',
      'type = "Microsoft.KubernetesConfiguration/extensions@2023-05-01"',
      `parent_id = "${AKS_ID}"`,
      'name = "dapr"',
      'body = { properties = { extensionType = "microsoft.dapr" autoUpgradeMinorVersion = false version = "1.17.13"',
      'scope = { cluster = { releaseNamespace = "dapr-system" } }',
      'configurationSettings = { "dapr_operator.replicaCount" = "2" "global.clusterType" = "managedclusters" } } }',
      'sensitive_body = { properties = { configurationProtectedSettings = { secret = "${tostring(var.secret)}" } } }',
      'ignore_casing = true',
      'replace_triggers_external_values = { placement = "size 1Gi, class (cluster\'s default)" scheduler = "size default, class (cluster\'s default)" }',
      'response_export_values = { currentVersion = "properties.currentVersion"',
      'principalId = "identity.principalId || properties.aksAssignedIdentity.principalId" }',
      'replace_triggers_refs = [ "properties.scope.cluster.releaseNamespace" ]',
      `locks = [ "${AKS_ID}" ]`,
      'delete_query_parameters = { forceDelete = [ "true", ] }',
      'identity { type = "SystemAssigned" }',
      'timeouts { create = "1h" } }',
      `moved { from = ${AKS}.Dapr to = azapi_resource.Dapr }`,
    ].join(' '));
  });

  test('what was not stated is not there', () => {
    const stack = new AzapiStack();
    daprOn(stack, DaprCluster.arc(ARC_ID), { systemAssignedIdentity: false, ignoreChanges: ['settings'] });
    const hcl = hclOf(stack);
    for (const name of ['identity {', 'timeouts', 'sensitive_body', 'delete_query_parameters', 'replace_triggers_external_values', 'undefined']) {
      expect(hcl).not.toContain(name);
    }
  });

  test('a move of the user\'s own stays', () => {
    const stack = new AzapiStack();
    (daprOn(stack, DaprCluster.arc(ARC_ID)).node.defaultChild as TerraformResource).moveFromId('azapi_resource.Former');
    const hcl = hclOf(stack);
    expect(hcl).toContain(`moved { to = azapi_resource.Dapr from = azapi_resource.Former } moved { from = ${ARC}.Dapr to = azapi_resource.Dapr }`);
  });
});
