// The organisations of a region, by name, and by their ids.
import { useMemo } from "preact/hooks";

import { api } from "./client";
import { type Resource, useResource } from "./resource";
import type { components } from "./schema";

const byName = new Intl.Collator("id");

export type Organisation = components["schemas"]["Organisation"];

export interface Organisations extends Omit<Resource<unknown>, "value"> {
  /** Empty until they have come: `known` tells. */
  list: Organisation[];
  byId: ReadonlyMap<string, Organisation>;
  known: boolean;
}

export function useOrganisations(code: string): Organisations {
  const { value, ...found } = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/organisations", { params: { path: { code } }, signal }),
    [code],
  );
  const list = useMemo(
    () =>
      [...(value?.organisations ?? [])].sort((one, other) =>
        byName.compare(one.name ?? "", other.name ?? ""),
      ),
    [value],
  );
  const byId = useMemo(() => new Map(list.map((one) => [one.id, one])), [list]);
  return { ...found, list, byId, known: value !== undefined };
}
