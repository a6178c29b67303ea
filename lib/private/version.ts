/** A version of the extension in parts: `1.13.2-msft.3` is 1, 13, 2 and revision 3. */
export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** N of `-msft.N`, Microsoft's own rebuild of a Dapr release; undefined for the plain release. */
  readonly revision?: number;
}

/** A span of versions, from the first one in it up to, but without, the last. */
export interface VersionWindow {
  /** First version inside. @default - no lower end */
  readonly from?: string;
  /** First version after the window. @default - no upper end */
  readonly before?: string;
}

// Nine digits at most, so that every part is an exact number.
const NUMBER = '(0|[1-9]\\d{0,8})';
const FORMAT = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-msft\\.${NUMBER})?$`);

/** The parts of a version such as `1.14.4` or `1.14.4-msft.10`; undefined for any other text. */
export function parseVersion(text: string): Version | undefined {
  const match = FORMAT.exec(text);
  if (match === null) return undefined;
  const [major, minor, patch] = match.slice(1, 4).map(Number);
  return { major, minor, patch, ...(match[4] !== undefined && { revision: Number(match[4]) }) };
}

/** Whether the text is a version the extension can have. */
export function isVersion(text: string): boolean {
  return parseVersion(text) !== undefined;
}

/**
 * Below zero if `a` comes before `b`, above zero if after, zero if they are the same; NaN if either
 * is no version, so that no comparison with it holds.
 *
 * A rebuild comes AFTER the release it rebuilds (`1.13.2 < 1.13.2-msft.3`), where semantic versioning
 * puts a suffix before it, and its number is a number (`-msft.3 < -msft.10`).
 */
export function compareVersions(a: string, b: string): number {
  const left = parseVersion(a);
  const right = parseVersion(b);
  if (left === undefined || right === undefined) return NaN;
  return left.major - right.major || left.minor - right.minor || left.patch - right.patch
    || (left.revision ?? -1) - (right.revision ?? -1);
}

/** Whether the version lies in the window; what is no version lies in none but the endless one. */
export function isWithin(version: string, window: VersionWindow): boolean {
  return (window.from === undefined || compareVersions(version, window.from) >= 0)
    && (window.before === undefined || compareVersions(version, window.before) < 0);
}
