// What facets and their values are called.
import { fieldName } from "../../parts/innovation/field_names";
import type { Names } from "../../parts/innovation/names";
import {
  digitalWord,
  formWord,
  fundingWord,
  kindWord,
  stageWord,
  statusWord,
} from "../../parts/innovation/value_words";
import { sentences, titled, word } from "../../words/words";
import type { Facet } from "./filter";
import words from "./words.json";

const say = sentences(words);

const titles: Record<Facet, () => string> = {
  status: () => titled(word("status")),
  dimension: () => titled(word("dimension")),
  area: () => titled(word("area")),
  primary_area: () => titled(word("primary-area")),
  owner: () => titled(word("owner")),
  entry_kind: () => fieldName("entry_kind"),
  stage: () => fieldName("stage"),
  form: () => fieldName("form"),
  year: () => say("year"),
  digital: () => fieldName("digital"),
  funding: () => titled(word("funding-source")),
};

const tellers: Record<Facet, (value: string, names: Names) => string> = {
  status: statusWord,
  dimension: (value, names) => names.dimension(value),
  area: (value, names) => names.area(value),
  primary_area: (value, names) => names.area(value),
  owner: (value, names) => names.organisation(value),
  entry_kind: kindWord,
  stage: stageWord,
  form: formWord,
  year: (value) => value,
  digital: (value) => digitalWord(value === "true"),
  funding: fundingWord,
};

export const facetTitle = (facet: Facet) => titles[facet]();

export const facetValue = (facet: Facet, value: string | null, names: Names) =>
  value === null ? titled(word("unknown")) : tellers[facet](value, names);
