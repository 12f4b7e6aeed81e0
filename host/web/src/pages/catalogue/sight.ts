// Which facets, orders and columns a reader may ask by: those of fields that the region shows.
// The API decides; this only spares questions that it would refuse.
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { seesWholeRegion } from "../../shell/session";
import type { Facet, Sort } from "./filter";

const fieldsOf: Partial<Record<Facet | Sort, string[]>> = {
  stage: ["stage"],
  form: ["form"],
  digital: ["digital"],
  year: ["applied", "started"],
  funding: ["budgets"],
  budget: ["budgets"],
  applied: ["applied", "started"],
};

export interface Sight {
  shows: (field: string) => boolean;
  asks: (by: Facet | Sort) => boolean;
}

function sightOf(open: readonly string[] | "all"): Sight {
  const shows = (field: string) => open === "all" || open.includes(field);
  return { shows, asks: (by) => (fieldsOf[by] ?? []).every(shows) };
}

/** undefined: it is not known yet. */
export function useSight(code: string): Sight | undefined {
  const whole = seesWholeRegion(code);
  const published = useResource(
    whole
      ? undefined
      : (signal) => api.GET("/api/v1/regions/{code}/publication", { params: { path: { code } }, signal }),
    [code],
  );
  if (whole) return sightOf("all");
  if (published.value) return sightOf([...published.value.fields, ...published.value.always]);
  return published.problem ? sightOf([]) : undefined;
}
