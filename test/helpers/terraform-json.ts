/**
 * What Terraform's JSON syntax refuses, or what does not belong into committed JSON, as far as it can be
 * seen without a provider.
 *
 * @see https://developer.hashicorp.com/terraform/language/syntax/json
 */
export function syntaxProblems(text: string): string[] {
  const problems: string[] = [];
  if (text.includes('TfToken')) {
    problems.push('a token that was never resolved');
  }
  walk(JSON.parse(text), [], problems);
  return problems;
}

/** Arguments that hold addresses, not expressions. */
const ADDRESSES = new Set(['depends_on', 'ignore_changes', 'replace_triggered_by', 'provider']);
const ADDRESS_BLOCKS = new Set(['moved', 'import', 'removed']);
const ADDRESS = /^[A-Za-z_][\w-]*(\.[A-Za-z_][\w-]*|\[[^\]]+\])*$/;

function walk(value: unknown, path: readonly string[], problems: string[]): void {
  if (typeof value === 'string') {
    checkText(value, path, problems);
  } else if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([key]) => key !== '//');
    // `features` is azurerm's own required block, which is empty as a rule.
    if (entries.length === 0 && !/^provider\.azurerm\.\d+\.features\.0$/.test(path.join('.'))) {
      problems.push(`${path.join('.')} is empty`);
    }
    entries.forEach(([key, child]) => walk(child, [...path, key], problems));
  }
}

function checkText(value: string, path: readonly string[], problems: string[]): void {
  if (holdsAddress(path) && !ADDRESS.test(value)) {
    problems.push(`${path.join('.')} is no bare address: ${value}`);
  }
  if (/^(\/(?!subscriptions\/)|[A-Za-z]:\\)/.test(value)) {
    problems.push(`${path.join('.')} is an absolute path: ${value}`);
  }
}

function holdsAddress(path: readonly string[]): boolean {
  const last = path.filter((key) => !/^\d+$/.test(key)).at(-1)!;
  return (path.length > 1 && ADDRESSES.has(last))
    || (ADDRESS_BLOCKS.has(path[0]) && ['from', 'to'].includes(last));
}
