import { DaprCluster, DaprExtension } from '../../lib';
import { ignoresSettings, lifecycleOf } from '../../lib/private/lifecycle';
import { TerraformData } from '../../lib/private/terraform-data';
import { AKS, AKS_ID, extension, synth, TestStack } from '../helpers/synth';

const cluster = DaprCluster.aks(AKS_ID);

describe('settings whose changes Terraform is to ignore', () => {
  test.each(['all', 'settings', 'configurationSettings'])('replace nothing: %s', (name) => {
    expect(ignoresSettings({ cluster, ignoreChanges: ['version', name] })).toBe(true);
    expect(extension({ cluster, ignoreChanges: [name] }).lifecycle).not.toHaveProperty('replace_triggered_by');
  });

  test.each(['version', 'configurationProtectedSettings', 'name'])('are others than %s', (name) => {
    expect(ignoresSettings({ cluster, ignoreChanges: [name] })).toBe(false);
    expect(extension({ cluster, ignoreChanges: [name] }).lifecycle.replace_triggered_by).toStrictEqual(['terraform_data.Dapr_VolumeClaims_1A796B1E']);
  });

  test('are none unless stated', () => {
    expect(ignoresSettings({ cluster })).toBe(false);
  });
});

describe('the lifecycle block', () => {
  test('is none where nothing is stated and nothing replaces', () => {
    expect(lifecycleOf({ cluster, preventDestroy: false }, {})).toBeUndefined();
  });

  test('names each argument once', () => {
    expect(lifecycleOf({ cluster, ignoreChanges: ['a', 'b', 'c'] }, { a: 'x', b: 'x', c: 'y' })).toStrictEqual({ ignoreChanges: ['x', 'y'] });
  });

  test('names what replaces the resource by its address, as it is at synth', () => {
    const stack = new TestStack();
    const dapr = new DaprExtension(stack, 'Dapr', { cluster, preventDestroy: true });
    (dapr.node.findChild('VolumeClaims') as TerraformData).overrideLogicalId('claims');
    const { resource } = synth(stack);
    expect(resource[AKS].Dapr.lifecycle).toStrictEqual({ prevent_destroy: true, replace_triggered_by: ['terraform_data.claims'] });
    expect(Object.keys(resource.terraform_data)).toStrictEqual(['claims']);
  });
});
