// The columns of the catalogue, and which of them this device shows.
import { signal } from "@preact/signals";

import { number, rupiahShort } from "../../formats/formats";
import { partialDate } from "../../formats/partial_date";
import { fieldName } from "../../parts/innovation/field_names";
import type { Names } from "../../parts/innovation/names";
import { digitalWord, formWord, kindWord, stageWord } from "../../parts/innovation/value_words";
import { sentences, titled, word } from "../../words/words";
import type { Sort } from "./filter";
import type { Row } from "./row";
import words from "./words.json";

const say = sentences(words);

export interface Column {
  key: string;
  title: () => string;
  /** undefined: it is not known. */
  text: (row: Row, names: Names) => string | undefined;
  sort?: Sort;
  isNumber?: boolean;
  /** The field that a region must have opened for who does not see everything. */
  field?: string;
}

/** Beside the name, which always stands first, and the status. */
export const columns: Column[] = [
  {
    key: "owner",
    title: () => titled(word("owner")),
    text: (row, names) => (row.owner ? names.organisation(row.owner) : undefined),
  },
  {
    key: "primary_area",
    title: () => titled(word("primary-area")),
    text: (row, names) => (row.hasPrimary && row.areas[0] ? names.area(row.areas[0]) : undefined),
  },
  {
    key: "areas",
    title: () => say("all_areas"),
    text: (row, names) => row.areas.map(names.area).join(", ") || undefined,
  },
  {
    key: "dimension",
    title: () => titled(word("dimension")),
    text: (row, names) =>
      [...new Set(row.areas.map((area) => names.dimensionOf(area) ?? ""))]
        .map(names.dimension)
        .join(", ") || undefined,
  },
  { key: "entry_kind", title: () => fieldName("entry_kind"), text: (row) => kindWord(row.kind) },
  {
    key: "stage",
    title: () => fieldName("stage"),
    text: (row) => (row.stage ? stageWord(row.stage) : undefined),
    field: "stage",
  },
  {
    key: "form",
    title: () => fieldName("form"),
    text: (row) => (row.form ? formWord(row.form) : undefined),
    field: "form",
  },
  {
    key: "digital",
    title: () => fieldName("digital"),
    text: (row) => (row.digital === undefined ? undefined : digitalWord(row.digital)),
    field: "digital",
  },
  {
    key: "started",
    title: () => fieldName("started"),
    text: (row) => (row.started ? partialDate(row.started) : undefined),
    field: "started",
  },
  {
    key: "applied",
    title: () => fieldName("applied"),
    text: (row) => (row.applied ? partialDate(row.applied) : undefined),
    sort: "applied",
    field: "applied",
  },
  {
    key: "duration",
    title: () => fieldName("duration_months"),
    text: (row) => (row.duration === undefined ? undefined : number(row.duration)),
    isNumber: true,
    field: "duration_months",
  },
  {
    key: "staff",
    title: () => fieldName("staff"),
    text: (row) => (row.staff === undefined ? undefined : number(row.staff)),
    isNumber: true,
    field: "staff",
  },
  {
    key: "budget",
    title: () => fieldName("budgets"),
    text: (row) => (row.budget === undefined ? undefined : rupiahShort(row.budget)),
    sort: "budget",
    isNumber: true,
    field: "budgets",
  },
];

const place = "pilah.catalogue.columns";
const usual = ["owner", "primary_area", "stage", "started"];

function recalled(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? "null");
    if (!Array.isArray(kept)) return usual;
    return columns.map((one) => one.key).filter((key) => kept.includes(key));
  } catch {
    return usual; // storage is closed to us, or holds something else
  }
}

export const chosenColumns = signal<string[]>(typeof localStorage === "undefined" ? usual : recalled());

export function showColumn(key: string, shown: boolean) {
  const kept = new Set(chosenColumns.value);
  if (shown) kept.add(key);
  else kept.delete(key);
  chosenColumns.value = columns.map((one) => one.key).filter((one) => kept.has(one));
  try {
    localStorage.setItem(place, JSON.stringify(chosenColumns.value));
  } catch {
    // the choice lasts as long as the page
  }
}
