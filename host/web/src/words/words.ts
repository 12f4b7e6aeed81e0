// Sentences of the pages. Each page keeps its own beside it as JSON, key -> {id, en}; in them
// {name} is an argument and {{agency}} a word of registry-data/glossary.json, as the chosen
// region says it.
import glossary from "virtual:glossary";

import { region } from "../shell/region";
import { language } from "./language";

export interface Sentence {
  id: string;
  en: string;
}
type Arguments = Record<string, string | number>;

/** A word of the glossary as this kind of region says it (Bupati, Wali Kota, Gubernur ...). */
export function word(key: string): string {
  const found = glossary[key];
  if (!found) throw new Error(`the glossary has no word "${key}"`);
  const here = region.value;
  const variant = found.variants?.find(
    ({ when }) =>
      here !== undefined &&
      (!when.kind || when.kind === here.kind) &&
      (!when.province || here.code.startsWith(when.province)),
  );
  return (variant ?? found)[language.value];
}

export function filled(text: string, given: Arguments = {}): string {
  return text
    .replace(/\{\{([a-z-]+)\}\}/g, (_, key: string) => word(key))
    .replace(/\{([a-z_]+)\}/g, (place, name: string) => String(given[name] ?? place));
}

/** The sentences of one page: `const say = sentences(words); say("title")`. */
export function sentences<Key extends string>(catalogue: Record<Key, Sentence>) {
  return (key: Key, given?: Arguments): string => filled(catalogue[key][language.value], given);
}

/** `text` with its first letter in upper case: words of the glossary begin in lower case. */
export function titled(text: string): string {
  return text.charAt(0).toLocaleUpperCase("id") + text.slice(1);
}
