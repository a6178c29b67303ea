import { printable } from '../expression';
import { Problem } from '../problem';
import { Setting, SettingType } from './setting';
import { FORMATS } from '../rendering/formats';
import { compareVersions, isWithin } from '../version';

interface Form {
  readonly what: string;
  readonly example: string;
  readonly fits: (text: string) => boolean;
}

/** The forms of text that the chart, Dapr or Kubernetes refuse a setting without. */
const FORMS: Partial<Record<SettingType, Form>> = {
  ...FORMATS,
  boolean: { what: 'true or false', example: "'true'", fits: (text) => /^(true|false)$/i.test(text) },
  integer: { what: 'a whole number', example: "'3'", fits: (text) => /^[+-]?\d+$/.test(text) },
};

const SECONDS: Record<string, number> = { ns: 1e-9, us: 1e-6, µs: 1e-6, μs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };

/** What is wrong with a literal value, as far as Dapr or Kubernetes would surely refuse it: nothing where this Dapr does not read it. */
export function valueProblems(at: string, setting: Setting, value: string, version: string | undefined): Problem[] {
  // `null` takes the chart's default away, whatever the type.
  if ((value.toLowerCase() === 'null' && setting.type !== 'boolean') || absentIn(setting, version) !== undefined) {
    return [];
  }
  const given = `${at}: ${setting.sensitive ? '(not shown)' : printable(value)}`;
  const form = FORMS[setting.type];
  if (form && !form.fits(value)) {
    return [{ code: 'SettingValueMalformed', value: given, why: `${setting.key} takes ${form.what}`, fix: `${form.example}, for instance` }];
  }
  if (setting.values && !setting.values.includes(isLevel(setting) ? value.toLowerCase() : value)) {
    const known = setting.values.map((one) => `'${one}'`).join(', ');
    return [{ code: 'SettingValueUnknown', value: given, why: `${setting.key} takes one of ${known}`, fix: known }];
  }
  return rangeProblems(given, setting, value, version);
}

/** Dapr reads the levels of its log in any case; Kubernetes and etcd are strict about their words. */
function isLevel({ key }: Setting): boolean {
  return key.endsWith('.logLevel');
}

function rangeProblems(given: string, setting: Setting, value: string, version: string | undefined): Problem[] {
  const number = setting.type === 'duration' ? seconds(value) : Number(value);
  return (setting.ranges ?? [])
    .filter(({ from, before }) => version === undefined ? before === undefined : isWithin(version, { from, before }))
    .filter(({ min, max }) => number < (min ?? -Infinity) || number > (max ?? Infinity))
    .map(({ from, before, min, max }) => {
      const unit = setting.type === 'duration' ? 's' : '';
      const bounds = [...(min === undefined ? [] : [`at least ${min}${unit}`]), ...(max === undefined ? [] : [`at most ${max}${unit}`])].join(' and ');
      const since = [...(from === undefined ? [] : [`from ${from} on`]), ...(before === undefined ? [] : [`before ${before}`])].join(' and ');
      return {
        code: 'SettingOutOfRange' as const,
        value: given,
        why: `${setting.key} has to be ${bounds}${since === '' ? '' : ` in Dapr ${since}`}`,
        fix: `'${min ?? max}${unit}', for instance, or leave it out to get the default`,
      };
    });
}

function seconds(duration: string): number {
  return [...duration.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g)]
    .reduce((sum, [, count, unit]) => sum + Number(count) * SECONDS[unit], 0);
}

/** Why a pinned version of Dapr does not know a setting; undefined where it does. */
export function absentIn(setting: Setting, version: string | undefined): string | undefined {
  if (setting.since === 'next') {
    return 'no released version of Dapr has it yet';
  }
  if (version !== undefined && setting.since !== undefined && compareVersions(version, setting.since) < 0) {
    return `Dapr has it since ${setting.since}`;
  }
  const gone = setting.removed !== undefined && (version === undefined || compareVersions(version, setting.removed) >= 0);
  return gone ? `Dapr has it no longer since ${setting.removed}` : undefined;
}
