import { combinationOf } from './setting-combinations';
import { compareVersions, isWithin } from '../version';
import { Warning } from '../warnings';

/** The certificates that a user brings instead of self-signed ones. They count only together. */
const OWN_CERTIFICATES = ['dapr_sentry.tls.root.certPEM', 'dapr_sentry.tls.issuer.certPEM', 'dapr_sentry.tls.issuer.keyPEM'];
const SCHEDULER_CLASS = 'dapr_scheduler.cluster.storageClassName';
const PLACEMENT_CLASS = 'dapr_placement.volumeclaims.storageClassName';

/** Settings by which Helm users choose images. */
const IMAGES = /^global\.(tag|registry)$|^dapr_\w+\.(image|injectorImage)\.name$/;

/** What the warnings depend on besides the settings. */
export interface Circumstances {
  /** Whether the settings are meant for production. */
  readonly ofProduction: boolean;
  /** Whether the settings are all there are: of what is missing nothing can be said otherwise. */
  readonly isWhole: boolean;
}

/** What is known to go wrong with settings and cannot be decided here, because it depends on the cluster. */
export function settingWarnings(
  settings: ReadonlyMap<string, string>, { ofProduction, isWhole }: Circumstances, version: string | undefined,
): Warning[] {
  const { literal, stated } = combinationOf(settings, version);
  const isNewerThan = (bound: string) => version === undefined || compareVersions(version, bound) > 0;
  const on = (key: string) => literal(key) === 'true';
  const classless = classesWithoutValue(on, stated, version);
  const warnings: (Warning | false)[] = [
    (isWhole && on('global.ha.enabled') && classless.length > 0) && {
      id: 'ZonalStorage', value: `'global.ha.enabled' without ${classless.map((key) => `'${key}'`).join(' and ')}`,
    },
    (isWhole && stated('global.priorityClassName') && version !== undefined && isWithin(version, { from: '1.13.0', before: '1.14.5' })
      && (literal('global.ha.enabled') !== 'false' || on('dapr_placement.ha')) && !on('dapr_placement.cluster.forceInMemoryLog')) && {
      id: 'PriorityClassIgnored', value: `'global.priorityClassName' with Dapr ${version}`,
    },
    (isNewerThan('1.15.9-msft.1') && (literal('global.nodeSelector.kubernetes\\.io/os') === 'windows' || literal('global.daprControlPlaneOs') === 'windows')) && {
      id: 'NoWindowsImages', value: `the control plane on Windows nodes with ${version === undefined ? 'the newest Dapr' : `Dapr ${version}`}`,
    },
    (isWhole && (literal('global.daprControlPlaneArch') === 'arm64' || literal('global.nodeSelector.kubernetes\\.io/arch') === 'arm64')
      && literal('dapr_monitoring.enabled') !== 'false') && {
      id: 'MonitoringOnArm64', value: 'the control plane on arm64 nodes without \'dapr_monitoring.enabled\': \'false\'',
    },
    ...[...settings.keys()].filter((key) => IMAGES.test(key)).map((key): Warning => ({ id: 'FightsExtension', value: `'${key}'` })),
    literal('global.mtls.enabled') === 'false' && { id: 'MtlsOff', value: '\'global.mtls.enabled\': \'false\'' },
    (isWhole && (ofProduction || OWN_CERTIFICATES.some(stated)) && !OWN_CERTIFICATES.every(stated)) && {
      id: 'SelfSignedCertificates', value: `without ${OWN_CERTIFICATES.filter((key) => !stated(key)).map((key) => `'${key}'`).join(', ')}`,
    },
  ];
  return warnings.filter((warning): warning is Warning => warning !== false);
}

/** The storage classes that are left to the cluster although a volume is claimed. */
function classesWithoutValue(on: (key: string) => boolean, stated: (key: string) => boolean, version: string | undefined): string[] {
  const hasScheduler = version === undefined || !(compareVersions(version, '1.14.0') < 0);
  return [
    ...(on('dapr_placement.cluster.forceInMemoryLog') || stated(PLACEMENT_CLASS) ? [] : [PLACEMENT_CLASS]),
    ...(on('dapr_scheduler.cluster.inMemoryStorage') || stated(SCHEDULER_CLASS) || !hasScheduler ? [] : [SCHEDULER_CLASS]),
  ];
}
