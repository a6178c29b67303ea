import { settingWarnings } from '../../../lib/private/settings/setting-warnings';

const HA = { 'global.ha.enabled': 'true' };
const PLACEMENT_CLASS = { 'dapr_placement.volumeclaims.storageClassName': 'zrs' };
const SCHEDULER_CLASS = { 'dapr_scheduler.cluster.storageClassName': 'zrs' };
const PLACEMENT_IN_MEMORY = { 'dapr_placement.cluster.forceInMemoryLog': 'true' };
const SCHEDULER_IN_MEMORY = { 'dapr_scheduler.cluster.inMemoryStorage': 'true' };
const PRIORITY = { 'global.priorityClassName': 'system-cluster-critical' };
const WINDOWS = { 'global.daprControlPlaneOs': 'windows' };
const ARM = { 'global.daprControlPlaneArch': 'arm64' };
const ROOT = { 'dapr_sentry.tls.root.certPEM': 'x' };
const ISSUER = { 'dapr_sentry.tls.issuer.certPEM': 'x' };
const KEY = { 'dapr_sentry.tls.issuer.keyPEM': 'x' };

interface Case {
  readonly version?: string;
  readonly ofProduction?: boolean;
  readonly isWhole?: boolean;
}

const warnings = (settings: Record<string, string>, { version, ofProduction = false, isWhole = true }: Case = {}) =>
  settingWarnings(new Map(Object.entries(settings)), { ofProduction, isWhole }, version).map(({ id, value }) => `${id}: ${value}`);

test.each<[string, Record<string, string>, Case, string]>([
  ['high availability', HA, {},
    "ZonalStorage: 'global.ha.enabled' without 'dapr_placement.volumeclaims.storageClassName' and 'dapr_scheduler.cluster.storageClassName'"],
  ['high availability with a class for placement alone', { ...HA, ...PLACEMENT_CLASS }, { version: '1.14.0' },
    "ZonalStorage: 'global.ha.enabled' without 'dapr_scheduler.cluster.storageClassName'"],
  ['high availability with placement in memory', { ...HA, ...PLACEMENT_IN_MEMORY }, { version: '' },
    "ZonalStorage: 'global.ha.enabled' without 'dapr_scheduler.cluster.storageClassName'"],
  ['high availability with a class for the scheduler alone', { ...HA, ...SCHEDULER_CLASS }, {},
    "ZonalStorage: 'global.ha.enabled' without 'dapr_placement.volumeclaims.storageClassName'"],
  ['high availability before there was a scheduler', HA, { version: '1.13.6' },
    "ZonalStorage: 'global.ha.enabled' without 'dapr_placement.volumeclaims.storageClassName'"],
  ['a priority class', PRIORITY, { version: '1.14.4-msft.10' }, "PriorityClassIgnored: 'global.priorityClassName' with Dapr 1.14.4-msft.10"],
  ['a priority class in the first version that had it', PRIORITY, { version: '1.13.0' }, "PriorityClassIgnored: 'global.priorityClassName' with Dapr 1.13.0"],
  ['a priority class with a highly available placement', { ...PRIORITY, 'global.ha.enabled': 'false', 'dapr_placement.ha': 'true' }, { version: '1.14.4' },
    "PriorityClassIgnored: 'global.priorityClassName' with Dapr 1.14.4"],
  ['Windows nodes', WINDOWS, {}, 'NoWindowsImages: the control plane on Windows nodes with the newest Dapr'],
  ['Windows nodes by their label', { 'global.nodeSelector.kubernetes\\.io/os': 'Windows' }, { version: '1.15.9-msft.2' },
    'NoWindowsImages: the control plane on Windows nodes with Dapr 1.15.9-msft.2'],
  ['arm64 nodes', ARM, {}, "MonitoringOnArm64: the control plane on arm64 nodes without 'dapr_monitoring.enabled': 'false'"],
  ['arm64 nodes by their label', { 'global.nodeSelector.kubernetes\\.io/arch': 'arm64', 'dapr_monitoring.enabled': 'true' }, {},
    "MonitoringOnArm64: the control plane on arm64 nodes without 'dapr_monitoring.enabled': 'false'"],
  ['no mTLS', { 'global.mtls.enabled': 'False' }, { isWhole: false }, "MtlsOff: 'global.mtls.enabled': 'false'"],
  ['production', {}, { ofProduction: true },
    "SelfSignedCertificates: without 'dapr_sentry.tls.root.certPEM', 'dapr_sentry.tls.issuer.certPEM', 'dapr_sentry.tls.issuer.keyPEM'"],
  ['certificates without their key', { ...ROOT, ...ISSUER }, {}, "SelfSignedCertificates: without 'dapr_sentry.tls.issuer.keyPEM'"],
  ['a key without certificates', KEY, { ofProduction: true },
    "SelfSignedCertificates: without 'dapr_sentry.tls.root.certPEM', 'dapr_sentry.tls.issuer.certPEM'"],
])('%s: a warning', (_what, settings, circumstances, warning) => {
  expect(warnings(settings, circumstances)).toStrictEqual([warning]);
});

test.each<[string, Record<string, string>, Case]>([
  ['nothing stated, although Azure\'s default is high availability', {}, {}],
  ['no high availability', { 'global.ha.enabled': 'false' }, {}],
  ['high availability of which only Terraform knows', { 'global.ha.enabled': '${var.ha}' }, {}],
  ['high availability with both classes', { ...HA, ...PLACEMENT_CLASS, ...SCHEDULER_CLASS }, {}],
  ['high availability with nothing on a volume', { ...HA, ...PLACEMENT_IN_MEMORY, ...SCHEDULER_IN_MEMORY }, {}],
  ['high availability with placement in memory, before there was a scheduler', { ...HA, ...PLACEMENT_IN_MEMORY }, { version: '1.13.6-msft.1' }],
  ['high availability where a map may name the classes', HA, { isWhole: false }],
  ['a priority class in the first version that handles it', PRIORITY, { version: '1.14.5' }],
  ['a priority class in the newest version', PRIORITY, {}],
  ['a priority class in a version that only Terraform knows', PRIORITY, { version: '' }],
  ['a priority class in a version without it', PRIORITY, { version: '1.12.5' }],
  ['a priority class without high availability', { ...PRIORITY, 'global.ha.enabled': 'false' }, { version: '1.14.4' }],
  ['a priority class with placement in memory', { ...PRIORITY, ...PLACEMENT_IN_MEMORY }, { version: '1.14.4' }],
  ['a priority class where a map may keep placement in memory', PRIORITY, { version: '1.14.4', isWhole: false }],
  ['Windows nodes with the last version that has images', WINDOWS, { version: '1.15.9-msft.1' }],
  ['Windows nodes with a version that only Terraform knows', WINDOWS, { version: '' }],
  ['Linux nodes', { 'global.daprControlPlaneOs': 'linux', 'global.nodeSelector.kubernetes\\.io/os': 'linux' }, {}],
  ['arm64 nodes without monitoring', { ...ARM, 'dapr_monitoring.enabled': 'false' }, {}],
  ['arm64 nodes where a map may turn monitoring off', ARM, { isWhole: false }],
  ['amd64 nodes', { 'global.daprControlPlaneArch': 'amd64', 'global.nodeSelector.kubernetes\\.io/arch': 'amd64' }, {}],
  ['mTLS', { 'global.mtls.enabled': 'true' }, {}],
  ['mTLS of which only Terraform knows', { 'global.mtls.enabled': '${var.mtls}' }, {}],
  ['all three of one\'s own certificates', { ...ROOT, ...ISSUER, ...KEY }, { ofProduction: true }],
  ['production where a map may hold the certificates', ROOT, { ofProduction: true, isWhole: false }],
])('%s: no warning', (_what, settings, circumstances) => {
  expect(warnings(settings, circumstances)).toStrictEqual([]);
});
