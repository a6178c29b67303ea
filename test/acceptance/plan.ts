/** One resource that a plan would touch. */
export interface PlannedChange {
  readonly address: string;
  /** As Terraform says it: `['create']`, `['update']`, `['delete', 'create']`, `['no-op']` for a mere move or import... */
  readonly actions: string[];
  /** The attributes that force a replacement, as dotted paths. */
  readonly replacePaths: string[];
  /** Why, where Terraform says so: `replace_by_triggers`, `delete_because_no_resource_config`... */
  readonly reason?: string;
  /** Where a `moved` block took it from. */
  readonly movedFrom?: string;
  readonly imported: boolean;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
}

export interface Plan {
  /** What the plan would touch; resources it leaves as they are and data sources are left out. */
  readonly changes: PlannedChange[];
  /** Nothing to do: what Terraform calls "No changes". */
  readonly empty: boolean;
  /** One line for each change: `replace azurerm_kubernetes_cluster_extension.Dapr (version)`. */
  readonly summary: string[];
}

interface PlanJson {
  readonly resource_changes?: {
    readonly address: string;
    readonly previous_address?: string;
    readonly mode: string;
    readonly action_reason?: string;
    readonly change: {
      readonly actions: string[];
      readonly replace_paths?: (string | number)[][];
      readonly importing?: object;
      readonly before: Record<string, unknown> | null;
      readonly after: Record<string, unknown> | null;
    };
  }[];
  readonly output_changes?: Record<string, { readonly actions: string[] }>;
}

const isNoOp = (actions: string[]) => actions.join() === 'no-op';

/** Reads what `terraform show -json` prints for a plan. */
export function parsePlan(json: string): Plan {
  const plan = JSON.parse(json) as PlanJson;
  const changes = (plan.resource_changes ?? [])
    .filter(({ mode }) => mode === 'managed')
    .map(({ address, previous_address, action_reason, change }): PlannedChange => ({
      address,
      actions: change.actions,
      replacePaths: (change.replace_paths ?? []).map((path) => path.join('.')),
      reason: action_reason,
      movedFrom: previous_address,
      imported: change.importing !== undefined,
      before: change.before,
      after: change.after,
    }))
    .filter(({ actions, imported, movedFrom }) => !isNoOp(actions) || imported || movedFrom !== undefined);
  const outputsStay = Object.values(plan.output_changes ?? {}).every(({ actions }) => isNoOp(actions));
  return { changes, empty: changes.length === 0 && outputsStay, summary: changes.map(line) };
}

function line({ address, actions, replacePaths, movedFrom, imported }: PlannedChange): string {
  const verbs = [
    ...(movedFrom === undefined ? [] : ['move']),
    ...(imported ? ['import'] : []),
    ...(isNoOp(actions) ? [] : [actions.length > 1 ? 'replace' : actions[0]]),
  ];
  const why = replacePaths.length > 0 ? ` (${replacePaths.join(', ')})` : '';
  return `${verbs.join(' and ')} ${address}${why}`;
}
