// What the fields of an entry are called: the same sentences as the API's own, by which history
// names them.
import catalogue from "registry-data/messages/field.json";

import { language } from "../../words/language";
import { sentences } from "../../words/words";
import words from "./field_words.json";

const say = sentences(words);

type FieldKey = keyof typeof catalogue extends `field.${infer Key}` ? Key : never;

const isField = (key: string): key is FieldKey => `field.${key}` in catalogue;
const isPart = (key: string): key is keyof typeof words => key in words;

/** "benefit" as "Manfaat". */
export const fieldName = (key: string): string =>
  isField(key) ? catalogue[`field.${key}`][language.value] : key;

/** Where a JSON pointer leads within an entry: "/indicators/0/target" as "Indikator 1, target". */
export function placeName(pointer: string): string {
  const [field, ...rest] = pointer.split("/").slice(1);
  if (!field) return say("whole");
  const within = rest.map((step) =>
    /^\d+$/.test(step) ? String(Number(step) + 1) : `, ${isPart(step) ? say(step) : step}`,
  );
  return `${fieldName(field)} ${within.join(" ")}`.replaceAll(" ,", ",").trim();
}
