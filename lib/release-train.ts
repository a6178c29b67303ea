/**
 * The train of releases that Azure takes Dapr from.
 *
 * @see https://learn.microsoft.com/azure/aks/dapr#choosing-a-release-train
 */
export class ReleaseTrain {
  /** Released versions. Azure's default. */
  public static readonly STABLE = new ReleaseTrain('stable');

  /** Early releases, which can contain experimental features. Not suitable for production. */
  public static readonly DEV = new ReleaseTrain('dev');

  /**
   * A train that has no constant here.
   *
   * @param name the train's name as Azure spells it, such as `preview`. A token is taken as it is.
   */
  public static of(name: string): ReleaseTrain {
    return new ReleaseTrain(name);
  }

  /** The train's name as it is sent to Azure. */
  public readonly name: string;

  private constructor(name: string) {
    this.name = name;
  }

  /**
   * Azure's default, in whatever case it was written.
   *
   * @internal
   */
  public get _isStable(): boolean {
    return String(this.name).toLowerCase() === 'stable';
  }
}
