import { combinationOf, combinationProblems } from '../../../lib/private/settings/setting-combinations';

const USER = 'dapr_sidecar_injector.sidecarRunAsUser';
const NON_ROOT = 'dapr_sidecar_injector.sidecarRunAsNonRoot';
const EMBED = 'dapr_scheduler.etcdEmbed';
const ENDPOINTS = 'dapr_scheduler.etcdClientEndpoints';
const NAME = 'dapr_scheduler.etcdClientUsername';
const PASSWORD = 'dapr_scheduler.etcdClientPassword';
const IN_MEMORY = 'dapr_scheduler.cluster.inMemoryStorage';
const OIDC = 'dapr_sentry.oidc.enabled';
const OIDC_CERT = 'dapr_sentry.oidc.tls.certFile';
const OIDC_KEY = 'dapr_sentry.oidc.tls.keyFile';
const [CA, CERT, KEY] = ['global.issuerFilenames.ca', 'global.issuerFilenames.cert', 'global.issuerFilenames.key'];
const MINIMUM = 'global.ha.disruption.minimumAvailable';
const MAXIMUM = 'global.ha.disruption.maximumUnavailable';

const problems = (settings: Record<string, string>, version?: string) =>
  combinationProblems(combinationOf(new Map(Object.entries(settings)), version));

test.each<[string, Record<string, string>, string | undefined, string, string, string]>([
  [
    'root as the user of sidecars that must not be root', { [USER]: '0' }, undefined,
    `'${USER}' below 1 with '${NON_ROOT}': 'true', which is the default`, 'user 0 is root, so the chart does not render',
    `a user above 0, or '${NON_ROOT}': 'false'`,
  ],
  [
    'the same, with the default stated', { [USER]: '0', [NON_ROOT]: 'True' }, '1.14.3',
    `'${USER}' below 1 with '${NON_ROOT}': 'true', which is the default`, 'user 0 is root, so the chart does not render',
    `a user above 0, or '${NON_ROOT}': 'false'`,
  ],
  [
    'another user than root where root is allowed', { [USER]: '1000', [NON_ROOT]: 'false' }, '1.18.3',
    `'${USER}' other than 0 with '${NON_ROOT}': 'false'`, 'the chart does not render with another user than root where root is allowed',
    `leave '${NON_ROOT}' out`,
  ],
  [
    'the address of an etcd while the scheduler runs its own', { [ENDPOINTS]: '{https://etcd:2379}', [NAME]: 'x' }, '1.16.0',
    `'${ENDPOINTS}', '${NAME}' without '${EMBED}': 'false'`, 'the scheduler refuses the address of an etcd of your own while it runs its own one',
    `'${EMBED}': 'false'`,
  ],
  [
    'the same by index, with the default stated', { [`${ENDPOINTS}[0]`]: 'https://etcd:2379', [EMBED]: 'true', [PASSWORD]: 'hunter2' }, undefined,
    `'${ENDPOINTS}', '${PASSWORD}' without '${EMBED}': 'false'`, 'the scheduler refuses the address of an etcd of your own while it runs its own one',
    `'${EMBED}': 'false'`,
  ],
  [
    'no etcd at all', { [EMBED]: 'false', [NAME]: 'x' }, undefined,
    `'${EMBED}': 'false' without '${ENDPOINTS}'`, 'without its own etcd the scheduler has to be told where the other one is',
    `'${ENDPOINTS}': '{https://etcd.example:2379}'`,
  ],
  [
    'a scheduler in memory in Dapr 1.15', { [IN_MEMORY]: 'true' }, '1.15.0',
    `'${IN_MEMORY}': 'true' with Dapr 1.15.0`, 'the chart of Dapr 1.15 and 1.16 never renders with it', `leave '${IN_MEMORY}' out, or pin Dapr 1.17 or newer`,
  ],
  [
    'a scheduler in memory in Dapr 1.16', { [IN_MEMORY]: 'TRUE' }, '1.16.19-msft.1',
    `'${IN_MEMORY}': 'true' with Dapr 1.16.19-msft.1`, 'the chart of Dapr 1.15 and 1.16 never renders with it',
    `leave '${IN_MEMORY}' out, or pin Dapr 1.17 or newer`,
  ],
  [
    'OIDC without files', { [OIDC]: 'true' }, '1.16.0',
    `'${OIDC}': 'true' without '${OIDC_CERT}', '${OIDC_KEY}'`,
    'sentry serves OIDC by TLS, which cannot be turned off in the chart, and does not start without a certificate and its key',
    `'${OIDC_CERT}': '/path/in/the/pod', '${OIDC_KEY}': '/path/in/the/pod'`,
  ],
  [
    'OIDC without the key', { [OIDC]: 'true', [OIDC_CERT]: '/tls/tls.crt' }, undefined,
    `'${OIDC}': 'true' without '${OIDC_KEY}'`,
    'sentry serves OIDC by TLS, which cannot be turned off in the chart, and does not start without a certificate and its key',
    `'${OIDC_CERT}': '/path/in/the/pod', '${OIDC_KEY}': '/path/in/the/pod'`,
  ],
  [
    'one name of a file of the issuer', { [CERT]: 'tls.crt' }, undefined,
    `'${CERT}' without '${CA}', '${KEY}'`, 'where one file name is stated, the chart passes the others to sentry as empty flags',
    'state all three of them, or none',
  ],
  [
    'two names', { [CA]: 'ca.crt', [KEY]: '${var.key}' }, '1.12.0',
    `'${CA}', '${KEY}' without '${CERT}'`, 'where one file name is stated, the chart passes the others to sentry as empty flags',
    'state all three of them, or none',
  ],
  [
    'a minimum beside the default of the maximum', { [MINIMUM]: '1' }, undefined,
    `'${MINIMUM}' while '${MAXIMUM}' has its default or a value`, 'Kubernetes refuses a disruption budget with both',
    `configurationSettings: { '${MAXIMUM}': 'null' }, which takes its default away`,
  ],
  [
    'a minimum that only Terraform knows, beside a maximum', { [MINIMUM]: '${var.minimum}', [MAXIMUM]: '1' }, '1.12.0',
    `'${MINIMUM}' while '${MAXIMUM}' has its default or a value`, 'Kubernetes refuses a disruption budget with both',
    `configurationSettings: { '${MAXIMUM}': 'null' }, which takes its default away`,
  ],
])('%s cannot be installed', (_what, settings, version, value, why, fix) => {
  expect(problems(settings, version)).toStrictEqual([{ code: 'SettingsConflict', value, why, fix }]);
});

test.each<[string, Record<string, string>, string?]>([
  ['nothing', {}],
  ['another user than root', { [USER]: '1' }],
  ['another user than root, with the default stated', { [USER]: '65532', [NON_ROOT]: 'true' }],
  ['root where root is allowed', { [USER]: '0', [NON_ROOT]: 'false' }],
  ['root allowed, with the default user', { [NON_ROOT]: 'false' }],
  ['root allowed, with the default user back', { [NON_ROOT]: 'false', [USER]: 'null' }],
  ['the default user back', { [USER]: 'null' }],
  ['root where only Terraform knows whether root is allowed', { [USER]: '0', [NON_ROOT]: '${var.non_root}' }],
  ['a user that only Terraform knows', { [USER]: '${var.user}' }],
  ['a user that only Terraform knows, where root is allowed', { [USER]: '${var.user}', [NON_ROOT]: 'false' }],
  ['root before the chart reads the user', { [USER]: '0' }, '1.14.2'],
  ['another user before the chart reads it', { [USER]: '5', [NON_ROOT]: 'false' }, '1.14.2'],
  ['an etcd of one\'s own', { [EMBED]: 'false', [ENDPOINTS]: '{https://etcd:2379}', [NAME]: 'x', [PASSWORD]: 'y' }],
  ['an etcd of one\'s own by index', { [EMBED]: 'False', [`${ENDPOINTS}[0]`]: 'https://etcd:2379' }],
  ['an etcd where only Terraform knows whose it is', { [EMBED]: '${var.embed}', [ENDPOINTS]: '{https://etcd:2379}' }],
  ['no etcd where only Terraform knows whose it is', { [EMBED]: '${var.embed}' }],
  ['the etcd of the scheduler', { [EMBED]: 'true' }],
  ['the address of an etcd before the chart reads it', { [ENDPOINTS]: '{https://etcd:2379}' }, '1.15.14'],
  ['no etcd before the chart reads it', { [EMBED]: 'false' }, '1.15.14'],
  ['a scheduler in memory in Dapr 1.14', { [IN_MEMORY]: 'true' }, '1.14.5'],
  ['a scheduler in memory in Dapr 1.17', { [IN_MEMORY]: 'true' }, '1.17.0'],
  ['a scheduler in memory in the newest Dapr', { [IN_MEMORY]: 'true' }],
  ['a scheduler in memory in a Dapr that only Terraform knows', { [IN_MEMORY]: 'true' }, ''],
  ['a scheduler with a volume in Dapr 1.16', { [IN_MEMORY]: 'false' }, '1.16.19'],
  ['a scheduler of which only Terraform knows', { [IN_MEMORY]: '${var.memory}' }, '1.16.19'],
  ['OIDC with its files', { [OIDC]: 'true', [OIDC_CERT]: '/tls/tls.crt', [OIDC_KEY]: '${var.key}' }],
  ['no OIDC', { [OIDC]: 'false' }],
  ['OIDC where only Terraform knows', { [OIDC]: '${var.oidc}' }],
  ['OIDC before the chart reads it', { [OIDC]: 'true' }, '1.15.14'],
  ['all names of files of the issuer', { [CA]: 'ca.crt', [CERT]: 'tls.crt', [KEY]: 'tls.key' }],
  ['a minimum and no maximum', { [MINIMUM]: '1', [MAXIMUM]: 'null' }],
  ['a minimum, and a maximum that only Terraform knows', { [MINIMUM]: '1', [MAXIMUM]: '${var.maximum}' }],
  ['a maximum', { [MAXIMUM]: '1' }],
  ['a maximum and no minimum', { [MINIMUM]: 'null', [MAXIMUM]: '1' }],
])('%s can be installed', (...[, settings, version]) => {
  expect(problems(settings, version)).toStrictEqual([]);
});

test('rules hold where only Terraform knows the version: what it would be ignored by is older', () => {
  expect(problems({ [OIDC]: 'true' }, '')).toHaveLength(1);
});

test('a value is never part of the message, for it may stand among the protected settings', () => {
  expect(JSON.stringify(problems({ [USER]: '-4711' }))).not.toContain('4711');
  expect(JSON.stringify(problems({ [USER]: '4711', [NON_ROOT]: 'false' }))).not.toContain('4711');
});
