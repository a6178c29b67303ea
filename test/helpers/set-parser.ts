/**
 * A reader of the grammar of `helm --set`, made from its description and sharing nothing with the
 * library: what the library writes is held against it.
 */
type Step = string | number;

export type Parsed = { [name: string]: unknown };

/** Reads a line of settings `path=value,path=value`. */
export function parseSet(line: string): Parsed {
  const reader = new Reader(line);
  const result: Parsed = {};
  while (!reader.done) {
    const path = reader.path();
    place(result, path, reader.value());
    reader.pairEnd();
  }
  return result;
}

class Reader {
  private at = 0;

  constructor(private readonly line: string) {}

  public get done(): boolean {
    return this.at >= this.line.length;
  }

  public path(): Step[] {
    const steps: Step[] = [];
    for (;;) {
      steps.push(this.until('=[,.').text);
      let stop = this.take();
      while (stop === '[') {
        const index = this.until(']').text;
        if (!/^\d+$/.test(index) || Number(index) > 65536) throw new Error(`bad index "${index}"`);
        this.take();
        steps.push(Number(index));
        stop = this.take();
        if (stop !== undefined && !'=.['.includes(stop)) throw new Error(`unexpected "${stop}" behind ]`);
      }
      if (stop === '=') return steps;
      if (stop !== '.') throw new Error(`"${steps.join('.')}" has no value`);
      if (steps.length > 30) throw new Error('nested too deep');
    }
  }

  public value(): unknown {
    if (this.line[this.at] !== '{') return typed(this.until(',').text);
    this.at++;
    const elements: unknown[] = [];
    for (;;) {
      const { text, nested } = this.until(',}', '{');
      if (nested) throw new Error('a list within a list');
      elements.push(typed(text));
      const stop = this.take();
      if (stop === '}') return elements;
      if (stop === undefined) throw new Error('a list must end with }');
    }
  }

  public pairEnd(): void {
    const stop = this.take();
    if (stop !== undefined && stop !== ',') throw new Error(`unexpected "${stop}" behind a value`);
  }

  private take(): string | undefined {
    return this.line[this.at++];
  }

  /** Text up to one of the stops, without backslashes; whether it begins with the opening character. */
  private until(stops: string, opening?: string): { text: string; nested: boolean } {
    const nested = this.line[this.at] === opening;
    let text = '';
    while (!this.done && !stops.includes(this.line[this.at])) {
      if (this.line[this.at] === '\\') this.at++;
      text += this.line[this.at++] ?? '';
    }
    return { text, nested };
  }
}

function typed(text: string): unknown {
  const folded = text.toLowerCase();
  if (folded === 'true') return true;
  if (folded === 'false') return false;
  if (folded === 'null') return null;
  if (text === '0') return 0;
  if (!/^[+-]?[0-9]+$/.test(text) || text.startsWith('0')) return text;
  const value = BigInt(text.startsWith('+') ? text.slice(1) : text);
  if (BigInt.asIntN(64, value) !== value) return text;
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function place(root: Parsed, path: Step[], value: unknown): void {
  let holder: any = root;
  path.forEach((step, index) => {
    if (index === path.length - 1) {
      define(holder, step, value);
      return;
    }
    const listNext = typeof path[index + 1] === 'number';
    const next = Object.hasOwn(holder, step) ? holder[step] : null;
    if (next === null) define(holder, step, listNext ? [] : {});
    else if (typeof next !== 'object' || Array.isArray(next) !== listNext) throw new Error(`"${step}" has a value of another kind`);
    holder = holder[step];
  });
}

/** Like an assignment, but `__proto__` is a name like any other, and a list has no holes. */
function define(holder: any, step: Step, value: unknown): void {
  if (Array.isArray(holder)) while (holder.length < Number(step)) holder.push(null);
  Object.defineProperty(holder, step, { value, writable: true, enumerable: true, configurable: true });
}
