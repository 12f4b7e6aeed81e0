// A record that a page shows and changes: what a change answers is shown at once.
//
//   const round = useRecord((signal) => api.GET(...), [id]);
//   const change = useChange();
//   change.run(() => api.PATCH(..., { header: { "If-Match": round.etag ?? "" } }), round.take);
//
// What makes something new is given a key (Idempotency-Key). It stays the same until something
// answers: what is sent again because nothing answered is done once.
import { useCallback, useRef, useState } from "preact/hooks";

import { type Problem, problemOf } from "./problem";
import { requestKey } from "./request_key";
import { type Resource, useResource } from "./resource";

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

export interface Recorded<Data> extends Resource<Data> {
  /** Shows what a change answered, with its revision. */
  take: (value: Data, response: Response) => void;
}

export function useRecord<Data>(
  ask: (signal: AbortSignal) => Promise<Answer<Data>>,
  inputs: readonly unknown[],
): Recorded<Data> {
  const found = useResource(ask, inputs);
  const [newer, setNewer] = useState<{ than?: Data; value: Data; etag?: string }>();
  const read = useRef(found.value);
  read.current = found.value;
  const take = useCallback((value: Data, response: Response) => {
    setNewer({ than: read.current, value, etag: response.headers.get("ETag") ?? undefined });
  }, []);
  const shown =
    newer && newer.than === found.value ? { value: newer.value, etag: newer.etag } : {};
  return { ...found, ...shown, take };
}

export interface Change {
  busy: boolean;
  problem?: Problem;
  /** `done` is called with what the API answered; a refusal becomes `problem`. */
  run: <Data>(
    ask: (key: string) => Promise<Answer<Data>>,
    done?: (value: Data, response: Response) => void,
  ) => Promise<Problem | undefined>;
  forget: () => void;
}

/** One change at a time, and why the last one was refused. */
export function useChange(): Change {
  const [state, setState] = useState<{ busy: boolean; problem?: Problem }>({ busy: false });
  const key = useRef(requestKey());
  const run = useCallback<Change["run"]>(async (ask, done) => {
    setState({ busy: true });
    let problem: Problem | undefined;
    try {
      const { data, error, response } = await ask(key.current);
      key.current = requestKey();
      if (response.ok) {
        // An answer without a body (204) has nothing to show.
        done?.(data as NonNullable<typeof data>, response);
      } else {
        problem = problemOf(error, response);
      }
    } catch (error) {
      problem = problemOf(error);
    }
    setState({ busy: false, problem });
    return problem;
  }, []);
  const forget = useCallback(() => setState({ busy: false }), []);
  return { ...state, run, forget };
}
