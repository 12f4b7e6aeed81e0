// Questions of the pages to the API that take a while or a second try.
import { api } from "../../api/client";
import { type Problem, problemOf } from "../../api/problem";
import type { Choice } from "./answers";
import { asBody, type Scenario, sent } from "./scenario";

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** Throws what broke the pause off. */
const pause = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });

/**
 * Asks again while the host is busy with another question (503) or has had too many (429): it
 * works on one long question at a time.
 */
export async function patiently<Data>(
  ask: (signal: AbortSignal) => Promise<Answer<Data>>,
  signal: AbortSignal,
  tries = 40,
): Promise<Answer<Data>> {
  for (let left = tries; ; left -= 1) {
    const answer = await ask(signal);
    const busy = answer.response.status === 503 || answer.response.status === 429;
    if (!busy || left <= 1) return answer;
    const seconds = Number(answer.response.headers.get("Retry-After"));
    await pause(seconds > 0 ? seconds * 1000 : 400, signal);
  }
}

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
