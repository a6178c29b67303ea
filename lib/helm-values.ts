import { readFileSync } from 'fs';
import { printable } from './private/expression';
import { describe, Problem } from './private/problem';
import type { FlatValues } from './private/settings/helm-tree';

/**
 * The values of a Helm release of Dapr as settings of the extension.
 *
 * An empty list or object says nothing, and is left out. An empty text becomes `null`, which takes the chart's default
 * away: neither Azure nor Helm's `--set` has anything nearer.
 */
export class HelmValues {
  /**
   * What `helm get values <release> --namespace <namespace> -o json` printed into a file.
   *
   * @param path the path of the file, from the working directory of the app.
   * @throws an error HelmValuesUnreadable where the file cannot be read or holds no JSON object, and the errors of `fromObject`.
   */
  public static fromFile(path: string): HelmValues {
    return new HelmValues(`HelmValues.fromFile(${printable(path)})`, readJson(path));
  }

  /**
   * Values as an object, such as `{ global: { ha: { enabled: true } } }`.
   *
   * @throws an error HelmValuesUnreadable for what is no object, SettingReadsAsOther for a text that Helm's `--set` would
   * take for a number or a boolean, SettingNumberInexact for a number that it would not take for one or that is not exact.
   */
  public static fromObject(values: { [key: string]: any }): HelmValues {
    return new HelmValues('HelmValues.fromObject(…)', values);
  }

  /**
   * The values by their dotted keys, in the grammar of Helm's `--set`: for `configurationSettings`.
   */
  public readonly configurationSettings: { [key: string]: string };

  /**
   * The private keys and passwords among the values: for `configurationProtectedSettings`. Literals, so better passed
   * by a sensitive variable.
   */
  public readonly configurationProtectedSettings: { [key: string]: string };

  private constructor(what: string, values: unknown) {
    const { plain, secret, problems } = flatten(what, values);
    if (problems.length > 0) {
      throw new Error(describe(what, problems));
    }
    this.configurationSettings = plain;
    this.configurationProtectedSettings = secret;
  }
}

function flatten(what: string, values: unknown): FlatValues {
  if (typeof values !== 'object' || Array.isArray(values)) {
    return { plain: {}, secret: {}, problems: [unreadable(what, 'it is no JSON object', 'pass what `helm get values <release> -o json` prints')] };
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- brings the catalogue, which few apps need
  const { flatValues } = require('./private/settings/helm-tree') as typeof import('./private/settings/helm-tree');
  // Helm prints null for a release without values.
  return flatValues(values ?? {});
}

function readJson(path: string): unknown {
  const what = `HelmValues.fromFile(${printable(path)})`;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const { name, message } = error as Error;
    // What JSON.parse says quotes the text, and a secret may stand there.
    const why = name === 'SyntaxError' ? 'it is no JSON' : message;
    throw new Error(describe(what, [unreadable(what, why, 'helm get values <release> --namespace <namespace> -o json > values.json')]));
  }
}

function unreadable(value: string, why: string, fix: string): Problem {
  return { code: 'HelmValuesUnreadable', value, why, fix };
}
