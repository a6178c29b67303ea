import { execFileSync } from 'child_process';
import { join } from 'path';
import { TerraformResource, TerraformVariable } from 'cdktf';
import { DaprCluster, DaprEngine, DaprExtension, DaprExtensionProps, ExistingDapr, ReleaseTrain } from '../lib';
import { AZAPI, AzapiStack } from './helpers/azapi';
import { AKS, AKS_ID, ARC, ARC_ID, codes, synth, synthApp, thrown } from './helpers/synth';

const aks = DaprCluster.aks(AKS_ID);
const arc = DaprCluster.arc(ARC_ID);
const SUFFIX = '/providers/Microsoft.KubernetesConfiguration/extensions/dapr';
const VERSION = '?api-version=2023-05-01';
const { AZURERM, AZAPI: BY_AZAPI } = DaprEngine;

let stack: AzapiStack;
beforeEach(() => { stack = new AzapiStack(); });

const dapr = (props: Partial<DaprExtensionProps> = {}) => new DaprExtension(stack, 'Dapr', { cluster: aks, ...props });
const imported = (props: Partial<DaprExtensionProps>, extensionId?: string) => {
  dapr(props).importExisting(extensionId);
  return synth(stack).import;
};
/** The lifecycle of the resource after an import. */
const lifecycleOf = (props: Partial<DaprExtensionProps>) => {
  dapr(props).importExisting();
  const { resource } = synth(stack);
  return (resource[AZAPI] ?? resource[AKS] ?? resource[ARC]).Dapr.lifecycle;
};

describe('the import block', () => {
  test.each([
    ['AZURERM on AKS', AZURERM, aks, `${AKS}.Dapr`, AKS_ID + SUFFIX],
    ['AZURERM on Arc', AZURERM, arc, `${ARC}.Dapr`, ARC_ID + SUFFIX],
    ['AZAPI on AKS', BY_AZAPI, aks, `${AZAPI}.Dapr`, AKS_ID + SUFFIX + VERSION],
    ['AZAPI on Arc', BY_AZAPI, arc, `${AZAPI}.Dapr`, ARC_ID + SUFFIX + VERSION],
  ])('of %s has the ID that follows from the cluster, and names no provider', (_, engine, cluster, to, id) => {
    expect(imported({ cluster, engine })).toStrictEqual([{ to, id }]);
  });

  test('has the name of the extension in its ID', () => {
    expect(imported({ name: 'other' })[0].id).toBe(`${AKS_ID}/providers/Microsoft.KubernetesConfiguration/extensions/other`);
  });

  test('has the name of the Helm release in its ID', () => {
    const existingDapr = ExistingDapr.helmRelease({ releaseName: 'release', releaseNamespace: 'ns' });
    expect(imported({ existingDapr })[0].id).toBe(`${AKS_ID}/providers/Microsoft.KubernetesConfiguration/extensions/release`);
  });

  test.each([[AZURERM, ''], [BY_AZAPI, VERSION]])('takes a cluster that only Terraform knows, by %s', (engine, version) => {
    const cluster = DaprCluster.aks(new TerraformVariable(stack, 'id', { type: 'string' }).stringValue);
    expect(imported({ engine, cluster })[0].id).toBe(`\${var.id}${SUFFIX}${version}`);
  });

  test('takes an ID that only Terraform knows', () => {
    expect(imported({}, new TerraformVariable(stack, 'id', { type: 'string' }).stringValue)[0].id).toBe('${var.id}');
  });

  test('names a provider neither where the extension does', () => {
    expect(imported({ engine: BY_AZAPI, provider: stack.azapi })).toStrictEqual([{ to: 'azapi_resource.Dapr', id: AKS_ID + SUFFIX + VERSION }]);
  });

  test('follows the address of the resource', () => {
    const extension = dapr();
    extension.importExisting();
    (extension.node.defaultChild as TerraformResource).overrideLogicalId('by_hand');
    expect(synth(stack).import[0].to).toBe(`${AKS}.by_hand`);
  });

  test('is there once, however often it is asked for', () => {
    const extension = dapr();
    extension.importExisting('${var.first}');
    extension.importExisting();
    const { import: blocks, resource } = synth(stack);
    expect(blocks).toStrictEqual([{ to: `${AKS}.Dapr`, id: AKS_ID + SUFFIX }]);
    expect(resource[AKS].Dapr.lifecycle.ignore_changes).toStrictEqual(['extension_type', 'version', 'release_namespace']);
  });

  test('stands in the JSON of an app', () => {
    const { stacks } = synthApp((app) => new DaprExtension(new AzapiStack('S', app), 'Dapr', { cluster: arc, engine: BY_AZAPI }).importExisting());
    expect(stacks.S.import).toStrictEqual([{ to: 'azapi_resource.Dapr', id: ARC_ID + SUFFIX + VERSION }]);
  });

  test('needs no Terraform to be made', () => {
    const code = `
      const { AzurermProvider } = require('@cdktf/provider-azurerm/lib/provider');
      const { TerraformStack, Testing } = require('cdktf');
      const { AzapiProvider, DaprCluster, DaprEngine, DaprExtension } = require('./lib');
      const stack = new TerraformStack(Testing.app(), 'Stack');
      new AzurermProvider(stack, 'azurerm', { features: [{}] });
      new AzapiProvider(stack, 'azapi');
      new DaprExtension(stack, 'One', { cluster: DaprCluster.aks('${AKS_ID}') }).importExisting();
      new DaprExtension(stack, 'Two', { cluster: DaprCluster.arc('${ARC_ID}'), engine: DaprEngine.AZAPI }).importExisting();
      console.log(Testing.synth(stack, true));`;
    const json = execFileSync(process.execPath, ['-r', 'ts-node/register', '-e', code], {
      cwd: join(__dirname, '..'),
      env: { PATH: '', TS_NODE_PROJECT: 'test/tsconfig.json', TS_NODE_PREFER_TS_EXTS: 'true', TS_NODE_TRANSPILE_ONLY: 'true' },
      encoding: 'utf8',
    });
    expect(JSON.parse(json).import).toStrictEqual([
      { to: `${AKS}.One`, id: AKS_ID + SUFFIX }, { to: 'azapi_resource.Two', id: ARC_ID + SUFFIX + VERSION },
    ]);
  });
});

describe('an ID that is given', () => {
  test('may be written in other letters, and is imported in those of the cluster', () => {
    expect(imported({ engine: BY_AZAPI }, (AKS_ID + SUFFIX).toUpperCase())[0].id).toBe(AKS_ID + SUFFIX + VERSION);
    stack = new AzapiStack();
    expect(imported({ cluster: arc }, (ARC_ID + SUFFIX).toLowerCase())[0].id).toBe(ARC_ID + SUFFIX);
  });

  test('of another cluster is an error', () => {
    const error = thrown(() => dapr().importExisting(`${AKS_ID}2${SUFFIX}`));
    expect(error).toBe(`DaprExtension "Stack/Dapr" has a problem.

ImportOfOtherExtension: importExisting("${AKS_ID}2${SUFFIX}")
  why: this extension goes to the cluster ${AKS_ID}
  fix: importExisting(), which takes "${AKS_ID}${SUFFIX}"`);
    expect(synth(stack)).not.toHaveProperty('import');
  });

  test('of another name is an error that gives the name', () => {
    const error = thrown(() => dapr().importExisting(`${AKS_ID}${SUFFIX}-2`));
    expect(codes(error)).toStrictEqual(['ImportOfOtherExtension']);
    expect(error).toContain('why: this extension is called "dapr", and another name would make the import a replacement');
    expect(error).toContain('fix: name: "dapr-2"');
  });

  test.each([[''], ['dapr'], [AKS_ID], [`${AKS_ID}${SUFFIX}/x`], [`${AKS_ID}${SUFFIX.replace('extensions', 'fluxConfigurations')}`]])(
    'with another shape is an error: %p', (id) => {
      const error = thrown(() => dapr().importExisting(id));
      expect(codes(error)).toStrictEqual(['ImportOfOtherExtension']);
      expect(error).toContain('why: the ID of a cluster extension ends in /providers/Microsoft.KubernetesConfiguration/extensions/<name>');
      expect(error).toContain(`fix: importExisting(), which takes "${AKS_ID}${SUFFIX}"`);
    });

  test('is held against what is known of a cluster that only Terraform knows', () => {
    const extension = dapr({ cluster: DaprCluster.aks('${var.id}') });
    expect(codes(thrown(() => extension.importExisting('dapr')))).toStrictEqual(['ImportOfOtherExtension']);
    expect(thrown(() => extension.importExisting(`${AKS_ID}${SUFFIX}-2`))).toContain('fix: name: "dapr-2"');
    extension.importExisting(`${AKS_ID}${SUFFIX}`);
    expect(synth(stack).import[0].id).toBe(`\${var.id}${SUFFIX}`);
  });

  test('is held against what is known of a name that only Terraform knows', () => {
    const extension = dapr({ name: '${var.name}' });
    expect(thrown(() => extension.importExisting(`${AKS_ID}2${SUFFIX}`))).toContain(`this extension goes to the cluster ${AKS_ID}`);
    extension.importExisting(`${AKS_ID}${SUFFIX}`);
    expect(synth(stack).import[0].id).toBe(`${AKS_ID}/providers/Microsoft.KubernetesConfiguration/extensions/\${var.name}`);
  });
});

describe('what Terraform is told to ignore, so that no import deletes', () => {
  test.each<[string, Partial<DaprExtensionProps>, string[]]>([
    ['on AKS', {}, ['extension_type', 'version', 'release_namespace']],
    ['on Arc', { cluster: arc }, ['extension_type', 'version', 'release_namespace', 'identity']],
    ['with a version', { version: '1.17.13' }, ['extension_type', 'release_namespace']],
    ['with a train', { releaseTrain: ReleaseTrain.DEV }, ['extension_type', 'release_train', 'version', 'release_namespace']],
    ['with a namespace', { releaseNamespace: 'dapr-system' }, ['extension_type', 'version']],
    ['with a Helm release', { existingDapr: ExistingDapr.helmRelease({ releaseName: 'dapr', releaseNamespace: 'ns' }) }, ['extension_type', 'version']],
    ['joined with the user\'s own', { ignoreChanges: ['configurationSettings', 'version'] },
      ['configuration_settings', 'version', 'extension_type', 'release_namespace']],
  ])('%s', (_, props, ignored) => {
    expect(lifecycleOf(props).ignore_changes).toStrictEqual(ignored);
  });

  test('leaves the rest of the lifecycle as it was', () => {
    expect(lifecycleOf({ preventDestroy: true })).toStrictEqual({
      ignore_changes: ['extension_type', 'version', 'release_namespace'],
      prevent_destroy: true,
      replace_triggered_by: ['terraform_data.Dapr_VolumeClaims_1A796B1E'],
    });
  });

  test('is still all where that is stated', () => {
    expect(lifecycleOf({ ignoreChanges: ['all'] })).toStrictEqual({ ignore_changes: 'all' });
  });

  test('is a namespace that is not stated with AZAPI, which changes all the rest in place', () => {
    expect(lifecycleOf({ engine: BY_AZAPI, cluster: arc })).toStrictEqual({ ignore_changes: ['body.properties.scope'] });
    stack = new AzapiStack();
    expect(lifecycleOf({ engine: BY_AZAPI, releaseNamespace: 'dapr' })).toBeUndefined();
    stack = new AzapiStack();
    expect(lifecycleOf({ engine: BY_AZAPI, ignoreChanges: ['version'] })).toStrictEqual({ ignore_changes: ['body.properties.version', 'body.properties.scope'] });
  });

  test('is nothing without an import', () => {
    dapr({ ignoreChanges: ['name'] });
    expect(synth(stack).resource[AKS].Dapr.lifecycle.ignore_changes).toStrictEqual(['name']);
  });
});
