// Names of what entries refer to by id or key: organisations, areas, dimensions.
import { useMemo } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import type { components } from "../../api/schema";
import { language } from "../../words/language";
import { titled } from "../../words/words";
import { unknownWord } from "./value_words";

type Organisation = components["schemas"]["Organisation"];
type Taxonomy = components["schemas"]["Taxonomy"];

export interface Names {
  organisation: (id: string) => string;
  area: (key: string) => string;
  dimension: (key: string) => string;
  /** The dimension of an area. */
  dimensionOf: (area: string) => string | undefined;
}

export function namesOf(organisations: Organisation[], taxonomy: Taxonomy | undefined): Names {
  const owners = new Map(organisations.map((one) => [one.id, one.name ?? one.code]));
  const areas = new Map(
    taxonomy?.dimensions.flatMap((dimension) =>
      dimension.areas.map((area) => [area.key, { area, dimension: dimension.key }] as const),
    ),
  );
  const dimensions = new Map(taxonomy?.dimensions.map((one) => [one.key, one.name]));
  return {
    organisation: (id) => owners.get(id) ?? unknownWord(),
    area: (key) => titled(areas.get(key)?.area.name[language.value] ?? key),
    dimension: (key) => dimensions.get(key)?.[language.value] ?? key,
    dimensionOf: (key) => areas.get(key)?.dimension,
  };
}

export interface NamesLoaded extends Names {
  organisations: Organisation[];
  /** Nothing need be shown before: no id is ever taken for a name. */
  ready: boolean;
}

export function useNames(code: string): NamesLoaded {
  const organisations = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/organisations", { params: { path: { code } }, signal }),
    [code],
  );
  const taxonomy = useResource((signal) => api.GET("/api/v1/taxonomy", { signal }), []);
  const ready = !!organisations.value && !!taxonomy.value;
  return useMemo(() => {
    const all = organisations.value?.organisations ?? [];
    return { ...namesOf(all, taxonomy.value), organisations: all, ready };
  }, [organisations.value, taxonomy.value]);
}
