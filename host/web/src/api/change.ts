// A change that somebody asks for: under way, refused, or done.
//
//   const change = useChange();
//   const made = await change.run(() => api.POST("/api/v1/...", { ... }));
//   change.busy, change.problem; made?.data
import { useRef, useState } from "preact/hooks";

import { type Problem, problemOf } from "./problem";
import { requestKey } from "./request_key";

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

export interface Change {
  busy: boolean;
  problem?: Problem;
  /** Nothing: it was refused, and `problem` says why. */
  run: <Data>(ask: () => Promise<Answer<Data>>) => Promise<{ data: Data } | undefined>;
  forget: () => void;
}

export function useChange(): Change {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const run: Change["run"] = async (ask) => {
    setBusy(true);
    try {
      const { data, error, response } = await ask();
      const refused = data === undefined ? problemOf(error, response) : undefined;
      setProblem(refused);
      return data === undefined ? undefined : { data };
    } catch (error) {
      setProblem(problemOf(error));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run, forget: () => setProblem(undefined) };
}

/** The If-Match of a change that is based on this revision. */
export const basedOn = (revision: number) => ({ "If-Match": `"${revision}"` });

/**
 * The Idempotency-Key of a request that makes something: the same as long as the same is sent,
 * so that pressing again after a lost answer makes it once.
 */
export function useOnce(): (body: unknown) => { "Idempotency-Key": string } {
  const last = useRef({ sent: "", key: "" });
  return (body) => {
    const sent = JSON.stringify(body);
    if (last.current.sent !== sent) last.current = { sent, key: requestKey() };
    return { "Idempotency-Key": last.current.key };
  };
}
