/**
 * The versions of the extension, per release train. `-msft.N` is a patch on top of the plain version, so it is newer than that;
 * to a semver library it would be older.
 */
const WELL_FORMED = /^(\d+)\.(\d+)\.(\d+)(?:-msft\.(\d+))?$/;

function parts(version: string): number[] {
  const match = WELL_FORMED.exec(version);
  return match ? match.slice(1).map((part) => Number(part ?? 0)) : [];
}

/** Negative when `left` is older than `right`. */
export function compareVersions(left: string, right: string): number {
  const [a, b] = [parts(left), parts(right)];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? -1) - (b[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

export class Versions {
  private readonly trains = new Map<string, string[]>();

  public constructor() {
    this.reset();
  }

  /** Those that were seen in the wild, and a made-up one in the train `dev`. */
  public reset(): void {
    this.trains.clear();
    for (const version of ['1.12.5-msft.3', '1.13.4-msft.1', '1.14.4-msft.5', '1.14.4-msft.10', '1.15.3-msft.2', '1.15.9-msft.1']) {
      this.publish('stable', version);
    }
    this.publish('dev', '1.16.0-msft.1');
  }

  public publish(train: string, version: string): void {
    const listed = this.trains.get(train.toLowerCase()) ?? [];
    this.trains.set(train.toLowerCase(), [...listed, version].sort(compareVersions));
  }

  public newest(train: string): string | undefined {
    return this.trains.get(train.toLowerCase())?.at(-1);
  }

  /** Whether the version can be installed from this train. */
  public offers(train: string, version: string, unlisted: 'accepted' | 'refused'): boolean {
    const listed = this.trains.get(train.toLowerCase());
    return listed !== undefined && (listed.includes(version) || (unlisted === 'accepted' && WELL_FORMED.test(version)));
  }
}
