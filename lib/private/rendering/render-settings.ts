import { FORMATS } from './formats';
import { environment, freeObject, freeObjects, imagePullSecrets, jsonTolerations, resources, textMap, tolerations } from './render-kubernetes';
import { boolean, formatted, integer, oneOf, quantity, text } from './render-scalars';
import { joinedList, membersOf, Renderer, shapeless, single, textList, unknownMember } from './render-shapes';
import { WINDOWS_PATH } from './set-grammar';
import { Branch, settingsIndex } from './settings-index';
import { memberPath, placeOf, SettingsReport } from './settings-report';
import { Setting, SettingType } from '../settings/setting';

/** What a typed tree becomes. */
export interface RenderedSettings {
  /** Values in the `--set` grammar by dotted key, ordered by the names in the tree, whatever order the user wrote. */
  readonly rendered: ReadonlyMap<string, string>;
  /** The same for keys that hold a secret: never in `rendered`. */
  readonly sensitive: ReadonlyMap<string, string>;
  /** What cannot be sent; the values of these are in neither map. */
  readonly problems: SettingsReport['problems'];
}

const RENDERERS: Readonly<Record<SettingType, Renderer>> = {
  boolean: single(boolean),
  integer: single(integer),
  string: (value, at, report) => single(text('printsUnchanged', at.key.endsWith('WinPath') ? WINDOWS_PATH : []))(value, at, report),
  commaList: joinedList,
  enum: (value, at, report) => single(oneOf(at.setting.values!))(value, at, report),
  duration: single(formatted(FORMATS.duration)),
  quantity: single(quantity),
  intOrPercent: single(formatted(FORMATS.intOrPercent)),
  hostPort: single(formatted(FORMATS.hostPort)),
  pem: single(formatted(FORMATS.pem)),
  stringMap: (value, at, report) => (at.setting.textSafe ? environment : textMap)(value, at, report),
  stringList: textList,
  tolerations,
  imagePullSecrets,
  resources,
  object: freeObject,
  objects: freeObjects,
  json: jsonTolerations,
};

/**
 * The typed settings as what the extension takes. A property that is undefined counts as not stated.
 * Whether a value is in range, or known to a given version of Dapr, is not looked at here.
 */
export function renderSettings(tree: object, settingByPath: ReadonlyMap<string, Setting>): RenderedSettings {
  const report = new SettingsReport();
  renderBranch(tree, settingsIndex(settingByPath), '', report);
  return report;
}

function renderBranch(tree: object, branch: Branch, path: string, report: SettingsReport): void {
  for (const [name, value] of membersOf(tree)) {
    const at = memberPath(path, name);
    const known = branch.get(name);
    if (known === undefined) {
      report.refuse(outside(at, value), value, unknownProperty(name, path, branch));
    } else if (known instanceof Map) {
      const finding = shapeless(value, outside(at), 'map');
      if (finding) report.refuse(outside(at, value), value, finding);
      else renderBranch(value as object, known as Branch, at, report);
    } else {
      const setting = known as Setting;
      RENDERERS[setting.type](value, placeOf(setting, at), report);
    }
  }
}

/** The place of what is no setting: nothing is ever put there. Nobody knows whether a text in it was meant to be a secret. */
function outside(path: string, value?: unknown) {
  const setting: Setting = { key: path, type: 'object', status: 'live', path, ...(/string|number/.test(typeof value) ? { sensitive: true } : {}) };
  return placeOf(setting, path);
}

function unknownProperty(name: string, path: string, branch: Branch) {
  const finding = unknownMember(name, [...branch.keys()]);
  return path === '' && name === 'global'
    ? { ...finding, fix: "the keys of the chart's global. stand at the top: settings: { ha: { enabled: true } }" }
    : finding;
}
