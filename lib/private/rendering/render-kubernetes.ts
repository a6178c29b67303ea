import { isResolvable, jsonOf, scalarOf } from './deferred';
import { isExpression } from '../expression';
import { integer, number, oneOf, quantity, Scalar, text, unsayable, wrongType } from './render-scalars';
import {
  elementsOf, emptyObject, isRecord, mapOf, membersOf, notEmpty, plainText, Renderer, shapeless, single, structOf,
} from './render-shapes';
import { YAML_QUOTED } from './set-grammar';
import { memberOf, Place, SettingsReport } from './settings-report';

/** Levels of a key after which Helm refuses it. */
const MAX_DEPTH = 30;

/** A map of texts that the chart copies into YAML as they are. */
export const textMap: Renderer = mapOf(single(plainText));

/** Environment variables. The templates print them between quotes and escape nothing, but for the injector's. */
export const environment: Renderer = (value, at, report) => {
  const escapes = at.setting.key.startsWith('dapr_sidecar_injector.') ? [] : YAML_QUOTED;
  mapOf(single(text('printsUnchanged', escapes)))(value, at, report);
};

/** Kubernetes' tolerations. */
export const tolerations: Renderer = elementsOf(notEmpty(structOf({
  key: single(plainText),
  operator: single(oneOf(['Exists', 'Equal'])),
  value: single(withFix(plainText, "tolerate the taint whatever its value: { key: '…', operator: 'Exists' }")),
  effect: single(oneOf(['NoSchedule', 'PreferNoSchedule', 'NoExecute'])),
  tolerationSeconds: single(integer),
})));

/** Tolerations as the text of a JSON document: there no text is misread, and the empty list can be said. */
export const jsonTolerations: Renderer = (value, at, report) => {
  const example = "[{ key: 'azure.com/aci', effect: 'NoSchedule' }]";
  if (typeof value === 'string') {
    const finding = unsayable(value, at) ?? (isExpression(value) || isJsonList(value)
      ? undefined
      : { ...wrongType(at, 'a list of tolerations', example), code: 'SettingValueMalformed' });
    return finding ? report.refuse(at, value, finding) : report.put(at, scalarOf(value));
  }
  if (Array.isArray(value) && isExpression(value)) return report.put(at, jsonOf(value));
  const finding = shapeless(value, at, 'list');
  if (finding) return report.refuse(at, value, finding);
  const list = value as object[];
  const checked = new SettingsReport();
  if (list.length > 0) tolerations(list, at, checked);
  const problems = checked.problems.filter(({ code }) => code !== 'SettingReadsAsOther');
  report.problems.push(...problems);
  if (problems.length === 0) report.put(at, jsonOf(list.map((each) => Object.fromEntries(membersOf(each)))));
};

/** One secret by its name, or a list of them, by name or as Kubernetes writes them. */
export const imagePullSecrets: Renderer = (value, at, report) => {
  const secret = notEmpty(structOf({ name: single(plainText) }));
  if (typeof value === 'string') return single(plainText)(value, at, report);
  elementsOf((each, place, into) => typeof each === 'string'
    ? single(plainText)(each, memberOf(place, 'name'), into)
    : secret(each, place, into))(value, at, report);
};

/** Requests and limits of a container. */
export const resources: Renderer = structOf({ requests: mapOf(single(quantity)), limits: mapOf(single(quantity)) });

/** An object in the shape that Kubernetes gives it. */
export const freeObject: Renderer = mapOf(free);

/** A list of such objects. */
export const freeObjects: Renderer = elementsOf((value, at, report) => {
  const finding = shapeless(value, at, 'map');
  if (finding) report.refuse(at, value, finding);
  else free(value, at, report);
});

const freeText = withFix(plainText, 'state it without quotes if a number or a boolean is meant; as a text --set cannot say it');

/** Anything that Kubernetes may want, at any depth. */
function free(value: unknown, at: Place, report: SettingsReport): void {
  if (at.depth > MAX_DEPTH) {
    report.refuse(at, value, { code: 'SettingTooDeep', why: `Helm reads at most ${MAX_DEPTH} levels`, fix: 'nest less deeply' });
  } else if (typeof value === 'boolean') {
    report.put(at, String(value));
  } else if (typeof value === 'number') {
    single(number)(value, at, report);
  } else if (Array.isArray(value)) {
    elementsOf(free)(value, at, report);
  } else if (!isRecord(value) || isResolvable(value)) {
    single(freeText)(value, at, report);
  } else if (membersOf(value).length === 0) {
    report.refuse(at, value, emptyObject(at.path.endsWith('.emptyDir')
      ? "leave it out, since a volume that names no source is an empty directory, or state a member: emptyDir: { sizeLimit: '1Gi' }"
      : undefined));
  } else {
    (at.path.endsWith('.matchLabels') ? textMap : mapOf(free))(value, at, report);
  }
}

function withFix(scalar: Scalar, fix: string): Scalar {
  return (value, at) => {
    const written = scalar(value, at);
    return typeof written === 'object' && written.code === 'SettingReadsAsOther' ? { ...written, fix } : written;
  };
}

function isJsonList(value: string): boolean {
  try {
    return Array.isArray(JSON.parse(value));
  } catch {
    return false;
  }
}
