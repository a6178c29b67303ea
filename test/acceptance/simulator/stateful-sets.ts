import { compareVersions } from './versions';

/**
 * What Kubernetes refuses to change in place: the volume claims of Dapr's two StatefulSets. A Helm upgrade that changes one fails half-way.
 * Written from the chart's templates, not from the library, so that it can contradict the library.
 */
export interface Claim {
  /** Undefined where the chart looks up the size of the live claim and keeps it. */
  readonly size?: string;
  readonly storageClass: string;
}

/** A StatefulSet without a claim keeps its data in memory; the scheduler is undefined in a Dapr that has none. */
export interface LiveClaims {
  readonly placement: Claim | 'none';
  readonly scheduler?: Claim | 'none';
}

const FIRST_WITH_SCHEDULER = '1.14.0';

function keepsSchedulerSize(version: string): boolean {
  const from = compareVersions(version, '1.17.0') < 0 ? '1.16.16' : '1.17.7';
  return compareVersions(version, from) >= 0;
}

/** The claims that this Dapr would ask for with these settings; HA is on in the extension unless it is turned off. */
export function claims(version: string, settings: Record<string, string>): LiveClaims {
  const value = (name: string, otherwise: string) => (Object.hasOwn(settings, name) ? settings[name] : otherwise);
  const on = (name: string, otherwise: string) => value(name, otherwise).toLowerCase() === 'true';

  const ha = on('global.ha.enabled', 'true') || on('dapr_placement.ha', 'false');
  const logOnDisk = ha && !on('dapr_placement.cluster.forceInMemoryLog', 'false');
  const placement = logOnDisk ? {
    size: value('dapr_placement.volumeclaims.storageSize', '1Gi'),
    storageClass: value('dapr_placement.volumeclaims.storageClassName', ''),
  } : 'none';
  if (compareVersions(version, FIRST_WITH_SCHEDULER) < 0) return { placement };

  const scheduler = on('dapr_scheduler.cluster.inMemoryStorage', 'false') ? 'none' : {
    size: keepsSchedulerSize(version) ? undefined : value('dapr_scheduler.cluster.storageSize', '1Gi'),
    storageClass: value('dapr_scheduler.cluster.storageClassName', ''),
  };
  return { placement, scheduler };
}

/** The StatefulSet that keeps an upgrade from one to the other from succeeding, if one does. */
export function conflict(live: LiveClaims, wanted: LiveClaims): string | undefined {
  if (!fits(live.placement, wanted.placement)) return 'dapr-placement-server';
  const both = live.scheduler !== undefined && wanted.scheduler !== undefined;
  return both && !fits(live.scheduler!, wanted.scheduler!) ? 'dapr-scheduler-server' : undefined;
}

function fits(live: Claim | 'none', wanted: Claim | 'none'): boolean {
  if (live === 'none' || wanted === 'none') return live === wanted;
  // Nothing is known of the size of a claim that was kept, so nothing is refused because of it.
  const sameSize = live.size === undefined || wanted.size === undefined || bytes(live.size) === bytes(wanted.size);
  return sameSize && live.storageClass === wanted.storageClass;
}

const POWERS = ['', 'K', 'M', 'G', 'T', 'P', 'E'];

/** Kubernetes compares quantities by what they mean; what is no quantity, as text. */
function bytes(size: string): number | string {
  const [, digits, power, binary] = /^(\d+(?:\.\d+)?)([KMGTPE]|k|)(i?)$/.exec(size) ?? [];
  return digits === undefined ? size : Number(digits) * (binary === 'i' ? 1024 : 1000) ** POWERS.indexOf(power.toUpperCase());
}
