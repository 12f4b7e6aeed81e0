// Money by year and source of funds, as formulations and plans name it.
import type { components } from "../api/schema";
import { rupiah } from "../formats/formats";
import { numberSent, rupiahOf, wholeOf } from "../formats/typed_numbers";
import { sentences } from "../words/words";
import words from "./costs.json";

const say = sentences(words);

type NewCost = NonNullable<components["schemas"]["NewFormulation"]["costs"]>[number];
type Cost = NonNullable<components["schemas"]["QuickWinSet"]["formulations"][number]["costs"]>[number];
export type Source = NonNullable<Cost["source"]>;

export const sources: readonly Source[] = ["apbd", "apbn", "csr", "community", "village_fund", "grant", "other"];

export const sourceWord = (source: Source): string => say(source);

/** One row of a form, as it is typed. */
export interface CostRow {
  year: string;
  source: Source | "";
  amount: string;
}

export const rowsOf = (costs: readonly Cost[] | undefined): CostRow[] =>
  (costs ?? []).map((cost) => ({
    year: String(cost.year),
    source: cost.source ?? "",
    amount: cost.amount === undefined ? "" : String(cost.amount),
  }));

/** An amount that is not known yet is left out: it is not 0. */
export const costsOf = (rows: readonly CostRow[]): NewCost[] =>
  rows.map((row) => {
    const amount = numberSent(row.amount, rupiahOf);
    return {
      year: numberSent(row.year, wholeOf) ?? 0,
      ...(row.source && { source: row.source }),
      ...(amount !== undefined && { amount }),
    };
  });

/** "2025: Rp 320.000.000 (APBD)". */
export function costText(cost: Cost): string {
  const amount = cost.amount === undefined ? say("unknown") : rupiah(cost.amount);
  return `${cost.year}: ${amount}${cost.source ? ` (${sourceWord(cost.source)})` : ""}`;
}
