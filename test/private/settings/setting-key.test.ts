// Types alone: imported for its own sake, so that the coverage knows it.
import '../../../lib/private/settings/setting';
import { exampleOf, meaningOf, nearestKey } from '../../../lib/private/settings/setting-key';

describe('the meaning of a key', () => {
  test.each([
    ['global.logAsJson', 'global.logAsJson'],
    ['global.nodeSelector', 'global.nodeSelector'],
    ['global.nodeSelector.disktype', 'global.nodeSelector'],
    ['global.nodeSelector.kubernetes\\.io/os', 'global.nodeSelector'],
    ['global.k8sLabels.app\\.kubernetes\\.io/part-of', 'global.k8sLabels'],
    ['global.tolerations[0].key', 'global.tolerations'],
    ['global.tolerations[10].tolerationSeconds', 'global.tolerations'],
    ['global.imagePullSecrets[0].name', 'global.imagePullSecrets'],
    ['global.extraVolumes.sentry[0].secret.items[1].path', 'global.extraVolumes.sentry'],
    ['dapr_operator.resources.limits.cpu', 'dapr_operator.resources'],
    ['dapr_sentry.extraEnvVars.NO_PROXY', 'dapr_sentry.extraEnvVars'],
    ['dapr_sentry.oidc.allowedHosts[0]', 'dapr_sentry.oidc.allowedHosts'],
    ['dapr_sidecar_injector.namespaceSelector.matchExpressions[0].values', 'dapr_sidecar_injector.namespaceSelector'],
    ['dapr_rbac.serviceAccount.sentry.annotations.azure\\.workload\\.identity/client-id', 'dapr_rbac.serviceAccount.sentry.annotations'],
    ['dapr_monitoring.enabled', 'dapr_monitoring.enabled'],
    ['hooks.applyCrds', 'hooks.applyCrds'],
    ['nameOverride', 'nameOverride'],
    ['skipExistingDaprCheck', 'skipExistingDaprCheck'],
  ])('%s is, or belongs to, %s', (key, setting) => {
    const meaning = meaningOf(key);
    expect([meaning.setting?.key, meaning.isGroup]).toStrictEqual([setting, false]);
  });

  test.each([
    'global', 'global.ha', 'global.ha.disruption', 'global.mtls', 'dapr_operator', 'dapr_sentry.tls', 'dapr_sentry.tls.issuer',
    'dapr_placement.volumeclaims', 'dapr_config', 'hooks',
  ])('%s is a group and no setting', (key) => {
    expect(meaningOf(key)).toStrictEqual({ setting: undefined, isGroup: true });
  });

  test.each(['global.extraVolumes', 'global.extraVolumeMounts', 'global.extraContainers', 'global.initContainers', 'global.issuerFilenames'])(
    '%s is a group that the catalogue describes', (key) => {
      const { setting, isGroup } = meaningOf(key);
      expect([setting?.key, setting?.status, isGroup]).toStrictEqual([key, 'container', true]);
    },
  );

  test.each([
    '', 'global.', 'global.haa', 'global.ha.enabled.x', 'global.ha.enabled[0]', 'dapr_operator.replicaCount[0]', 'GLOBAL.logAsJson', 'dapr_operator.logLevel.x',
    'global.extraVolumes.dashboard', 'global.extraVolumes.dashboard[0].name', 'global.issuerFilenames.crl', 'global.nodeSelectors.os', '.global.logAsJson',
    'dapr_sidecar_injector.ignoreEntrypointTolerations[0].key',
  ])('%j is unknown', (key) => {
    expect(meaningOf(key)).toStrictEqual({ setting: undefined, isGroup: false });
  });
});

describe('the nearest key', () => {
  test.each([
    ['dapr_operator.replicacount', 'dapr_operator.replicaCount'],
    ['dapr-operator.replicaCount', 'dapr_operator.replicaCount'],
    ['daprOperator.replicaCount', 'dapr_operator.replicaCount'],
    ['global.mlts.enabled', 'global.mtls.enabled'],
    ['global.logAsJSON', 'global.logAsJson'],
    ['ha.enabled', 'global.ha.enabled'],
    ['dapr_sidecar_injector.ignoreEntrypointToleration', 'dapr_sidecar_injector.ignoreEntrypointTolerations'],
    ['hooks.applyCRD', 'hooks.applyCrds'],
    ['dapr_monitoring.enable', 'dapr_monitoring.enabled'],
  ])('of %s is %s', (key, nearest) => {
    expect(nearestKey(key)).toBe(nearest);
  });

  test('is never one of no use', () => {
    expect(nearestKey('nameOverrid')).toBeUndefined();
    expect(nearestKey('dapr_sentry.ports.targetPor')).toBe('dapr_sentry.ports.port');
    expect(nearestKey('skipExistingDaprChek')).toBeUndefined();
  });

  test('of what resembles nothing is none', () => {
    expect(nearestKey('prometheus-operator')).toBeUndefined();
    expect(nearestKey('x')).toBeUndefined();
  });
});

describe('the example of a group', () => {
  test.each([
    ['global.ha', 'global.ha.enabled'],
    ['global.extraVolumes', 'global.extraVolumes.injector'],
    ['dapr_sentry.tls', 'dapr_sentry.tls.issuer.certPEM'],
    ['dapr_operator', 'dapr_operator.apiService.annotations'],
    ['dapr_placement.ports', 'dapr_placement.ports.raftRPCPort'],
    ['dapr_sentry.oidc.tls', 'dapr_sentry.oidc.tls.certFile'],
  ])('%s is %s: the switch if there is one, and nothing broken', (group, key) => {
    expect(exampleOf(group)).toBe(key);
  });

  test('is none where all of its settings are of no use', () => {
    expect(exampleOf('dapr_scheduler.ports')).toBeUndefined();
  });
});
