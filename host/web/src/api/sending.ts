// One change that a page asks the API for: under way, refused, or done.
//
//   const adding = useSending();
//   const done = await adding.send((key) => api.POST("/api/v1/...", { ... }));
//   if (done) ...            // done.data is the answer; adding.problem says why not
//
// `key` (Idempotency-Key) stays the same until something answers: what is sent again because
// nothing answered is done once.
import { useRef, useState } from "preact/hooks";

import { type Problem, problemOf } from "./problem";
import { requestKey } from "./request_key";

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

export interface Sending {
  busy: boolean;
  problem?: Problem;
  send: <Data>(ask: (key: string) => Promise<Answer<Data>>) => Promise<{ data?: Data } | undefined>;
  forget: () => void;
}

export function useSending(): Sending {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const key = useRef(requestKey());

  const send: Sending["send"] = async (ask) => {
    setBusy(true);
    try {
      const { data, error, response } = await ask(key.current);
      key.current = requestKey();
      setProblem(response.ok ? undefined : problemOf(error, response));
      return response.ok ? { data } : undefined;
    } catch (error) {
      setProblem(problemOf(error));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, send, forget: () => setProblem(undefined) };
}
