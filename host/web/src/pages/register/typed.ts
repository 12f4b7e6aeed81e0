// What is typed in the form: the fields of an entry that people fill in, as they typed them.
// Numbers are texts until they are saved, so that no letter is lost; what the host keeps as the
// working copy is exactly this.
import type { components } from "../../api/schema";

type NewInnovation = components["schemas"]["NewInnovation"];

/** What people fill in; the rest is the host's, a verifier's, or lies beside (evidence). */
export type FieldKey = Exclude<keyof NewInnovation, "status" | "evidence" | "attributes" | "proposer" | "sipd">;

export type Budget = Omit<NonNullable<NewInnovation["budgets"]>[number], "amount" | "year"> & {
  year?: number | string;
  amount?: number | string;
};
export type Indicator = NonNullable<NewInnovation["indicators"]>[number];
export type Place = NonNullable<NewInnovation["places"]>[number];
export type PlanLink = NonNullable<NewInnovation["plan_links"]>[number];
export type Mapping = NonNullable<NewInnovation["mappings"]>[number];
export type Readiness = NonNullable<NewInnovation["readiness"]>;
export type Application = NonNullable<NewInnovation["application"]>;

export type Typed = Omit<
  Partial<Pick<NewInnovation, FieldKey>>,
  "budgets" | "staff" | "duration_months"
> & {
  budgets?: Budget[];
  staff?: number | string;
  duration_months?: number | string;
  /** The revision of the entry that it was begun from; none: a new entry. */
  _from?: number;
};

export const fieldKeys: FieldKey[] = [
  "entry_kind", "owner", "supporting_organisations", "name", "short_name", "summary", "problem",
  "target_group", "benefit", "uniqueness", "digital", "application", "form", "stage", "started",
  "applied", "affairs", "plan_links", "budgets", "staff", "duration_months", "readiness",
  "indicators", "partners", "risks", "potential", "strategy", "resources", "places", "links",
  "mappings",
];

/** Nothing was filled in there; blanks are nothing. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  if (Array.isArray(value)) return value.every(isEmpty);
  if (typeof value === "object") return Object.values(value).every(isEmpty);
  return false;
}

/** The same, whatever the order of members; what is empty is as good as absent. */
export function same(one: unknown, other: unknown): boolean {
  if (isEmpty(one) && isEmpty(other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each, at) => same(each, other[at]));
  }
  if (isRecord(one) && isRecord(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...keys].every((key) => same(one[key], other[key]));
  }
  return one === other;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The fields of the form, of an entry as the API tells it. */
export function typedOf(entry: Partial<NewInnovation> & { revision?: number }): Typed {
  const fields = Object.fromEntries(
    fieldKeys.filter((key) => entry[key] !== undefined).map((key) => [key, entry[key]]),
  );
  return { ...fields, ...(entry.revision !== undefined && { _from: entry.revision }) };
}
