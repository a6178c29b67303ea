import { compareVersions } from './private/version';
import { DaprSettings } from './settings/dapr-settings';

const ONE_CORE = { cpu: '1' };

const PRODUCTION: DaprSettings = {
  ha: { enabled: true },
  logAsJson: true,
  daprPlacement: {
    cluster: { forceInMemoryLog: true },
    resources: { requests: { cpu: '250m', memory: '75Mi' }, limits: ONE_CORE },
  },
  daprOperator: { resources: { requests: { cpu: '100m', memory: '100Mi' }, limits: ONE_CORE } },
  daprSentry: { resources: { requests: { cpu: '100m', memory: '30Mi' }, limits: ONE_CORE } },
  daprSidecarInjector: { resources: { requests: { cpu: '100m', memory: '30Mi' }, limits: ONE_CORE } },
};

const DEVELOPMENT: DaprSettings = {
  ha: { enabled: false },
  daprScheduler: { cluster: { storageSize: '1Gi' } },
};

/** Before it the chart puts the priority class into the volume claims of placement, which Kubernetes ignores there. */
const FIRST_WITH_PRIORITY_CLASS = '1.14.5';

/**
 * Settings that belong together. What the user states wins over a preset, key by key.
 */
export class DaprPreset {
  /**
   * What Dapr's guidelines for production ask for: high availability, requests and limits of the control plane,
   * the priority class `system-cluster-critical` (where a pinned version is older than 1.14.5: not), the log of
   * placement in memory, logs in JSON.
   *
   * It refuses automatic upgrades and the train `dev`, which Microsoft calls unsuitable for production.
   *
   * @see https://docs.dapr.io/operations/hosting/kubernetes/kubernetes-production/
   */
  public static readonly PRODUCTION = new DaprPreset('PRODUCTION', PRODUCTION, true);

  /**
   * A control plane that fits on one node: no high availability, small volumes for the scheduler.
   */
  public static readonly DEVELOPMENT = new DaprPreset('DEVELOPMENT', DEVELOPMENT, false);

  /**
   * A preset of one's own.
   *
   * @param name what messages call it.
   * @param settings what it sets.
   */
  public static of(name: string, settings: DaprSettings): DaprPreset {
    return new DaprPreset(name, settings, false);
  }

  /** What messages call the preset. */
  public readonly name: string;

  /**
   * For production: automatic upgrades and the train dev are refused.
   *
   * @internal
   */
  public readonly _isProduction: boolean;

  private readonly settings: DaprSettings;

  private constructor(name: string, settings: DaprSettings, isProduction: boolean) {
    this.name = name;
    this.settings = settings;
    this._isProduction = isProduction;
  }

  /**
   * What the preset sets in a version of Dapr; undefined for the newest, or for one that only Terraform knows.
   *
   * @internal
   */
  public _settings(version: string | undefined): DaprSettings {
    const tooOld = version !== undefined && compareVersions(version, FIRST_WITH_PRIORITY_CLASS) < 0;
    return this._isProduction && !tooOld ? { ...this.settings, priorityClassName: 'system-cluster-critical' } : this.settings;
  }
}
