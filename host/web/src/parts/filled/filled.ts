// How far an entry already fills the forms that others ask for: which part of which form has
// its answer in the entry (registry-data/reporting_forms.json).
import type { Sentence } from "../../words/words";

/** "/summary", "/indicators" followed by every element, "/plan_links/kind=rpjmd/item". */
export type Pointer = string;

interface FormPart {
  key: string;
  title: Sentence;
  fields: Pointer[];
  least: number;
  words?: number;
  standing?: string;
}

interface ReportingForm {
  key: string;
  name: Sentence;
  valid_from: string;
  parts: FormPart[];
}

/** outside: the form asks for what an entry does not keep. */
type PartState = "filled" | "open" | "too_long" | "outside";

export interface PartAnswer {
  part: FormPart;
  state: PartState;
  /** How many words there are, where the form has a limit. */
  words?: number;
}

export interface FormAnswer {
  form: ReportingForm;
  parts: PartAnswer[];
  filled: number;
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,/-]*/gu)?.length ?? 0;
}

function isFilled(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return false;
  if (Array.isArray(value)) return value.some(isFilled);
  if (typeof value === "object") return Object.values(value).some(isFilled);
  return true;
}

function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}

/** The filled-in values at that place; a list counts as its elements. */
export function valuesAt(entry: object, pointer: Pointer): unknown[] {
  let found: unknown[] = [entry];
  for (const step of pointer.split("/").slice(1)) {
    const [name, wanted] = step.split("=");
    const elements = found.flatMap((each) => (Array.isArray(each) ? (each as unknown[]) : []));
    if (wanted !== undefined) {
      found = elements.filter((each) => String(member(each, name ?? "")) === wanted);
    } else {
      found = step === "*" ? elements : found.map((each) => member(each, step));
    }
  }
  return found.flatMap((each) => (Array.isArray(each) ? (each as unknown[]) : [each])).filter(isFilled);
}

function answerOf(part: FormPart, entry: object): PartAnswer {
  if (part.fields.length === 0) return { part, state: "outside" };
  const values = part.fields.flatMap((pointer) => valuesAt(entry, pointer));
  if (values.length < part.least) return { part, state: "open" };
  if (part.words === undefined) return { part, state: "filled" };
  const words = values.reduce<number>((sum, value) => sum + countWords(String(value)), 0);
  return { part, state: words > part.words ? "too_long" : "filled", words };
}

export function answersOf(forms: ReportingForm[], entry: object): FormAnswer[] {
  return forms.map((form) => {
    const parts = form.parts.map((part) => answerOf(part, entry));
    return { form, parts, filled: parts.filter(({ state }) => state === "filled").length };
  });
}

/** The most words that one of the forms takes in this field. */
export function limitOfWords(
  forms: ReportingForm[],
  pointer: Pointer,
): { form: ReportingForm; part: FormPart; words: number } | undefined {
  for (const form of forms) {
    const part = form.parts.find((one) => one.words !== undefined && one.fields.includes(pointer));
    if (part?.words !== undefined) return { form, part, words: part.words };
  }
  return undefined;
}
