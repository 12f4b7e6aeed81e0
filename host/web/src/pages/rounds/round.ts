// A round, ready to be told: who was there, what it needs, what it produced.
import type { components } from "../../api/schema";

export type Round = components["schemas"]["Round"];
export type Presence = Round["attendance"][number]["presence"];
export type Product = NonNullable<Round["products"]>[number];

interface Organisation {
  id: string;
  name?: string;
  kind: string;
  valid_to?: string;
}

export interface PresenceRow {
  organisation: string;
  name: string;
  /** undefined: not recorded, which is not absent. */
  presence?: Presence;
  replacedBy?: string;
}

/** Every agency there is, and whoever else was recorded or is asked for, by name. */
export function presenceRows(
  round: Round,
  organisations: readonly Organisation[],
  further: readonly string[] = [],
): PresenceRow[] {
  const recorded = new Map(round.attendance.map((one) => [one.organisation, one]));
  const rows = organisations
    .filter(
      (one) =>
        (one.kind === "opd" && !one.valid_to) || recorded.has(one.id) || further.includes(one.id),
    )
    .map((one): PresenceRow => {
      const known = recorded.get(one.id);
      return {
        organisation: one.id,
        name: one.name ?? known?.organisation_name ?? one.id,
        presence: known?.presence,
        replacedBy: known?.replaced_by_name,
      };
    });
  return rows.sort((one, other) => one.name.localeCompare(other.name, "id"));
}

interface PresenceCounts {
  present: number;
  online: number;
  absent: number;
  unknown: number;
}

export function presenceCounts(rows: readonly PresenceRow[]): PresenceCounts {
  const counts: PresenceCounts = { present: 0, online: 0, absent: 0, unknown: 0 };
  for (const row of rows) counts[row.presence ?? "unknown"] += 1;
  return counts;
}

export interface Needs {
  /** The round that must be closed before this one opens. */
  before?: string;
  /** Products whose document is not there. */
  documents: readonly string[];
}

/** What still stands between a round and its end. */
export function needsOf(round: Round, rounds: readonly Round[]): Needs {
  if (round.state === "closed") return { documents: [] };
  const follows = rounds.find((one) => one.id === round.follows);
  const waits = round.state === "planned" && follows && follows.state !== "closed";
  return { before: waits ? follows.name : undefined, documents: round.missing };
}

/** Products with their documents. */
export const produced = (round: Round): Product[] =>
  (round.products ?? []).filter((one) => one.document);

/** One item for each line that says something. */
export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

export interface PlanTyped {
  name: string;
  from: string;
  to: string;
  place: string;
  follows: string;
  agenda: string;
}

export const planOf = (round?: Round): PlanTyped => ({
  name: round?.name ?? "",
  from: round?.from ?? "",
  to: round?.to ?? "",
  place: round?.place ?? "",
  follows: round?.follows ?? "",
  agenda: (round?.agenda ?? []).join("\n"),
});

/** As a new round is asked for: what is not filled in is left out. */
export function newRound(typed: PlanTyped, products: readonly string[]) {
  return {
    name: typed.name,
    ...(typed.from && { from: typed.from }),
    ...(typed.to && { to: typed.to }),
    ...(typed.place && { place: typed.place }),
    ...(typed.follows && { follows: typed.follows }),
    agenda: linesOf(typed.agenda),
    products: products.map((name) => ({ name })),
  };
}

/** As a change: what was emptied is taken away. */
export function planChange(typed: PlanTyped) {
  return {
    name: typed.name,
    from: typed.from || null,
    to: typed.to || null,
    place: typed.place || null,
    follows: typed.follows || null,
    agenda: linesOf(typed.agenda),
  };
}

type Comparison = components["schemas"]["RoundComparison"];
export type Difference = Comparison["differences"][number];
export type Fate = Difference["fate"];

export const fates: readonly Fate[] = ["added", "mapped_otherwise", "changed", "gone"];

/** The differences of each fate that has any. */
export function byFate(differences: readonly Difference[]): { fate: Fate; of: Difference[] }[] {
  return fates
    .map((fate) => ({ fate, of: differences.filter((one) => one.fate === fate) }))
    .filter((group) => group.of.length > 0);
}
