import { readFileSync } from 'fs';
import { join } from 'path';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformVariable } from 'cdktf';
import * as fc from 'fast-check';
import {
  AzapiProvider, DaprCluster, DaprEngine, DaprExtension, DaprExtensionProps, DaprPreset, ExistingDapr, HelmValues, LogLevel, ProviderRegistration,
  ReleaseTrain,
} from '../lib';
import { AzapiStack } from './helpers/azapi';
import { AKS_ID, ARC_ID, codes, SUBSCRIPTION, synth } from './helpers/synth';

/** What a request that creates the extension holds, as far as the providers say it. */
interface Put {
  readonly path: string;
  readonly body: { readonly identity?: object; readonly properties: { [name: string]: unknown } };
}

/** What the two engines share beside the request. */
interface Plan {
  readonly put: Put;
  /** What replaces the extension. */
  readonly claims: unknown;
  readonly dependsOn: unknown;
  readonly timeouts: unknown;
  readonly preventDestroy: unknown;
}

const without = (object: object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
const pathOf = (cluster: string, name: string) => `${cluster}/providers/Microsoft.KubernetesConfiguration/extensions/${name}`;

/** How azurerm makes the request of its arguments: automatic upgrades are on where no version is stated. */
function azurermPlan(resources: any): Plan {
  const [block]: any[] = Object.entries(resources).filter(([type]) => /_cluster_extension$/.test(type)).flatMap(([, blocks]: any) => Object.values(blocks));
  const claims: any[] = Object.values(resources.terraform_data);
  return {
    put: {
      path: pathOf(block.cluster_id, block.name),
      body: asText(without({
        identity: block.identity,
        properties: without({
          extensionType: block.extension_type,
          autoUpgradeMinorVersion: (block.version ?? '') === '',
          version: block.version,
          releaseTrain: block.release_train,
          scope: { cluster: { releaseNamespace: block.release_namespace } },
          configurationSettings: block.configuration_settings,
          configurationProtectedSettings: block.configuration_protected_settings,
        }),
      })) as Put['body'],
    },
    claims: block.lifecycle?.replace_triggered_by && claims[0].input,
    dependsOn: block.depends_on,
    timeouts: block.timeouts,
    preventDestroy: block.lifecycle?.prevent_destroy,
  };
}

/** How azapi makes it: the body and the sensitive body, and the identity beside them. */
function azapiPlan(resources: any): Plan {
  const [block]: any[] = Object.values(resources.azapi_resource);
  return {
    put: {
      path: pathOf(block.parent_id, block.name),
      body: asText(without({ identity: block.identity, properties: { ...block.body.properties, ...block.sensitive_body?.properties } })) as Put['body'],
    },
    claims: block.replace_triggers_external_values,
    dependsOn: block.depends_on,
    timeouts: block.timeouts,
    preventDestroy: block.lifecycle?.prevent_destroy,
  };
}

/** Conversions to text undone: azurerm converts every value by itself, its arguments being texts; for azapi the library says so. */
function asText(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.replace(/^\$\{tostring\((.*)\)\}$/s, '${$1}').replace(/^\$\{\{ for key, value in (.*) : key => tostring\(value\) \}\}$/s, '${$1}');
  }
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, asText(member)])) : value;
}

type Row = Partial<DaprExtensionProps> | ((stack: AzapiStack, engine: DaprEngine) => Partial<DaprExtensionProps>);

const map = (id: string) => (stack: AzapiStack) => new TerraformVariable(stack, id, { type: 'map(string)' }).value;
const release = { releaseName: 'release', releaseNamespace: 'helm' };

/** Every property, in the ways in which it can be stated. A property that is not here does not compile. */
const ROWS: { readonly [name in keyof Required<DaprExtensionProps>]: readonly Row[] } = {
  cluster: [
    { cluster: DaprCluster.aks(AKS_ID) },
    { cluster: DaprCluster.arc(ARC_ID) },
    { cluster: DaprCluster.aks('${var.id}') },
    { cluster: DaprCluster.arcByName({ subscriptionId: SUBSCRIPTION, resourceGroupName: '${var.group}', clusterName: 'arc' }) },
  ],
  name: [{ name: 'dapr-2' }, { name: '${var.name}' }],
  version: [{ version: '1.17.13' }, { version: '1.14.4-msft.10' }, { version: '${var.version}' }],
  autoUpgradeMinorVersion: [{ autoUpgradeMinorVersion: true }, { autoUpgradeMinorVersion: false, version: '1.17.13' }],
  releaseTrain: [
    { releaseTrain: ReleaseTrain.STABLE }, { releaseTrain: ReleaseTrain.DEV }, { releaseTrain: ReleaseTrain.of('Stable') },
    { releaseTrain: ReleaseTrain.of('${var.train}') },
  ],
  releaseNamespace: [{ releaseNamespace: 'dapr' }, { releaseNamespace: '${var.namespace}' }],
  settings: [
    { settings: {} },
    { settings: { ha: { enabled: false }, logAsJson: true, nodeSelector: { 'kubernetes.io/os': 'linux' }, daprOperator: { logLevel: LogLevel.DEBUG } } },
    { settings: { daprSentry: { tls: { issuer: { keyPEM: '${var.key}' } } }, daprScheduler: { cluster: { storageSize: '2Gi' } } } },
    { settings: { daprOperator: { replicaCount: '${var.replicas}' as any }, registry: 'reg-${var.x}' } },
  ],
  preset: [{ preset: DaprPreset.DEVELOPMENT }, { preset: DaprPreset.PRODUCTION, version: '1.17.13' }],
  configurationSettings: [
    { configurationSettings: {} },
    { configurationSettings: { 'a': '1', 'b%{': 'x\\,y', 'c': '${var.c}', 'global.clusterType': 'managedclusters', 'dapr_sentry.tls.issuer.keyPEM': '${var.k}' } },
    (stack) => ({ configurationSettings: map('settings')(stack) }),
    (stack) => ({ configurationSettings: { n: new TerraformVariable(stack, 'n', { type: 'number' }).numberValue as any } }),
  ],
  configurationProtectedSettings: [
    { configurationProtectedSettings: {} },
    { configurationProtectedSettings: { p: '${var.p}', q: 'literal' } },
    (stack) => ({ configurationProtectedSettings: map('secrets')(stack) }),
  ],
  systemAssignedIdentity: [
    { systemAssignedIdentity: true, cluster: DaprCluster.arc(ARC_ID) }, { systemAssignedIdentity: false, cluster: DaprCluster.aks(AKS_ID) },
  ],
  existingDapr: [
    { existingDapr: ExistingDapr.helmRelease(release) },
    { existingDapr: ExistingDapr.helmRelease({ ...release, values: HelmValues.fromObject({ global: { ha: { enabled: true } } }) }) },
  ],
  registration: [
    { registration: ProviderRegistration.assumed() },
    (stack) => ({ registration: ProviderRegistration.onProvider(stack.azurerm) }),
    (stack) => ({ registration: ProviderRegistration.asResource(stack.azurerm) }),
  ],
  provider: [(stack, engine) => ({
    provider: engine === DaprEngine.AZAPI
      ? new AzapiProvider(stack, 'other', { alias: 'other' })
      : new AzurermProvider(stack, 'other', { features: [{}], alias: 'other' }),
  })],
  dependsOn: [{ dependsOn: [{ fqn: 'azurerm_resource_group.Rg' }] }],
  timeouts: [{ timeouts: { create: '1h' } }, { timeouts: {} }],
  preventDestroy: [{ preventDestroy: true }, { preventDestroy: false }],
  ignoreChanges: [{ ignoreChanges: ['version', 'name'] }, { ignoreChanges: ['settings'] }],
  forceDelete: [{ forceDelete: false }],
  engine: [{}],
};

const NAMES = Object.keys(ROWS) as (keyof DaprExtensionProps)[];

/** Rows by one engine: what it plans, or the codes of what it cannot do. */
function planned(engine: DaprEngine, rows: readonly Row[]): Plan | string[] {
  const stack = new AzapiStack();
  const props = Object.assign({ cluster: DaprCluster.aks(AKS_ID) }, ...rows.map((row) => typeof row === 'function' ? row(stack, engine) : row));
  try {
    new DaprExtension(stack, 'Dapr', { ...props, engine });
  } catch (error) {
    return codes((error as Error).message);
  }
  const { resource } = synth(stack);
  return engine === DaprEngine.AZAPI ? azapiPlan(resource) : azurermPlan(resource);
}

/** azurerm never sends Azure's default train; azapi does where it is stated. Azure does the same with either. */
function withoutStableTrain(plan: Plan): Plan {
  const { releaseTrain, ...properties } = plan.put.body.properties;
  return String(releaseTrain).toLowerCase() === 'stable' ? { ...plan, put: { ...plan.put, body: { ...plan.put.body, properties } } } : plan;
}

function expectSame(rows: readonly Row[]): void {
  const [azurerm, azapi] = [planned(DaprEngine.AZURERM, rows), planned(DaprEngine.AZAPI, rows)];
  expect(azurerm).toHaveProperty('put');
  expect(withoutStableTrain(azapi as Plan)).toStrictEqual(azurerm);
}

test('the table has every property', () => {
  const source = readFileSync(join(__dirname, '../lib/dapr-extension-props.ts'), 'utf8');
  const properties = [...source.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, name]) => name);
  expect(properties.length).toBeGreaterThan(15);
  expect([...NAMES].sort()).toStrictEqual(properties.sort());
});

describe('both engines make Azure receive the same', () => {
  const rows = NAMES.flatMap((name) => ROWS[name].map((row, index) => [`${name} ${index + 1}`, name, row] as const));

  test.each(rows)('%s, on AKS and on Arc', (_, name, row) => {
    expectSame([row]);
    if (name !== 'cluster' && name !== 'systemAssignedIdentity') {
      expectSame([{ cluster: DaprCluster.arc(ARC_ID) }, row]);
    }
  });

  test('whatever stands beside whatever', () => {
    /** What azurerm cannot do, and what neither can. */
    const azurermOnly = ['AutoUpgradeOffNeedsVersion', 'TrainWithVersion', 'IdentityNeedsAzapi', 'IdentityRequiredOnArc', 'ForceDeleteNeedsAzapi'];
    let compared = 0;
    const anyRow = (name: keyof DaprExtensionProps) => fc.option(fc.constantFrom(...ROWS[name]), { nil: {}, freq: 2 });
    fc.assert(fc.property(fc.tuple(...NAMES.map(anyRow)), (chosen) => {
      const [azurerm, azapi] = [planned(DaprEngine.AZURERM, chosen), planned(DaprEngine.AZAPI, chosen)];
      if (Array.isArray(azurerm)) {
        const common = azurerm.filter((code) => !azurermOnly.includes(code));
        expect(Array.isArray(azapi) ? azapi : []).toStrictEqual(common);
      } else {
        compared++;
        expect(withoutStableTrain(azapi as Plan)).toStrictEqual(azurerm);
      }
    }), { numRuns: 300, seed: 5 });
    expect(compared).toBeGreaterThan(20);
  });
});

test('the exception is the stable train alone', () => {
  const rows = [{ releaseTrain: ReleaseTrain.STABLE }];
  expect((planned(DaprEngine.AZAPI, rows) as Plan).put.body.properties.releaseTrain).toBe('stable');
  expect((planned(DaprEngine.AZURERM, rows) as Plan).put.body.properties).not.toHaveProperty('releaseTrain');
});

test('the request is the one that the article asks for', () => {
  const rows: Row[] = [{
    cluster: DaprCluster.arc(ARC_ID),
    version: '1.17.13',
    releaseTrain: ReleaseTrain.DEV,
    configurationProtectedSettings: { p: '${var.p}' },
    configurationSettings: { 'global.logAsJson': 'true' },
  }];
  for (const engine of [DaprEngine.AZURERM, DaprEngine.AZAPI]) {
    expect((planned(engine, rows) as Plan).put).toStrictEqual({
      path: `${ARC_ID}/providers/Microsoft.KubernetesConfiguration/extensions/dapr`,
      body: {
        identity: { type: 'SystemAssigned' },
        properties: {
          extensionType: 'microsoft.dapr',
          autoUpgradeMinorVersion: false,
          version: '1.17.13',
          releaseTrain: 'dev',
          scope: { cluster: { releaseNamespace: 'dapr-system' } },
          configurationSettings: { 'global.logAsJson': 'true' },
          configurationProtectedSettings: { p: '${var.p}' },
        },
      },
    });
  }
});
