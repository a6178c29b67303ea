import { DaprExtensionProps } from '../../dapr-extension-props';
import { isExpression } from '../expression';
import { Problem } from '../problem';
import { StatedSetting } from './settings-layers';
import { CLAIM_KEYS, VolumeClaims, volumeClaims } from './volume-claims';
import { Warning } from '../warnings';

const HA = CLAIM_KEYS.ha;

/** What Microsoft calls immutable. */
const IMMUTABLE = /^(global\.ha|dapr_placement)\./;

/** What the Azure CLI adds when it takes over a release: a release has no high availability unless its values say so. */
export function existingSettings({ existingDapr }: DaprExtensionProps): StatedSetting[] {
  return existingDapr === undefined ? [] : [{
    key: HA,
    value: existingDapr._values?.configurationSettings[HA] ?? 'false',
    isSecret: false,
    statedBy: 'existingDapr',
  }];
}

/** Volumes of the running release that the settings would change. */
export function releaseProblems(settings: ReadonlyMap<string, string>, { existingDapr }: DaprExtensionProps): Problem[] {
  const values = existingDapr?._values?.configurationSettings;
  if (values === undefined) {
    return [];
  }
  const running = claimsOf((key) => values[key]);
  const wanted = claimsOf((key) => settings.get(key));
  return (['placement', 'scheduler'] as const).filter((service) => !isExpression(wanted[service]) && running[service] !== wanted[service])
    .map((service) => ({
      code: 'ExistingDaprDiffers',
      value: differing(settings, values, Object.values(CLAIM_KEYS)).map((key) => `'${key}': ${shown(settings.get(key))}`).join(', '),
      why: `the volume claim of ${service} would change from "${running[service]}" to "${wanted[service]}", which Kubernetes refuses`,
      fix: differing(settings, values, Object.values(CLAIM_KEYS)).map((key) => values[key] === undefined ? `remove '${key}'` : `'${key}': '${values[key]}'`)
        .join(', '),
    }));
}

/** Other settings that differ from the running release and are said to be immutable. */
export function releaseWarnings(settings: ReadonlyMap<string, string>, { existingDapr }: DaprExtensionProps): Warning[] {
  const values = existingDapr?._values?.configurationSettings;
  if (values === undefined) {
    return [];
  }
  const all = [...new Set([...settings.keys(), ...Object.keys(values)])].filter((key) => IMMUTABLE.test(key));
  const keys = differing(settings, values, all);
  return keys.length === 0 ? [] : [{
    id: 'HelmReleaseDiffers',
    value: keys.map((key) => `'${key}': ${shown(values[key])} in the release, ${shown(settings.get(key))} here`).join('; '),
  }];
}

function claimsOf(valueOf: (key: string) => string | undefined): VolumeClaims {
  return volumeClaims((key, fallback) => valueOf(key) ?? (key === HA ? 'false' : fallback));
}

function differing(settings: ReadonlyMap<string, string>, values: { [key: string]: string }, keys: readonly string[]): string[] {
  const defaultOf = (key: string) => key === HA ? 'false' : undefined;
  return keys.filter((key) => (settings.get(key) ?? defaultOf(key)) !== (values[key] ?? defaultOf(key)));
}

function shown(value: string | undefined): string {
  return value === undefined ? 'not stated' : isExpression(value) ? 'an expression' : `'${value}'`;
}
