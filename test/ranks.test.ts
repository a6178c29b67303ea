import { readdirSync, readFileSync } from 'fs';
import { isBuiltin } from 'module';
import { dirname, join, normalize } from 'path';

/** The files of lib/ from the lowest rank to the highest. A file imports only from lower ranks, so there are no cycles. */
const RANKS: string[][] = [
  ['private/framework', 'private/errors', 'private/version', 'private/settings/setting', 'settings/enums', 'settings/dapr-resources'],
  ['private/expression', 'private/problem', 'private/warnings', 'settings/dapr-toleration'],
  ['private/rendering/formats', 'private/rendering/hcl-template', 'private/rendering/nearest', 'private/rendering/set-grammar'],
  ['private/rendering/deferred', 'private/rendering/settings-index', 'private/rendering/settings-report'],
  ['private/rendering/render-scalars'],
  ['private/rendering/render-shapes'],
  ['private/rendering/render-kubernetes'],
  ['private/rendering/render-settings'],
  ['private/settings/catalogue', 'private/settings/newest-minor'],
  ['private/settings/setting-key', 'private/settings/setting-value', 'private/settings/setting-combinations', 'private/settings/volume-claims'],
  ['private/settings/helm-tree'],
  [
    'settings/dapr-config-settings', 'settings/dapr-global-settings', 'settings/dapr-hooks-settings', 'settings/dapr-monitoring-settings',
    'settings/dapr-operator-settings', 'settings/dapr-placement-settings', 'settings/dapr-rbac-settings', 'settings/dapr-scheduler-settings',
    'settings/dapr-sentry-settings', 'settings/dapr-sidecar-injector-settings',
  ],
  ['settings/dapr-settings'],
  ['settings/index'],
  [
    'private/cluster-id', 'private/azurerm-provider', 'private/import-block', 'private/node-dependencies', 'private/one-per-cluster',
    'private/terraform-data', 'private/default-provider',
  ],
  ['azapi-provider', 'cluster-by-name-props', 'dapr-engine', 'dapr-extension-timeouts', 'dapr-preset', 'provider-registration', 'release-train'],
  ['dapr-cluster', 'dapr-warnings', 'helm-values'],
  ['existing-dapr'],
  ['dapr-extension-props'],
  ['private/settings/raw-settings', 'private/settings/settings-layers', 'private/settings/setting-warnings'],
  ['private/settings/known-settings', 'private/settings/helm-release', 'private/extension-id'],
  ['private/settings/stated-settings'],
  ['private/settings/extension-settings'],
  ['private/arc-subscription', 'private/lifecycle', 'private/property-rules', 'kubernetes-configuration-registration'],
  ['private/registration'],
  ['private/engine'],
  ['private/azapi-resource'],
  ['private/azurerm-engine', 'private/azapi-engine'],
  ['private/engines'],
  ['dapr-extension'],
  ['index'],
];

const lib = join(__dirname, '..', 'lib');
const files = readdirSync(lib, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => name.replace(/\.ts$/, ''));
const rankOf = (file: string) => RANKS.findIndex((rank) => rank.includes(file));

test('every file has a rank, and every rank its files', () => {
  expect(RANKS.flat().sort()).toStrictEqual([...files].sort());
});

test.each(files)('%s imports from lower ranks only, and the framework through one file', (file) => {
  const text = readFileSync(join(lib, `${file}.ts`), 'utf8');
  const imports = [...text.matchAll(/(?:from|require\(|import\() ?'([^']+)'/g)].map(([, name]) => name);
  for (const name of imports.filter((one) => one.startsWith('.'))) {
    const imported = normalize(join(dirname(file), name));
    expect([imported, rankOf(imported) < rankOf(file)]).toStrictEqual([imported, true]);
  }
  const foreign = imports.filter((one) => !one.startsWith('.'));
  expect(foreign.filter((name) => name !== 'constructs' && !isBuiltin(name) && file !== 'private/framework')).toStrictEqual([]);
});
