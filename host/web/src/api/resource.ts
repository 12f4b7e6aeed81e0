// What a page shows of the API: asked for when the page opens, and again on demand.
//
//   const regions = useResource((signal) => api.GET("/api/v1/regions", { signal }), []);
//   regions.value?.regions, regions.problem, regions.loading, regions.again()
import { useCallback, useEffect, useState } from "preact/hooks";

import { language } from "../words/language";
import type { Answer } from "./client";
import { type Problem, problemOf } from "./problem";

export interface Resource<Data> {
  value?: Data;
  /** The revision of what is shown, for If-Match. */
  etag?: string;
  problem?: Problem;
  loading: boolean;
  again: () => void;
}

/** `inputs`: what the question depends on; the last answer stays on the page meanwhile. */
export function useResource<Data>(
  ask: (signal: AbortSignal) => Promise<Answer<Data>>,
  inputs: readonly unknown[],
): Resource<Data> {
  const [state, setState] = useState<Omit<Resource<Data>, "again">>({ loading: true });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const breaker = new AbortController();
    setState((before) => ({ ...before, loading: true }));
    ask(breaker.signal)
      .then(({ data, error, response }) => {
        if (breaker.signal.aborted) return;
        setState(
          data === undefined
            ? { problem: problemOf(error, response), loading: false }
            : { value: data, etag: response.headers.get("ETag") ?? undefined, loading: false },
        );
      })
      .catch((error: unknown) => {
        if (!breaker.signal.aborted) setState({ problem: problemOf(error), loading: false });
      });
    return () => breaker.abort();
  }, [...inputs, language.value, turn]);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  return { ...state, again };
}
