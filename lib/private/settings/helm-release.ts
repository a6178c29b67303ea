import { DaprExtensionProps } from '../../dapr-extension-props';
import { isExpression } from '../expression';
import { Problem } from '../problem';
import { StatedSetting } from './settings-layers';
import { CLAIM_KEYS, VolumeClaims, volumeClaims } from './volume-claims';
import { Warning } from '../warnings';

const HA = CLAIM_KEYS.ha;

/** What Microsoft calls immutable. */
const IMMUTABLE = /^(global\.ha|dapr_placement)\./;

/** The keys that a volume claim depends on. */
const KEYS: Readonly<Record<keyof VolumeClaims, readonly string[]>> = {
  placement: [HA, CLAIM_KEYS.placementHa, CLAIM_KEYS.placementInMemory, CLAIM_KEYS.placementSize, CLAIM_KEYS.placementClass],
  scheduler: [CLAIM_KEYS.schedulerInMemory, CLAIM_KEYS.schedulerSize, CLAIM_KEYS.schedulerClass],
};

/** What the chart has for the switches among them, whatever its version; the rest has no such value. */
const CHART_DEFAULTS: ReadonlyMap<string, string> = new Map(
  [HA, CLAIM_KEYS.placementHa, CLAIM_KEYS.placementInMemory, CLAIM_KEYS.schedulerInMemory].map((key) => [key, 'false']),
);

/** The settings that Dapr will get. */
type Settings = ReadonlyMap<string, StatedSetting>;
type Values = { readonly [key: string]: string };

/** What the Azure CLI adds when it takes over a release: a release has no high availability unless its values say so. */
export function existingSettings({ existingDapr }: DaprExtensionProps): StatedSetting[] {
  return existingDapr === undefined ? [] : [{
    key: HA,
    value: valueOf(existingDapr._values?.configurationSettings ?? {}, HA)!,
    isSecret: false,
    statedBy: 'existingDapr',
  }];
}

/** Volumes of the running release that the settings would change. */
export function releaseProblems(settings: Settings, props: DaprExtensionProps): Problem[] {
  const values = comparable(props);
  if (values === undefined) {
    return [];
  }
  const running = volumeClaims((key, fallback) => valueOf(values, key) ?? fallback);
  const wanted = volumeClaims((key, fallback) => wantedOf(settings, key) ?? fallback);
  return (['placement', 'scheduler'] as const).filter((service) => !isExpression(wanted[service]) && running[service] !== wanted[service])
    .map((service) => {
      const keys = differing(settings, values, KEYS[service]);
      return {
        code: 'ExistingDaprDiffers',
        value: keys.map((key) => `'${key}': ${shown(settings.get(key))}`).join(', '),
        why: `the volume claim of ${service} would change from "${running[service]}" to "${wanted[service]}", which Kubernetes refuses`,
        fix: keys.map((key) => valueOf(values, key) === undefined ? `leave '${key}' out, in a preset too` : `'${key}': '${valueOf(values, key)}'`).join(', '),
      };
    });
}

/** Other settings that differ from the running release and are said to be immutable. */
export function releaseWarnings(settings: Settings, props: DaprExtensionProps): Warning[] {
  const values = comparable(props);
  if (values === undefined) {
    return [];
  }
  const keys = differing(settings, values, [...new Set([...settings.keys(), ...Object.keys(values)])].filter((key) => IMMUTABLE.test(key)));
  return keys.length === 0 ? [] : [{
    id: 'HelmReleaseDiffers',
    value: keys.map((key) => `'${key}': ${values[key] === undefined ? 'not stated' : `'${values[key]}'`} in the release, ${shown(settings.get(key))} here`)
      .join('; '),
  }];
}

/** The values of the release, where it is known which settings go beside them. */
function comparable({ existingDapr, configurationSettings }: DaprExtensionProps): Values | undefined {
  return isExpression(configurationSettings) ? undefined : existingDapr?._values?.configurationSettings;
}

/** What the release has: of a value that was taken away nothing remains. */
function valueOf(values: Values, key: string): string | undefined {
  return values[key] === undefined || values[key] === 'null' ? CHART_DEFAULTS.get(key) : values[key];
}

function wantedOf(settings: Settings, key: string): string | undefined {
  const value = settings.get(key)?.value;
  return value === undefined || value.toLowerCase() === 'null' ? CHART_DEFAULTS.get(key) : value;
}

function differing(settings: Settings, values: Values, keys: readonly string[]): string[] {
  return keys.filter((key) => wantedOf(settings, key) !== valueOf(values, key));
}

function shown(setting: StatedSetting | undefined): string {
  if (setting === undefined) {
    return 'not stated';
  }
  return setting.isSecret ? '(not shown)' : isExpression(setting.value) ? 'an expression' : `'${setting.value}'`;
}
