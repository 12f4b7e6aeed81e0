// The stages of carrying something out, as the region names them, and how far each leads.
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import type { components } from "../../api/schema";
import { wording } from "../../words/wording";

export type Stage = components["schemas"]["Stages"]["stages"][number];

export function useStages(code: string): readonly Stage[] {
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/stages", { params: { path: { code } }, signal }),
    [code],
  );
  return found.value?.stages ?? [];
}

export const stageName = (stages: readonly Stage[], key: string): string =>
  wording(stages.find((one) => one.key === key)?.name) || key;

/** Of the whole, in percent, rounded down: start + width x percent / 100. */
export const progressAt = (stage: Pick<Stage, "start" | "width">, percent: number): number =>
  stage.start + Math.floor((stage.width * percent) / 100);
