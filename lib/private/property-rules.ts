import { DaprExtensionProps } from '../dapr-extension-props';
import { DaprPreset } from '../dapr-preset';
import { ReleaseTrain } from '../release-train';
import { isExpression, printable } from './expression';
import { nameOf, namespaceOf } from './extension-id';
import { check, Problem, Rule } from './problem';
import { isVersion } from './version';

const NAME = /^[a-zA-Z0-9][a-zA-Z0-9-.]{0,252}$/;
const NAMESPACE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const TRAIN = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const DURATION = /^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/;
const BOOLEANS = ['autoUpgradeMinorVersion', 'systemAssignedIdentity', 'forceDelete', 'preventDestroy'] as const;
const TIMEOUTS = ['create', 'read', 'update', 'delete'] as const;

/** Rules that hold whatever the engine. */
const RULES: readonly Rule<DaprExtensionProps>[] = [
  {
    code: 'ClusterMissing',
    broken: ({ cluster }) => cluster === undefined || cluster === null,
    message: () => ({
      value: 'no cluster',
      why: 'the extension is installed on a cluster',
      fix: 'cluster: DaprCluster.aks(aks.id)',
    }),
  },
  {
    code: 'NameMalformed',
    broken: (props) => isWrong(nameOf(props), NAME),
    message: (props) => ({
      value: `${props.existingDapr ? 'releaseName' : 'name'}: ${printable(nameOf(props))}`,
      why: 'Azure takes 1 to 253 letters, digits, `-` and `.`, the first one a letter or digit',
      fix: props.existingDapr ? 'the name that `helm list -A` prints' : 'leave `name` out to get \'dapr\'',
    }),
  },
  {
    code: 'NamespaceMalformed',
    broken: (props) => isWrong(namespaceOf(props), NAMESPACE),
    message: (props) => ({
      value: `releaseNamespace: ${printable(namespaceOf(props))}`,
      why: 'Kubernetes takes 1 to 63 lower-case letters, digits and `-`, the first and the last one a letter or digit',
      fix: props.existingDapr ? 'the namespace that `helm list -A` prints' : 'leave `releaseNamespace` out to get \'dapr-system\'',
    }),
  },
  {
    code: 'ExistingDaprConflict',
    broken: ({ name, releaseNamespace, existingDapr }) => existingDapr !== undefined
      && ((name ?? existingDapr.releaseName) !== existingDapr.releaseName
        || (releaseNamespace ?? existingDapr.releaseNamespace) !== existingDapr.releaseNamespace),
    message: ({ name, releaseNamespace, existingDapr }) => ({
      value: [
        ...(name === undefined ? [] : [`name: ${printable(name)}`]),
        ...(releaseNamespace === undefined ? [] : [`releaseNamespace: ${printable(releaseNamespace)}`]),
        `with the Helm release ${printable(existingDapr!.releaseName)} in ${printable(existingDapr!.releaseNamespace)}`,
      ].join(', '),
      why: 'the extension takes the release over only under its own name and in its own namespace',
      fix: 'leave `name` and `releaseNamespace` out',
    }),
  },
  {
    code: 'VersionMalformed',
    broken: ({ version }) => version !== undefined && !isExpression(version) && !isVersion(version),
    message: ({ version }) => ({
      value: `version: ${printable(version)}`,
      why: 'versions of the extension are MAJOR.MINOR.PATCH, with -msft.N where Microsoft patched one: 1.17.13, 1.14.4-msft.10',
      fix: versionFix(String(version)),
    }),
  },
  {
    code: 'VersionWithAutoUpgrade',
    broken: ({ version, autoUpgradeMinorVersion }) => version !== undefined && autoUpgradeMinorVersion === true,
    message: ({ version }) => ({
      value: `version: ${printable(version)}, autoUpgradeMinorVersion: true`,
      why: 'Azure refuses the pair since its API of 2023-05-01',
      fix: 'state `version` alone to stay at it, or `autoUpgradeMinorVersion: true` alone to follow the newest one',
    }),
  },
  {
    code: 'PresetRefusesAutoUpgrade',
    broken: ({ preset, version, autoUpgradeMinorVersion }) => isProduction(preset)
      && (autoUpgradeMinorVersion === true || (version === undefined && autoUpgradeMinorVersion === undefined)),
    message: ({ preset, autoUpgradeMinorVersion }) => ({
      value: `preset: DaprPreset.${preset!.name} with ${autoUpgradeMinorVersion ? 'autoUpgradeMinorVersion: true' : 'neither version nor autoUpgradeMinorVersion'}`,
      why: 'Dapr would upgrade itself, which Microsoft calls unsuitable for production',
      fix: 'version: \'1.17.13\', the version that you tested',
    }),
  },
  {
    code: 'PresetRefusesTrain',
    broken: ({ preset, releaseTrain }) => isProduction(preset) && String(releaseTrain?.name).toLowerCase() === ReleaseTrain.DEV.name,
    message: ({ preset }) => ({
      value: `preset: DaprPreset.${preset!.name} with releaseTrain: ReleaseTrain.DEV`,
      why: 'the train dev holds early releases, which Microsoft calls unsuitable for production',
      fix: 'leave `releaseTrain` out',
    }),
  },
  {
    code: 'TrainMalformed',
    broken: ({ releaseTrain }) => releaseTrain !== undefined && isWrong(releaseTrain.name, TRAIN),
    message: ({ releaseTrain }) => ({
      value: `releaseTrain: ReleaseTrain.of(${printable(releaseTrain!.name)})`,
      why: 'no release train has such a name',
      fix: 'releaseTrain: ReleaseTrain.STABLE, or ReleaseTrain.DEV',
    }),
  },
];

/** What is wrong with the properties, whatever the engine. Settings have rules of their own. */
export function propertyProblems(props: DaprExtensionProps, ignorable: readonly string[]): Problem[] {
  return [
    ...(props.cluster?._problems ?? []),
    ...check(RULES, props),
    ...booleanProblems(props),
    ...timeoutProblems(props),
    ...ignoreChangesProblems(props, ignorable),
  ];
}

function booleanProblems(props: DaprExtensionProps): Problem[] {
  return BOOLEANS.filter((name) => props[name] !== undefined && typeof props[name] !== 'boolean').map((name) => ({
    code: 'BooleanNotLiteral',
    value: `${name}: ${printable(props[name])}`,
    why: 'it decides what is synthesized, so Terraform cannot decide it later',
    fix: `${name}: true, or ${name}: false`,
  }));
}

function timeoutProblems({ timeouts }: DaprExtensionProps): Problem[] {
  return TIMEOUTS.filter((name) => isWrong(timeouts?.[name], DURATION)).map((name) => ({
    code: 'TimeoutMalformed',
    value: `timeouts.${name}: ${printable(timeouts![name])}`,
    why: 'Terraform takes a number with its unit: s, m or h',
    fix: `timeouts: { ${name}: '45m' }`,
  }));
}

function ignoreChangesProblems({ ignoreChanges }: DaprExtensionProps, ignorable: readonly string[]): Problem[] {
  return (ignoreChanges ?? []).filter((name) => name !== 'all' && !ignorable.includes(name)).map((name) => ({
    code: 'IgnoreChangesUnknown',
    value: `ignoreChanges: [${printable(name)}]`,
    why: 'it is not a property that the resource in Azure can differ in',
    fix: `one of ${['all', ...ignorable].map((known) => `'${known}'`).join(', ')}`,
  }));
}

function isProduction(preset: DaprPreset | undefined): boolean {
  return preset?._isProduction === true;
}

function isWrong(value: string | undefined, shape: RegExp): boolean {
  return value !== undefined && !isExpression(value) && !shape.test(value);
}

function versionFix(version: string): string {
  const [, bare, flavour] = /^v?(\d+\.\d+\.\d+)(?:-((?!msft)[a-z]+))?$/.exec(version) ?? [];
  if (flavour !== undefined) {
    return `version: '${bare}'\nan image flavour is a setting: configurationSettings: { 'global.tag': '${bare}-${flavour}' }`;
  }
  return bare !== undefined
    ? `version: '${bare}'`
    : 'a version in full; the Azure CLI lists them: az k8s-extension extension-types list-versions-by-cluster'
      + ' --extension-type microsoft.dapr --release-train stable --cluster-type managedClusters'
      + ' --cluster-name <name> --resource-group <resource group>';
}
