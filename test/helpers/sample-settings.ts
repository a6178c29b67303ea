import { Setting, SettingType } from '../../lib/private/settings/setting';

/** A table with a setting of every type, in the form of the real one. */
export const SAMPLE: ReadonlyMap<string, Setting> = new Map((<Setting[]>[
  row('global.ha.enabled', 'ha.enabled', 'boolean'),
  row('global.ha.replicaCount', 'ha.replicaCount', 'integer'),
  row('global.ha.disruption.maximumUnavailable', 'ha.disruption.maximumUnavailable', 'intOrPercent'),
  row('global.registry', 'registry', 'string'),
  row('global.nodeSelector', 'nodeSelector', 'stringMap'),
  row('global.tolerations', 'tolerations', 'tolerations'),
  row('global.imagePullSecrets', 'imagePullSecrets', 'imagePullSecrets'),
  row('global.extraVolumes.sentry', 'extraVolumes.sentry', 'objects'),
  row('global.mtls.workloadCertTTL', 'mtls.workloadCertTTL', 'duration'),
  row('global.mtls.sentryAddress', 'mtls.sentryAddress', 'hostPort'),
  row('dapr_operator.logLevel', 'daprOperator.logLevel', 'enum', { values: ['debug', 'info', 'warn'] }),
  row('dapr_operator.resources', 'daprOperator.resources', 'resources'),
  row('dapr_operator.extraEnvVars', 'daprOperator.extraEnvVars', 'stringMap', { textSafe: true }),
  row('dapr_placement.cluster.logStoreWinPath', 'daprPlacement.cluster.logStoreWinPath', 'string'),
  row('dapr_scheduler.cluster.storageSize', 'daprScheduler.cluster.storageSize', 'quantity'),
  row('dapr_scheduler.etcdClientEndpoints', 'daprScheduler.etcdClientEndpoints', 'stringList'),
  row('dapr_scheduler.etcdClientPassword', 'daprScheduler.etcdClientPassword', 'string', { sensitive: true }),
  row('dapr_sentry.tls.issuer.certPEM', 'daprSentry.tls.issuer.certPEM', 'pem'),
  row('dapr_sentry.tls.issuer.keyPEM', 'daprSentry.tls.issuer.keyPEM', 'pem', { sensitive: true }),
  row('dapr_sidecar_injector.allowedServiceAccounts', 'daprSidecarInjector.allowedServiceAccounts', 'commaList'),
  row('dapr_sidecar_injector.extraEnvVars', 'daprSidecarInjector.extraEnvVars', 'stringMap', { textSafe: true }),
  row('dapr_sidecar_injector.ignoreEntrypointTolerations', 'daprSidecarInjector.ignoreEntrypointTolerations', 'json'),
  row('dapr_sidecar_injector.namespaceSelector', 'daprSidecarInjector.namespaceSelector', 'object'),
]).map((setting) => [setting.path!, setting]));

function row(key: string, path: string, type: SettingType, more: Partial<Setting> = {}): Setting {
  return { key, path, type, status: 'live', ...more };
}
