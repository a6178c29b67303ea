import { IConstruct } from 'constructs';
import { Annotations, Aspects } from './framework';

/** What a warning means, and what to do about it: the source of WARNINGS.md. */
export interface WarningEntry {
  readonly means: string;
  readonly instead: string;
}

/** Every warning that the library can give. */
export const WARNINGS = {
  ImplicitAutoUpgrade: {
    means: 'Neither `version` nor `autoUpgradeMinorVersion` is stated, so Azure will upgrade Dapr by itself, one minor version after the other. '
      + 'Microsoft calls that unsuitable for production.',
    instead: 'Pin it with `version`, or state `autoUpgradeMinorVersion: true` if you want it so.',
  },
  VersionChangeReplaces: {
    means: 'With the engine AZURERM every change of `version` deletes Dapr and creates it anew: the control plane is away for minutes, '
      + 'and without your own certificates it comes back with another root certificate, so that every sidecar must restart.',
    instead: 'Plan an upgrade as an outage of the control plane.',
  },
  RegistrationIsPerSubscription: {
    means: 'The resource registers Microsoft.KubernetesConfiguration for the whole subscription: it fails where that is registered already, '
      + 'and destroying it takes the registration, and preview features of it, from every cluster there.',
    instead: 'Use `ProviderRegistration.onProvider(..)`, which does neither.',
  },
  SecretInSource: {
    means: 'A protected setting is written out in the code, so it stands in the synthesized JSON, readable for everyone who has it.',
    instead: 'Pass it through a `TerraformVariable` with `sensitive: true`.',
  },
  HelmReleaseDiffers: {
    means: 'Microsoft calls the settings of `global.ha` and `dapr_placement` immutable: values other than those of the running Helm '
      + 'release may make Azure\'s upgrade of it fail.',
    instead: 'State the values that the release has, and change them one by one afterwards.',
  },
  FightsExtension: {
    means: 'The extension brings images that fit its version. A registry, a tag or an image name of your own stays when the version changes.',
    instead: 'Remove the setting and pin `version`.',
  },
  ForeignAzapiProvider: {
    means: 'With azapi\'s default of `ignore_no_op_changes` the removal of a setting is never planned.',
    instead: 'Use the library\'s `AzapiProvider`, or set `ignore_no_op_changes` to false on yours.',
  },
  VersionOutOfSupport: {
    means: 'Microsoft supports the newest minor version of Dapr and the one before it; the pinned one is older.',
    instead: 'Upgrade, one minor version after the other.',
  },
  UnknownSetting: {
    means: 'Neither Dapr\'s chart nor Microsoft\'s extension is known to have the setting. Helm accepts it in silence, and nothing happens.',
    instead: 'See SETTINGS.md for the keys.',
  },
  DeadSetting: {
    means: 'The chart takes the setting, and nothing that runs depends on it.',
    instead: 'Remove it.',
  },
  SettingNotInVersion: {
    means: 'The version of Dapr does not have the setting. Helm accepts it in silence, and nothing happens.',
    instead: 'Remove it, or pin a version that has it.',
  },
  SelfSignedCertificates: {
    means: 'Without a root certificate, an issuer certificate and its key, all three, Dapr makes its own. They end after a year, and a '
      + 'replacement of the extension makes others, so that every sidecar must restart.',
    instead: 'State the three of `settings.daprSentry.tls`, the key from a sensitive variable.',
  },
  ZonalStorage: {
    means: 'In a cluster of several zones a volume of the default class stays in one zone, and the pod that needs it cannot start in another.',
    instead: 'Name a zone-redundant storage class at the first installation: it cannot be changed later without a replacement.',
  },
  PriorityClassIgnored: {
    means: 'Before Dapr 1.14.5 the chart writes the priority class into the volume claims of placement, where Kubernetes ignores it.',
    instead: 'Pin Dapr 1.14.5 or newer, or keep the log of placement in memory.',
  },
  NoWindowsImages: {
    means: 'Microsoft has published no Windows images of Dapr after 1.15.9-msft.1, so its pods cannot start on Windows nodes.',
    instead: 'Run the control plane on Linux nodes.',
  },
  MonitoringOnArm64: {
    means: 'The monitoring that Microsoft installs with Dapr has no images for arm64, and the installation waits for it.',
    instead: 'Turn it off: `settings: { daprMonitoring: { enabled: false } }`.',
  },
  MtlsOff: {
    means: 'Without mTLS the sidecars talk to each other and to the control plane in clear text, and anyone in the cluster can pose as one.',
    instead: 'Leave `mtls.enabled` out.',
  },
  CliOnlySetting: {
    means: 'The setting is an instruction to the Azure CLI. Dapr does not know it, and it is not sent.',
    instead: 'Remove it.',
  },
} as const satisfies Record<string, WarningEntry>;

/** The id of a warning, as messages and WARNINGS.md print it. */
export type WarningId = keyof typeof WARNINGS;

/** One warning about one construct. */
export interface Warning {
  readonly id: WarningId;
  /** What was given, ready to print. Never a secret. */
  readonly value: string;
  /** What to do about this value; by default what the catalogue says. */
  readonly instead?: string;
}

const ACKNOWLEDGED = Symbol.for('cdktf-azure-dapr/acknowledged-warnings');

/** Mutes an id for everything under a scope. */
export function acknowledge(scope: IConstruct, id: WarningId, reason: string): void {
  (acknowledgements(scope) ?? define(scope)).set(id, reason);
}

/**
 * Gives warnings at synth, each one once however often the app is synthesized, and none that was
 * acknowledged for the construct or for a scope above it, whether before or after this call.
 */
export function warnAtSynth(construct: IConstruct, warnings: () => readonly Warning[]): void {
  const given = new Set<string>();
  Aspects.of(construct).add({
    visit: (node) => {
      if (node !== construct) {
        return;
      }
      for (const warning of warnings()) {
        const text = message(warning);
        if (!given.has(text) && !construct.node.scopes.some((scope) => acknowledgements(scope)?.has(warning.id))) {
          given.add(text);
          Annotations.of(construct).addWarning(text);
        }
      }
    },
  });
}

function message({ id, value, instead = WARNINGS[id].instead }: Warning): string {
  const { means } = WARNINGS[id];
  return `${id}: ${value}\n  why: ${means}\n  fix: ${instead}\n`
    + `  or, where it is meant so: DaprWarnings.of(scope).acknowledge('${id}', '<your reason>')`;
}

function acknowledgements(scope: IConstruct): Map<WarningId, string> | undefined {
  return (scope as { [ACKNOWLEDGED]?: Map<WarningId, string> })[ACKNOWLEDGED];
}

function define(scope: IConstruct): Map<WarningId, string> {
  const reasons = new Map<WarningId, string>();
  Object.defineProperty(scope, ACKNOWLEDGED, { value: reasons });
  return reasons;
}
