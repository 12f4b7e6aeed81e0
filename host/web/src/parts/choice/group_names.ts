// The names of dimensions, areas and owners, as the page needs them to speak of bounds.
import { useMemo } from "preact/hooks";

import { useOrganisations } from "../../api/organisations";
import { useTaxonomy } from "../../api/taxonomy";
import type { Choice } from "./answers";
import { type GroupNames, noNames } from "./groups";

export function useGroupNames(code: string): GroupNames {
  const taxonomy = useTaxonomy();
  const organisations = useOrganisations(code).list;
  return useMemo(
    () => ({
      dimension: new Map(taxonomy?.dimensions.map((one) => [one.key, one.name])),
      area: new Map(
        taxonomy?.dimensions.flatMap((one) => one.areas).map((one) => [one.key, one.name]),
      ),
      organisation: new Map(
        organisations.flatMap((one) =>
          one.code && one.name ? [[one.code, one.name] as const] : [],
        ),
      ),
    }),
    [taxonomy, organisations],
  );
}

/** Those in which the choice has a candidate. */
export function namesAmong(names: GroupNames, choice: Choice | undefined): GroupNames {
  if (!choice) return noNames;
  const dimensions = new Set(choice.candidates.map((one) => one.dimension));
  const areas = new Set(choice.candidates.flatMap((one) => one.areas));
  const owners = new Set(choice.candidates.map((one) => one.owner?.code));
  const among = <Name>(all: Map<string, Name>, there: { has: (key: string) => boolean }) =>
    new Map([...all].filter(([key]) => there.has(key)));
  return {
    dimension: among(names.dimension, dimensions),
    area: among(names.area, areas),
    organisation: among(names.organisation, owners),
  };
}
