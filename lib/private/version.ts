const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-msft\.(0|[1-9]\d*))?$/;

/** Whether the text is a version of the extension: `MAJOR.MINOR.PATCH` or `MAJOR.MINOR.PATCH-msft.N`. */
export function isVersion(text: string): boolean {
  return VERSION.test(text);
}
