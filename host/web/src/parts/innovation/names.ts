// Names of what entries refer to by id or key: organisations, areas, dimensions.
import { useMemo } from "preact/hooks";

import { type Organisation, useOrganisations } from "../../api/organisations";
import type { Problem } from "../../api/problem";
import { areaName, dimensionName, dimensionOf, type Taxonomy, useTaxonomy } from "../../api/taxonomy";
import { language } from "../../words/language";
import { titled } from "../../words/words";
import { unknownWord } from "./value_words";

export interface Names {
  organisation: (id: string) => string;
  area: (key: string) => string;
  dimension: (key: string) => string;
  /** The dimension of an area. */
  dimensionOf: (area: string) => string | undefined;
}

export function namesOf(organisations: Organisation[], taxonomy: Taxonomy | undefined): Names {
  const owners = new Map(organisations.map((one) => [one.id, one.name ?? one.code]));
  return {
    organisation: (id) => owners.get(id) ?? unknownWord(),
    area: (key) => titled(areaName(taxonomy, key)),
    dimension: (key) => dimensionName(taxonomy, key),
    dimensionOf: (key) => dimensionOf(taxonomy, key)?.key,
  };
}

export interface NamesLoaded extends Names {
  organisations: Organisation[];
  /** Nothing need be shown before: no id is ever taken for a name. */
  ready: boolean;
  /** Why they do not come. */
  problem?: Problem;
  again: () => void;
}

export function useNames(code: string): NamesLoaded {
  const { list, known, problem, again } = useOrganisations(code);
  const taxonomy = useTaxonomy();
  const ready = known && taxonomy !== undefined;
  return useMemo(
    () => ({ ...namesOf(list, taxonomy), organisations: list, ready, problem, again }),
    [list, taxonomy, ready, problem, again, language.value],
  );
}
