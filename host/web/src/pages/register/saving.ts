// From what is typed to an entry of the catalogue: the document that the API takes, and the
// steps of a save that may break off anywhere and is then done again without a second entry.
import type { Problem } from "../../api/problem";
import { decimal, rupiahOf, wholeOf } from "../../formats/typed_numbers";
import { type Budget, type FieldKey, fieldKeys, type Indicator, isEmpty, same, type Typed } from "./typed";

/** Values as JSON; what is empty is left out. */
export type EntryDocument = Record<string, unknown>;

const asDecimal = (text: string | undefined) => text && (decimal(text) ?? text);

function cleanIndicator(indicator: Indicator): Indicator {
  return {
    ...indicator,
    baseline: asDecimal(indicator.baseline),
    target: asDecimal(indicator.target),
    measured: indicator.measured
      ?.filter((one) => !isEmpty(one))
      .map((one) => ({ ...one, value: asDecimal(one.value) })),
  };
}

/** What cannot be read goes as it is; the API says what is wrong with it. */
const asNumber = (typed: number | string | undefined, read: (text: string) => number | undefined) =>
  typeof typed === "string" ? (read(typed) ?? typed) : typed;

const cleanBudget = (budget: Budget): Budget => ({
  ...budget,
  year: asNumber(budget.year, wholeOf),
  amount: asNumber(budget.amount, rupiahOf),
});

function cleaned(value: unknown): unknown {
  if (typeof value === "string") return value.trim();
  if (Array.isArray(value)) return value.filter((one) => !isEmpty(one)).map(cleaned);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => !isEmpty(member));
  return Object.fromEntries(members.map(([key, member]) => [key, cleaned(member)]));
}

/** What a new entry is made from. */
export function entryOf(typed: Typed): EntryDocument {
  const { _from, ...fields } = typed;
  const document = {
    ...fields,
    indicators: fields.indicators?.map(cleanIndicator),
    budgets: fields.budgets?.map(cleanBudget),
    staff: asNumber(fields.staff, wholeOf),
    duration_months: asNumber(fields.duration_months, wholeOf),
    application: fields.digital === true ? fields.application : undefined,
  };
  return Object.fromEntries(
    Object.entries(document)
      .filter(([, value]) => !isEmpty(value))
      .map(([key, value]) => [key, cleaned(value)]),
  );
}

const members: Partial<Record<FieldKey, string[]>> = {
  application: ["use", "name"],
  readiness: ["struktur", "infrastruktur", "suprastruktur"],
};

/** What changes an entry into what is typed: null empties a field (RFC 7386). */
export function changeOf(typed: Typed): EntryDocument {
  const document = entryOf(typed);
  return Object.fromEntries(
    fieldKeys.map((key) => {
      const value = document[key];
      if (value === undefined) return [key, null];
      const nulls = Object.fromEntries((members[key] ?? []).map((member) => [member, null]));
      return [key, members[key] && typeof value === "object" ? { ...nulls, ...value } : value];
    }),
  );
}

export interface Difference {
  key: FieldKey;
  mine: unknown;
  theirs: unknown;
}

export function differences(mine: Typed, theirs: Typed): Difference[] {
  return fieldKeys
    .filter((key) => !same(mine[key], theirs[key]))
    .map((key) => ({ key, mine: mine[key], theirs: theirs[key] }));
}

/** Mine, with those fields of theirs. */
export function taking(mine: Typed, theirs: Typed, keys: readonly FieldKey[]): Typed {
  const taken = Object.fromEntries(keys.map((key) => [key, theirs[key]]));
  return { ...mine, ...taken };
}

export type Changed = Record<string, { before?: unknown; after?: unknown }>;

/**
 * The fields that somebody else changed in the entry and that were left alone here: they are
 * taken over without asking.
 */
export function untouched(mine: Typed, changed: Changed): FieldKey[] {
  return fieldKeys.filter((key) => {
    const change = changed[key];
    return change !== undefined && same(mine[key], change.before);
  });
}

export type Saved =
  | { is: "saved"; id: string; revision: number }
  | { is: "changed"; theirs: Typed; changed: Changed | undefined }
  | { is: "problem"; problem: Problem };

export interface Catalogue {
  /** The same key and document again answer the entry that was made the first time. */
  create(document: EntryDocument, key: string): Promise<Saved>;
  change(id: string, revision: number, document: EntryDocument): Promise<Saved>;
  dropWorkingCopy(id: string): Promise<void>;
}

/** What a first save was begun with, on the device. */
export interface Notes {
  keep(document: EntryDocument): boolean;
  kept(): EntryDocument | undefined;
  erase(): void;
}

/**
 * A new entry of a working copy. When an earlier try broke off after the catalogue had made the
 * entry, the same request is sent again and answers that entry, which then becomes what is
 * typed by now.
 */
export async function saveNew(
  catalogue: Catalogue,
  notes: Notes,
  workingCopy: string,
  typed: Typed,
): Promise<Saved> {
  const document = entryOf(typed);
  const first = notes.kept() ?? document;
  notes.keep(first);
  const made = await catalogue.create(first, workingCopy);
  if (wasRefused(made)) notes.erase(); // nothing was made; the next try begins anew
  if (made.is !== "saved") return made;
  const saved = same(first, document)
    ? made
    : await catalogue.change(made.id, made.revision, changeOf(typed));
  if (saved.is !== "saved") return saved;
  await catalogue.dropWorkingCopy(workingCopy);
  notes.erase();
  return saved;
}

const wasRefused = (saved: Saved) => saved.is === "problem" && [400, 403, 413, 422].includes(saved.problem.status);

export async function saveChange(catalogue: Catalogue, id: string, typed: Typed): Promise<Saved> {
  const saved = await catalogue.change(id, typed._from ?? 0, changeOf(typed));
  if (saved.is === "saved") await catalogue.dropWorkingCopy(id);
  return saved;
}
