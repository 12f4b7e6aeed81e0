// The organisations of a region, by name, and by their ids.
import { useMemo } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import type { Organisation } from "./account";

export function useOrganisations(code: string) {
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/organisations", { params: { path: { code } }, signal }),
    [code],
  );
  const list = useMemo(() => {
    const all: Organisation[] = [...(found.value?.organisations ?? [])];
    return all.sort((one, other) => (one.name ?? "").localeCompare(other.name ?? "", "id"));
  }, [found.value]);
  const byId = useMemo(() => new Map(list.map((one) => [one.id, one])), [list]);
  return { ...found, list, byId };
}
