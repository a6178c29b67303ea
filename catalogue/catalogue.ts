import { readFileSync } from 'fs';
import { join } from 'path';
import type { SettingType } from '../lib/private/settings/setting';

/** The file that people edit: what Dapr's chart and Microsoft's extension can be told. */
export const CATALOGUE_FILE = join(__dirname, 'settings.json');

export const STATUSES = [
  'live', 'dead', 'internal', 'container', 'cosmetic', 'removed', 'broken', 'broken-default', 'microsoft', 'cli-only',
] as const;
export type Status = typeof STATUSES[number];

/** What a key may hold, and in which versions of Dapr: seconds for durations. */
export interface Range {
  readonly from?: string;
  readonly before?: string;
  readonly min?: number;
  readonly max?: number;
}

export interface Entry {
  readonly key: string;
  readonly type: SettingType;
  /** Name of the closed set among the `enums` of the catalogue. */
  readonly enum?: string;
  /** How the text or number is written: a unit or a format. */
  readonly format?: string;
  readonly ranges?: readonly Range[];
  /** Default of the newest chart; null where the chart has none. */
  readonly default: unknown;
  /** What the default means, where its value does not say it. */
  readonly defaultText?: string;
  /** Default of Microsoft's extension where it is not that of the chart. */
  readonly extensionDefault?: unknown;
  /** Oldest first; the first one also holds for whatever was before. */
  readonly defaultHistory?: readonly { readonly from: string; readonly default: unknown }[];
  /** First version of Dapr that has the key, or `HEAD` if none has been released; absent where nobody says. */
  readonly since?: string;
  /** First version of Dapr without the key. */
  readonly removed?: string;
  readonly status: Status;
  /** A secret, which must not be shown. */
  readonly sensitive?: true;
  /** Helm may take a value for a number or a boolean: the template makes it text again. */
  readonly textSafe?: true;
  readonly immutable?: { readonly statefulSet: string; readonly when: string };
  /** Workloads whose pods a change restarts. */
  readonly restarts: readonly string[];
  /** Workloads whose number of pods a change changes. */
  readonly scales?: readonly string[];
  /** Objects that the setting brings or takes away. */
  readonly toggles?: readonly string[];
  /** Objects that a change changes, where it neither restarts nor scales anything. */
  readonly updates?: readonly string[];
  /** Sidecars follow when their pods are created anew. */
  readonly sidecars?: true;
  readonly description: string;
  readonly notes?: string;
  /** Why a key that is not live is of no use, and what to do instead. */
  readonly hint?: string;
  /** A page that says more than the chart's values file. */
  readonly see?: string;
}

export interface EnumEntry {
  readonly description: string;
  readonly members: readonly { readonly name: string; readonly value: string; readonly description: string }[];
}

export interface CatalogueData {
  readonly newestMinor: string;
  /** Newest patch of each minor that the catalogue knows. */
  readonly newestPatches: { readonly [minor: string]: string };
  readonly enums: { readonly [name: string]: EnumEntry };
  /** What the groups of keys are about, by the first part of their keys. */
  readonly groups: { readonly [prefix: string]: string };
  readonly settings: readonly Entry[];
}

export function readCatalogue(): CatalogueData {
  return JSON.parse(readFileSync(CATALOGUE_FILE, 'utf8'));
}

/** Whether the library has a typed property for the key. The library states `global.clusterType` itself. */
export function isTyped(entry: Entry): boolean {
  return ['live', 'broken-default'].includes(entry.status) || (entry.status === 'microsoft' && entry.key !== 'global.clusterType');
}
