// The groups that bounds and coverage speak of, in words: "dimension:smart-living" is the
// dimension Smart Living, "dimension:*" each dimension.
import { language } from "../../words/language";
import type { Sentence } from "../../words/words";
import { sentences, word } from "../../words/words";
import type { Bound, Coverage } from "./scenario";
import words from "./words.json";

const say = sentences(words);

/** What a scenario can bound, in the order in which the page offers it. */
export const families = [
  "dimension",
  "area",
  "organisation",
  "subdistrict",
  "village",
  "rule",
] as const;
export type Family = (typeof families)[number];

/** The names of the groups that have one beside their key. */
export interface GroupNames {
  dimension: Map<string, Sentence>;
  area: Map<string, Sentence>;
  organisation: Map<string, string>;
}

export const noNames: GroupNames = {
  dimension: new Map(),
  area: new Map(),
  organisation: new Map(),
};

export const familyOf = (group: string) => group.slice(0, group.indexOf(":"));
const keyOfGroup = (group: string) => group.slice(group.indexOf(":") + 1);
export const isFamily = (group: string) => keyOfGroup(group) === "*";

/** A family as one says it after a number: "6 dimensi". */
export function familyWord(family: string): string {
  if (family === "organisation") return say("owner");
  if (family === "rule") return say("group_of_rule");
  return word(family);
}

export function nameOfKey(family: string, key: string, names: GroupNames): string {
  if (family === "dimension" || family === "area") {
    return names[family].get(key)?.[language.value] ?? key;
  }
  if (family === "organisation") return names.organisation.get(key) ?? key;
  return key;
}

export function groupWords(group: string, names: GroupNames): string {
  const family = familyOf(group);
  if (isFamily(group)) return say("each", { family: familyWord(family) });
  const name = nameOfKey(family, keyOfGroup(group), names);
  return family === "organisation" ? name : say("one_group", { family: familyWord(family), name });
}

/** "paling sedikit 1 dan paling banyak 2 dari setiap dimensi" */
export function boundWords({ group, min, max }: Bound, names: GroupNames): string {
  const of = groupWords(group, names);
  if (min !== undefined && min === max) return say("bound_exactly", { min, group: of });
  if (min !== undefined && max !== undefined) return say("bound_both", { min, max, group: of });
  if (max === 0) return say("bound_none", { group: of });
  if (max !== undefined) return say("bound_max", { max, group: of });
  return say("bound_min", { min: min ?? 0, group: of });
}

export const coverageWords = ({ groups, min }: Coverage) =>
  say("coverage_words", { min, family: familyWord(familyOf(groups)) });

/** "tepat 8", "6 sampai 8", "paling banyak 8" */
export function countWords(count: { min?: number; max?: number } | undefined): string {
  const { min, max } = count ?? {};
  if (min !== undefined && min === max) return say("count_exactly", { min });
  if (min !== undefined && max !== undefined) return say("count_both", { min, max });
  if (max !== undefined) return say("count_most", { max });
  if (min !== undefined) return say("count_least", { min });
  return say("count_any");
}
