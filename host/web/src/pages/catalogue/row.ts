// What the catalogue keeps of an entry: what its columns show, and no more, so that a reader
// can scroll through very many.
import type { ListedInnovation, Status, EntryKind } from "../../parts/innovation/value_words";

export interface Row {
  id: string;
  revision: number;
  name: string;
  shortName?: string;
  summary?: string;
  status: Status;
  kind: EntryKind;
  owner?: string;
  /** Confirmed; the primary one first. */
  areas: string[];
  hasPrimary: boolean;
  stage?: string;
  form?: string;
  digital?: boolean;
  started?: string;
  applied?: string;
  duration?: number;
  staff?: number;
  /** Rupiah, all years and sources; unknown when one part is. */
  budget?: number;
  pending: boolean;
}

export function budgetOf(budgets: ListedInnovation["budgets"]): number | undefined {
  if (!budgets?.length) return undefined;
  let sum = 0;
  for (const { amount } of budgets) {
    if (amount === undefined) return undefined;
    sum += amount;
  }
  return sum;
}

export function rowOf(entry: ListedInnovation): Row {
  const confirmed = (entry.mappings ?? []).filter((one) => one.confirmed && one.area);
  const ordered = [...confirmed].sort((one, other) => Number(other.primary) - Number(one.primary));
  return {
    id: entry.id,
    revision: entry.revision,
    name: entry.name ?? "",
    shortName: entry.short_name,
    summary: entry.summary,
    status: entry.status,
    kind: entry.entry_kind,
    owner: entry.owner,
    areas: ordered.map((one) => one.area ?? ""),
    hasPrimary: ordered[0]?.primary ?? false,
    stage: entry.stage,
    form: entry.form,
    digital: entry.digital,
    started: entry.started,
    applied: entry.applied,
    duration: entry.duration_months,
    staff: entry.staff,
    budget: budgetOf(entry.budgets),
    pending: entry.pending ?? false,
  };
}
