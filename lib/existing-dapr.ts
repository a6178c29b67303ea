import { HelmValues } from './helm-values';

/**
 * Where a Helm release of Dapr is.
 */
export interface HelmReleaseProps {
  /** The name of the release, as `helm list -A` prints it. */
  readonly releaseName: string;

  /** The namespace of the release, as `helm list -A` prints it. */
  readonly releaseNamespace: string;

  /**
   * The values of the release. With them, settings that would make Azure's upgrade of the release fail are found at synth.
   *
   * @default - unknown: nothing is compared
   */
  readonly values?: HelmValues;
}

/**
 * A Dapr that runs in the cluster already, and that the extension takes over.
 *
 * @see https://learn.microsoft.com/azure/aks/dapr-migration
 */
export class ExistingDapr {
  /**
   * A Dapr that Helm, or the Dapr CLI, installed.
   *
   * The extension gets its name and namespace, and upgrades the release in place. High availability is off unless it is
   * stated: an installation without it cannot be given it in place. It stays in the code for good; its equivalent is
   * `name`, `releaseNamespace` and `settings: { ha: { enabled: false } }`.
   */
  public static helmRelease(props: HelmReleaseProps): ExistingDapr {
    return new ExistingDapr(props);
  }

  /** The name of the release, and so of the extension. */
  public readonly releaseName: string;

  /** The namespace of the release, and so of the extension. */
  public readonly releaseNamespace: string;

  /** @internal */
  public readonly _values: HelmValues | undefined;

  private constructor({ releaseName, releaseNamespace, values }: HelmReleaseProps) {
    this.releaseName = releaseName;
    this.releaseNamespace = releaseNamespace;
    this._values = values;
  }
}
