import { isExpression } from '../expression';
import { check, Problem, Rule } from '../problem';
import { isWithin } from '../version';

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
    broken: ({ literal, stated }) => literal(RUN_AS_USER) !== undefined && literal(RUN_AS_USER) !== 'null'
      && (literal(RUN_AS_NON_ROOT) === 'true' || !stated(RUN_AS_NON_ROOT)) && Number(literal(RUN_AS_USER)) <= 0,
    value: ({ literal }) => `'${RUN_AS_USER}': '${literal(RUN_AS_USER)}' with '${RUN_AS_NON_ROOT}': 'true', which is the default`,
    why: 'user 0 is root, so the chart does not render',
    fix: `a user above 0, or '${RUN_AS_NON_ROOT}': 'false'`,
  }),
  rule({
    broken: ({ literal }) => literal(RUN_AS_USER) !== undefined && literal(RUN_AS_USER) !== 'null'
      && literal(RUN_AS_NON_ROOT) === 'false' && Number(literal(RUN_AS_USER)) !== 0,
    value: ({ literal }) => `'${RUN_AS_USER}': '${literal(RUN_AS_USER)}' with '${RUN_AS_NON_ROOT}': 'false'`,
    why: 'the chart does not render with another user than root where root is allowed',
    fix: `leave '${RUN_AS_NON_ROOT}' out`,
  }),
  rule({
    broken: ({ literal, stated }) => embedded({ literal, stated }) && ETCD_CLIENT.some((key) => statedOrMember(stated, key)),
    value: ({ stated }) => `${ETCD_CLIENT.filter((key) => statedOrMember(stated, key)).map((key) => `'${key}'`).join(', ')} without 'dapr_scheduler.etcdEmbed': 'false'`,
    why: 'the scheduler refuses the address of an etcd of your own while it runs its own one',
    fix: '\'dapr_scheduler.etcdEmbed\': \'false\'',
  }),
  rule({
    broken: ({ literal, stated }) => literal('dapr_scheduler.etcdEmbed') === 'false' && !statedOrMember(stated, ETCD_CLIENT[0]),
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
    broken: ({ literal, stated }) => literal('dapr_sentry.oidc.enabled') === 'true' && !OIDC_FILES.every(stated),
    value: ({ stated }) => `'dapr_sentry.oidc.enabled': 'true' without ${OIDC_FILES.filter((key) => !stated(key)).map((key) => `'${key}'`).join(' and ')}`,
    why: 'sentry serves OIDC by TLS, which cannot be turned off in the chart, and does not start without a certificate and its key',
    fix: OIDC_FILES.map((key) => `'${key}': '/path/in/the/pod'`).join(', '),
  }),
  rule({
    broken: ({ stated }) => ISSUER_FILES.some(stated) && !ISSUER_FILES.every(stated),
    value: ({ stated }) => `${ISSUER_FILES.filter(stated).map((key) => `'${key}'`).join(', ')} without ${ISSUER_FILES.filter((key) => !stated(key))
      .map((key) => `'${key}'`).join(', ')}`,
    why: 'where one file name is stated, the chart passes the others to sentry as empty flags',
    fix: 'state all three of them, or none',
  }),
  rule({
    broken: ({ literal, stated }) => stated(MINIMUM) && literal(MINIMUM) !== 'null' && literal(MAXIMUM) !== 'null',
    value: () => `'${MINIMUM}' while '${MAXIMUM}' has its default or a value`,
    why: 'Kubernetes refuses a disruption budget with both',
    fix: `configurationSettings: { '${MAXIMUM}': 'null' }, which takes its default away`,
  }),
];

/** What fails together among the settings that Dapr will get. */
export function combinationProblems(combination: Combination): Problem[] {
  return check(RULES, combination);
}

function rule({ broken, value, why, fix }: {
  broken: (combination: Combination) => boolean; value: (combination: Combination) => string; why: string; fix: string;
}): Rule<Combination> {
  return { code: 'SettingsConflict', broken, message: (combination) => ({ value: value(combination), why, fix }) };
}

function embedded({ literal, stated }: Pick<Combination, 'literal' | 'stated'>): boolean {
  return literal('dapr_scheduler.etcdEmbed') === 'true' || !stated('dapr_scheduler.etcdEmbed');
}

function statedOrMember(stated: (key: string) => boolean, key: string): boolean {
  return stated(key) || stated(`${key}[0]`);
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
