// A scenario tried: the set that it gives, kept by nobody.
import { api } from "../../api/client";
import { patiently } from "../../api/patiently";
import { type Problem, problemOf } from "../../api/problem";
import type { Choice } from "../../parts/choice/answers";
import { asBody, type Scenario, sent } from "../../parts/choice/scenario";

interface Tried {
  choice?: Choice;
  problem?: Problem;
}

export interface TryOut {
  scenario: Scenario;
  asOf: string;
}

/** The set that a scenario gives now, kept by nobody. */
export async function tryOut(
  code: string,
  { scenario, asOf }: TryOut,
  signal: AbortSignal,
): Promise<Tried> {
  const body = {
    scenario: sent(scenario, code),
    ...(asOf === "" ? {} : { as_of: asOf }),
  };
  const { data, error, response } = await patiently(
    (broken) =>
      api.POST("/api/v1/regions/{code}/selections/tried", {
        params: { path: { code } },
        body: asBody(body),
        signal: broken,
      }),
    signal,
  );
  return data ? { choice: data } : { problem: problemOf(error, response) };
}
