import { isExpression } from '../expression';
import { check, Problem, Rule } from '../problem';
import { compareVersions, isWithin } from '../version';

/** The settings that Dapr will get, as far as the code states them. */
export interface Combination {
  /** The literal value of a key, lower-case; undefined where it is not stated or only Terraform knows it. */
  readonly literal: (key: string) => string | undefined;
  /** Whether a key is stated, be it by an expression. */
  readonly stated: (key: string) => boolean;
  /** The pinned version, where the code states it. */
  readonly version: string | undefined;
}

const ETCD_CLIENT = ['dapr_scheduler.etcdClientEndpoints', 'dapr_scheduler.etcdClientUsername', 'dapr_scheduler.etcdClientPassword'];
const ISSUER_FILES = ['global.issuerFilenames.ca', 'global.issuerFilenames.cert', 'global.issuerFilenames.key'];
const OIDC_FILES = ['dapr_sentry.oidc.tls.certFile', 'dapr_sentry.oidc.tls.keyFile'];
const RUN_AS_USER = 'dapr_sidecar_injector.sidecarRunAsUser';
const RUN_AS_NON_ROOT = 'dapr_sidecar_injector.sidecarRunAsNonRoot';
const MINIMUM = 'global.ha.disruption.minimumAvailable';
const MAXIMUM = 'global.ha.disruption.maximumUnavailable';
const IN_MEMORY = 'dapr_scheduler.cluster.inMemoryStorage';

/** Settings that are right one by one and fail together: in the chart, in Dapr, or in Kubernetes. */
const RULES: readonly Rule<Combination>[] = [
  rule({
    since: '1.14.3',
    broken: (settings) => Number(settings.literal(RUN_AS_USER)) <= 0 && isOnByDefault(settings, RUN_AS_NON_ROOT),
    value: () => `'${RUN_AS_USER}' below 1 with '${RUN_AS_NON_ROOT}': 'true', which is the default`,
    why: 'user 0 is root, so the chart does not render',
    fix: `a user above 0, or '${RUN_AS_NON_ROOT}': 'false'`,
  }),
  rule({
    since: '1.14.3',
    broken: ({ literal }) => literal(RUN_AS_NON_ROOT) === 'false' && ![undefined, 'null', '0'].includes(literal(RUN_AS_USER)),
    value: () => `'${RUN_AS_USER}' other than 0 with '${RUN_AS_NON_ROOT}': 'false'`,
    why: 'the chart does not render with another user than root where root is allowed',
    fix: `leave '${RUN_AS_NON_ROOT}' out`,
  }),
  rule({
    since: '1.16.0',
    broken: (settings) => isOnByDefault(settings, 'dapr_scheduler.etcdEmbed') && ETCD_CLIENT.some((key) => isStated(settings, key)),
    value: (settings) => `${listed(ETCD_CLIENT.filter((key) => isStated(settings, key)))} without 'dapr_scheduler.etcdEmbed': 'false'`,
    why: 'the scheduler refuses the address of an etcd of your own while it runs its own one',
    fix: '\'dapr_scheduler.etcdEmbed\': \'false\'',
  }),
  rule({
    since: '1.16.0',
    broken: (settings) => settings.literal('dapr_scheduler.etcdEmbed') === 'false' && !isStated(settings, ETCD_CLIENT[0]),
    value: () => '\'dapr_scheduler.etcdEmbed\': \'false\' without \'dapr_scheduler.etcdClientEndpoints\'',
    why: 'without its own etcd the scheduler has to be told where the other one is',
    fix: '\'dapr_scheduler.etcdClientEndpoints\': \'{https://etcd.example:2379}\'',
  }),
  rule({
    broken: ({ literal, version }) => literal(IN_MEMORY) === 'true' && version !== undefined && isWithin(version, { from: '1.15.0', before: '1.17.0' }),
    value: ({ version }) => `'${IN_MEMORY}': 'true' with Dapr ${version}`,
    why: 'the chart of Dapr 1.15 and 1.16 never renders with it',
    fix: `leave '${IN_MEMORY}' out, or pin Dapr 1.17 or newer`,
  }),
  rule({
    since: '1.16.0',
    broken: ({ literal, stated }) => literal('dapr_sentry.oidc.enabled') === 'true' && !OIDC_FILES.every(stated),
    value: ({ stated }) => `'dapr_sentry.oidc.enabled': 'true' without ${listed(OIDC_FILES.filter((key) => !stated(key)))}`,
    why: 'sentry serves OIDC by TLS, which cannot be turned off in the chart, and does not start without a certificate and its key',
    fix: OIDC_FILES.map((key) => `'${key}': '/path/in/the/pod'`).join(', '),
  }),
  rule({
    broken: ({ stated }) => ISSUER_FILES.some(stated) && !ISSUER_FILES.every(stated),
    value: ({ stated }) => `${listed(ISSUER_FILES.filter(stated))} without ${listed(ISSUER_FILES.filter((key) => !stated(key)))}`,
    why: 'where one file name is stated, the chart passes the others to sentry as empty flags',
    fix: 'state all three of them, or none',
  }),
  rule({
    broken: ({ literal, stated }) => stated(MINIMUM) && literal(MINIMUM) !== 'null' && (!stated(MAXIMUM) || ![undefined, 'null'].includes(literal(MAXIMUM))),
    value: () => `'${MINIMUM}' while '${MAXIMUM}' has its default or a value`,
    why: 'Kubernetes refuses a disruption budget with both',
    fix: `configurationSettings: { '${MAXIMUM}': 'null' }, which takes its default away`,
  }),
];

/** What fails together among the settings that Dapr will get. */
export function combinationProblems(combination: Combination): Problem[] {
  return check(RULES, combination);
}

function rule({ since, broken, value, why, fix }: {
  since?: string; broken: (combination: Combination) => boolean; value: (combination: Combination) => string; why: string; fix: string;
}): Rule<Combination> {
  // Before it the chart does not read the settings, and nothing fails.
  const applies = ({ version }: Combination) => version === undefined || since === undefined || !(compareVersions(version, since) < 0);
  return { code: 'SettingsConflict', broken: (combination) => applies(combination) && broken(combination), message: (combination) => ({ value: value(combination), why, fix }) };
}

function isOnByDefault({ literal, stated }: Combination, key: string): boolean {
  return literal(key) === 'true' || !stated(key);
}

/** Whether a key is stated, or, for a list, an element of it. */
function isStated({ stated }: Combination, key: string): boolean {
  return stated(key) || stated(`${key}[0]`);
}

function listed(keys: readonly string[]): string {
  return keys.map((key) => `'${key}'`).join(', ');
}

/** The facts of a map of settings. */
export function combinationOf(settings: ReadonlyMap<string, string>, version: string | undefined): Combination {
  return {
    literal: (key) => {
      const value = settings.get(key);
      return value === undefined || isExpression(value) ? undefined : value.toLowerCase();
    },
    stated: (key) => settings.has(key),
    version,
  };
}
