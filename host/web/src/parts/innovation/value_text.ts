// The value of one field of an entry as lines of text: for reading and for differences alike.
import { number, percent, rupiah } from "../../formats/formats";
import { partialDate } from "../../formats/partial_date";
import { sentences, word } from "../../words/words";
import { placeName } from "./field_names";
import type { Names } from "./names";
import {
  applicationWord,
  digitalWord,
  formWord,
  fundingWord,
  type Innovation,
  kindWord,
  mappedByWord,
  proposerWord,
  stageWord,
  statusWord,
} from "./value_words";
import words from "./value_text_words.json";

const say = sentences(words);

type Item<Key extends keyof Innovation> =
  NonNullable<Innovation[Key]> extends readonly (infer One)[] ? One : NonNullable<Innovation[Key]>;

const joined = (parts: (string | undefined | false)[], by = " · ") =>
  parts.filter((part) => part !== undefined && part !== false && part !== "").join(by);

const budgetText = (one: Item<"budgets">) =>
  `${one.year}: ${one.amount === undefined ? word("unknown") : rupiah(one.amount)}${
    one.source ? ` (${fundingWord(one.source)})` : ""
  }`;

const measured = (values: { date: string; value?: string }[] | undefined) =>
  values?.map((one) => `${one.value ?? "–"} (${partialDate(one.date)})`).join(", ");

function indicatorText(one: Item<"indicators">): string {
  const from = one.baseline ?? "–";
  return joined([
    one.definition,
    (one.baseline !== undefined || one.target !== undefined) &&
      `${from} → ${one.target ?? "–"}${one.unit ? ` ${one.unit}` : ""}`,
    one.measured?.length ? say("measured", { values: measured(one.measured) ?? "" }) : undefined,
    one.verified?.length ? say("verified", { values: measured(one.verified) ?? "" }) : undefined,
    one.source && say("source", { source: one.source }),
    one.frequency,
  ]);
}

function mappingText(one: Item<"mappings">, names: Names): string {
  return joined([
    names.area(one.area ?? ""),
    word(one.primary ? "primary-area" : "secondary-area"),
    mappedByWord(one.mapped_by),
    one.confidence !== undefined && percent(one.confidence / 1_000_000),
    say(one.confirmed ? "confirmed" : "unconfirmed"),
  ]);
}

function placeText(one: Item<"places">): string {
  return joined([
    one.village && `${word("village")} ${one.village}`,
    one.subdistrict && `${word("subdistrict")} ${one.subdistrict}`,
    one.latitude && one.longitude && `${one.latitude}, ${one.longitude}`,
  ]);
}

const readinessText = (one: Item<"readiness">) =>
  joined([
    one.struktur !== undefined && `${word("structure")} ${one.struktur}`,
    one.infrastruktur !== undefined && `${word("infrastructure")} ${one.infrastruktur}`,
    one.suprastruktur !== undefined && `${word("superstructure")} ${one.suprastruktur}`,
  ]);

const planText = (one: Item<"plan_links">) =>
  joined([`${word(one.kind)}: ${one.text ?? say("linked")}`, !one.item && word("unresolved-link")]);

const proposerText = (one: Item<"proposer">, names: Names) =>
  joined([
    one.kind && proposerWord(one.kind),
    one.organisation && names.organisation(one.organisation),
    one.text,
  ]);

const originText = (one: Item<"origin">) =>
  say("origin", { list: one.list ?? "–", row: number(one.row), sheet: one.sheet ?? "" }).trim();

/** What stands in the values of fields that are lists, objects or words of their own. */
type Teller = (value: never, names: Names) => string;
const tellers: Partial<Record<keyof Innovation, Teller>> = {
  entry_kind: (value: Innovation["entry_kind"]) => kindWord(value),
  status: (value: Innovation["status"]) => statusWord(value),
  owner: (id: string, names: Names) => names.organisation(id),
  supporting_organisations: (id: string, names: Names) => names.organisation(id),
  proposer: proposerText,
  digital: (value: boolean) => digitalWord(value),
  application: (value: Item<"application">) => joined([applicationWord(value.use), value.name], ": "),
  form: (value: string) => formWord(value),
  stage: (value: string) => stageWord(value),
  started: (value: string) => partialDate(value),
  applied: (value: string) => partialDate(value),
  plan_links: planText,
  sipd: (value: Item<"sipd">) => joined([value.code, value.edition && `(${value.edition})`], " "),
  budgets: budgetText,
  readiness: readinessText,
  indicators: indicatorText,
  places: placeText,
  evidence: (value: Item<"evidence">) =>
    joined([value.file_name ?? value.sha256?.slice(0, 8), value.field && placeName(value.field)]),
  mappings: mappingText,
  origin: originText,
};

const isTold = (field: string): field is keyof typeof tellers => field in tellers;

function plain(value: unknown): string {
  if (typeof value === "boolean") return say(value ? "yes" : "no");
  if (typeof value === "number") return number(value);
  if (typeof value !== "object" || value === null) return String(value ?? "");
  if (Array.isArray(value)) return value.map(plain).join(", ");
  return Object.entries(value).map(([key, inner]) => `${key}: ${plain(inner)}`).join("; ");
}

/** What lies within an item of a field, by the last step of its pointer. */
const parts: Record<string, (value: string, names: Names) => string> = {
  organisation: (id, names) => names.organisation(id),
  area: (key, names) => names.area(key),
  item: () => say("linked"),
  mapped_by: (by) => (by === "person" || by === "importer" || by === "suggestion" ? mappedByWord(by) : by),
  use: (use) => (use === "builds" || use === "extends" || use === "reuses" ? applicationWord(use) : use),
  source: fundingWord,
  kind: proposerWord,
  date: partialDate,
};
const numberParts: Record<string, (value: number) => string> = {
  amount: rupiah,
  year: String,
  confidence: (millionths) => percent(millionths / 1_000_000),
};

function partText(part: string, value: unknown, names: Names): string {
  if (typeof value === "string") return parts[part]?.(value, names) ?? value;
  if (typeof value === "number") return numberParts[part]?.(value) ?? number(value);
  return plain(value);
}

const isSame = (value: unknown, like: "object" | "scalar") =>
  (typeof value === "object" && value !== null) === (like === "object");

/** Fields whose teller reads an object; the others read text, numbers or yes and no. */
const objects = new Set<string>([
  "proposer", "application", "plan_links", "sipd", "budgets", "readiness", "indicators", "places",
  "evidence", "mappings", "origin",
]);

/** The same of what lies at a pointer: a field, an item of it, or a part of an item. */
export function linesAt(pointer: string, value: unknown, names: Names): string[] {
  const [field = "", ...within] = pointer.split("/").slice(1);
  const part = within.at(-1);
  const isPart = part !== undefined && !/^\d+$/.test(part) && typeof value !== "object";
  return isPart ? [partText(part, value, names)] : valueLines(field, value, names);
}

/** The lines of a whole field, or of one item of it. */
export function valueLines(field: string, value: unknown, names: Names): string[] {
  if (value === undefined || value === null || value === "") return [];
  if (Array.isArray(value)) return value.flatMap((one) => valueLines(field, one, names));
  const teller = isTold(field) ? tellers[field] : undefined;
  // A change may lie deeper than the teller reads: then the value speaks for itself.
  if (!teller || !isSame(value, objects.has(field) ? "object" : "scalar")) {
    return field === "attributes" && typeof value === "object"
      ? Object.entries(value).map(([key, inner]) => `${key}: ${plain(inner)}`)
      : [plain(value)];
  }
  return [teller(value as never, names)];
}
