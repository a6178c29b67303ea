import { bareOf, hasMisplacedToken, isResolvable, numberOf, scalarOf } from './deferred';
import { isExpression } from '../expression';
import { Format, FORMATS } from './formats';
import { nearest } from './nearest';
import { Escapes, printsUnchanged, readsAs } from './set-grammar';
import { Finding, Place, quote, rawCode, settingCode, shown } from './settings-report';

/** Writes a scalar in the grammar, or says what is wrong with it. */
export type Scalar = (value: unknown, at: Place) => string | Finding;

/** How a text has to come out of Helm: as a text whatever happens, or as one that prints the same. */
export type Fidelity = 'staysText' | 'printsUnchanged';

/** What no value may be, whatever its type. */
export function unsayable(value: unknown, at: Place): Finding | undefined {
  if (value === null || value === undefined) {
    return { code: 'SettingNull', why: 'a setting has a value or is not stated at all', fix: leaveOut(at) };
  }
  if (value === '') {
    return { code: 'SettingEmpty', why: 'the azurerm provider refuses an empty value, so an empty text cannot be sent', fix: leaveOut(at) };
  }
  if (typeof value === 'string' ? hasMisplacedToken(value) : typeof value === 'object' && isExpression(value) && !isResolvable(value)) {
    return {
      code: 'SettingToken',
      why: 'a token for a whole list or map cannot stand where a single value is wanted',
      fix: "take what is needed out of it with Fn.element(list, 0), Fn.join(',', list) or Fn.lookup(map, 'name')",
    };
  }
  return undefined;
}

/** A text; `inner` is what the template of the chart needs besides the grammar. */
export function text(fidelity: Fidelity, inner: Escapes = []): Scalar {
  return (value, at) => {
    const finding = unsayable(value, at);
    if (finding) return finding;
    if (isExpression(value)) return scalarOf(value, inner);
    if (typeof value === 'string') return notAsText(value, at, fidelity) ?? scalarOf(value, inner);
    return wrongType(at, 'text', /number|boolean/.test(typeof value) && !at.setting.sensitive ? quote(String(value)) : "'…'");
  };
}

/** A number that needs no exponent. */
export const number: Scalar = (value, at) => {
  if (isExpression(value)) return numberOf(value);
  if (!Number.isFinite(value)) return wrongType(at, 'a finite number', '3');
  if (Number.isInteger(value) ? Number.isSafeInteger(value) : !String(value).includes('e')) return String(value);
  return {
    code: 'SettingNumberInexact',
    why: 'a number of this size is not exact, or needs an exponent, which Helm takes for text',
    fix: `state a number between ${Number.MIN_SAFE_INTEGER} and ${Number.MAX_SAFE_INTEGER} that needs no exponent`,
  };
};

/** A whole number; `3.0`, which is what other languages send, is one. */
export const integer: Scalar = (value, at) => {
  const finding = unsayable(value, at);
  if (finding) return finding;
  if (isExpression(value)) return numberOf(value);
  if (typeof value === 'string' && /^\d{1,15}$/.test(value)) return wrongType(at, 'a whole number, not its text', String(Number(value)));
  if (!Number.isFinite(value)) return wrongType(at, 'a whole number', '3');
  return Number.isInteger(value) ? number(value, at) : wrongType(at, 'a whole number', String(Math.round(value as number)));
};

/** A switch. Its tokens go through the raw map: what depends on it is decided at synth. */
export const boolean: Scalar = (value, at) => {
  if (typeof value === 'boolean') return String(value);
  if (isExpression(value)) {
    return {
      code: 'SettingToken',
      why: 'what depends on a switch is decided when the Terraform JSON is written, and its value has to be known by then',
      fix: `state true or false, or send the expression as it is: ${rawCode(at, '${…}')}`,
    };
  }
  return unsayable(value, at) ?? wrongType(at, 'true or false, not a text or a number', /^'?(false|no|off|0)'?$/i.test(shown(value)) ? 'false' : 'true');
};

/** One of a closed set of texts. */
export function oneOf(values: readonly string[]): Scalar {
  return (value, at) => {
    const finding = unsayable(value, at);
    if (finding) return finding;
    if (isExpression(value)) return bareOf(value);
    if (typeof value === 'string' && values.includes(value)) return scalarOf(value);
    const stated = values.filter((each) => each !== '');
    const meant = nearest(typeof value === 'string' ? value : '', stated) ?? stated[0];
    return { ...wrongType(at, `one of ${stated.map(quote).join(', ')}`, quote(meant)), code: 'SettingValueUnknown' };
  };
}

/** A text of a fixed form, whose tokens stay bare: the form has nothing to escape. */
export function formatted(format: Format): Scalar {
  return (value, at) => {
    const finding = unsayable(value, at);
    if (finding) return finding;
    if (isExpression(value)) return bareOf(value);
    const wrong = wrongType(at, format.what, format.example);
    const written = format.numbers && typeof value === 'number' ? number(value, at) : value;
    if (typeof written === 'string') return format.fits(written) ? scalarOf(written) : { ...wrong, code: 'SettingValueMalformed' };
    return typeof value === 'number' && format.numbers ? written as Finding : wrong;
  };
}

/** A quantity, as a setting or among the resources of a container. */
export const quantity: Scalar = formatted(FORMATS.quantity);

/** A value of the wrong kind; `example` is a right one, as code. */
export function wrongType(at: Place, wanted: string, example: string): Finding {
  return {
    code: 'SettingWrongType',
    why: `${at.key} takes ${wanted}`,
    fix: at.path === at.setting.path ? settingCode(at.setting, example) : `write ${example} at settings.${at.path}`,
  };
}

function notAsText(value: string, at: Place, fidelity: Fidelity): Finding | undefined {
  const reading = readsAs(value);
  if (reading === 'text' || (fidelity === 'printsUnchanged' && printsUnchanged(value))) return undefined;
  const taken = { boolean: 'true or false', integer: 'a number', null: 'null, which removes the setting' }[reading];
  return {
    code: 'SettingReadsAsOther',
    why: `Helm takes this text for ${taken} whether quoted or not, and ${at.key} has to be text`,
    fix: `--set cannot say it: use another text${at.setting.sensitive ? '' : `, such as ${quote(`v${value}`)}`}`,
  };
}

function leaveOut(at: Place): string {
  // Null for a switch would turn some of them on, and inside a list or map there is no default to remove.
  return at.path === at.setting.path && at.setting.type !== 'boolean'
    ? `leave it out, or remove the chart's default with ${rawCode(at, 'null')}`
    : 'leave it out';
}
