// A change that a page asks the API for: under way, refused, or done.
//
//   const adding = useChange();
//   const added = await adding.run((key) => api.POST("/api/v1/...", { ... }));
//   if (added) ...           // added.data is the answer; adding.problem says why not
//
// `key` (Idempotency-Key) is for what makes something new. It stays the same until something
// answers: what is sent again because nothing answered is done once.
import { useCallback, useRef, useState } from "preact/hooks";

import type { Answer } from "./client";
import { type Problem, problemOf } from "./problem";
import { requestKey } from "./request_key";

export interface Done<Data> {
  data: Data;
  response: Response;
}

export interface Change {
  busy: boolean;
  problem?: Problem;
  /** Nothing comes back of what was refused: `problem` says why, and `refused` is told at once. */
  run: <Data>(
    ask: (key: string) => Promise<Answer<Data>>,
    refused?: (problem: Problem) => void,
  ) => Promise<Done<Data> | undefined>;
  forget: () => void;
}

export function useChange(): Change {
  const [state, setState] = useState<{ busy: boolean; problem?: Problem }>({ busy: false });
  const key = useRef(requestKey());
  const run = useCallback<Change["run"]>(async <Data>(
    ask: (key: string) => Promise<Answer<Data>>,
    refused?: (problem: Problem) => void,
  ) => {
    const fail = (problem: Problem) => {
      setState({ busy: false, problem });
      refused?.(problem);
      return undefined;
    };
    setState((before) => ({ ...before, busy: true }));
    try {
      const { data, error, response } = await ask(key.current);
      key.current = requestKey();
      if (!response.ok) return fail(problemOf(error, response));
      setState({ busy: false });
      // An answer without a body (204) has nothing to show.
      return { data: data as Data, response };
    } catch (error) {
      return fail(problemOf(error));
    }
  }, []);
  const forget = useCallback(() => setState({ busy: false }), []);
  return { ...state, run, forget };
}

/** The tag (ETag, If-Match) of this revision. */
export const tagOf = (revision: number): string => `"${revision}"`;

/** The If-Match of a change that is based on this revision. */
export const basedOn = (revision: number) => ({ "If-Match": tagOf(revision) });
