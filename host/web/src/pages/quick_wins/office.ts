// An office as it is held: "Kepala Dinas Kesehatan", "Plt. Kepala Dinas Kesehatan".
import type { components } from "../../api/schema";
import { sentences } from "../../words/words";
import words from "./office_words.json";

const say = sentences(words);

export type Capacity = components["schemas"]["QuickWinSet"]["signatories"][number]["capacity"];

export const capacities: readonly Capacity[] = ["definitif", "pj", "plt", "plh", "an"];

export const capacityWord = (capacity: Capacity): string => say(capacity);

const before: Record<Capacity, string> = { definitif: "", pj: "Pj. ", plt: "Plt. ", plh: "Plh. ", an: "a.n. " };

/** As it was signed; unsigned: as the set has it. */
export function officeOf(signatory: {
  office?: string;
  capacity: Capacity;
  signature?: { office: string; capacity: Capacity };
}): string {
  const { office = "", capacity } = signatory.signature ?? signatory;
  return before[capacity] + office;
}
