// A quick-win set as pages read it.
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import type { components } from "../../api/schema";

export type QuickWinSet = components["schemas"]["QuickWinSet"];
export type Placed = QuickWinSet["candidates"][number];
export type Formulation = QuickWinSet["formulations"][number];
export type Signatory = QuickWinSet["signatories"][number];

export function useSet(code: string, id: string) {
  const found = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/quick-win-sets/{id}", { params: { path: { code, id } }, signal }),
    [code, id],
  );
  return { ...found, value: found.value?.id === id ? found.value : undefined };
}

export const formulationOf = (set: QuickWinSet, candidate: string): Formulation | undefined =>
  set.formulations.find((one) => one.candidate === candidate);

/** The official name, once there is one. */
export const nameOf = (set: QuickWinSet, placed: Placed): string =>
  formulationOf(set, placed.candidate ?? "")?.name || placed.name;

export const placedAs = (set: QuickWinSet, placing: Placed["placing"]): Placed[] =>
  set.candidates.filter((one) => one.placing === placing);

/** Formulations can be bettered until somebody signs. */
export const isSettled = (set: QuickWinSet): boolean =>
  set.amended_by !== undefined || set.signatories.some((one) => one.signature?.set === set.id);
