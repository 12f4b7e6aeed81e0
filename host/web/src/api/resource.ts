// What a page shows of the API: asked for when the page opens, and again on demand.
//
//   const regions = useResource((signal) => api.GET("/api/v1/regions", { signal }), []);
//   regions.value?.regions, regions.problem, regions.loading, regions.again()
import { useCallback, useLayoutEffect, useState } from "preact/hooks";

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

interface State<Data> extends Omit<Resource<Data>, "again"> {
  /** The inputs to which `value` is the answer. */
  of?: readonly unknown[];
}

/** Nothing was said of the thing itself: the host is away, or has other worries. */
const isPassing = ({ status }: Problem) => status === 0 || status === 429 || status >= 500;

const same = (one: readonly unknown[] | undefined, other: readonly unknown[]) =>
  one?.length === other.length && one.every((each, at) => Object.is(each, other[at]));

/**
 * `inputs`: what the question depends on; the last answer stays on the page meanwhile, and also
 * when the same is asked again in vain. `ask` undefined: there is nothing to ask (yet).
 */
export function useResource<Data>(
  ask: ((signal: AbortSignal) => Promise<Answer<Data>>) | undefined,
  inputs: readonly unknown[],
): Resource<Data> {
  const [{ of: _, ...state }, setState] = useState<State<Data>>({ loading: ask !== undefined });
  const [turn, setTurn] = useState(0);
  // Asked at once, not after the next paint.
  useLayoutEffect(() => {
    if (!ask) return setState({ loading: false });
    const breaker = new AbortController();
    const fail = (problem: Problem) =>
      setState((before) => ({
        ...(isPassing(problem) && same(before.of, inputs) ? before : {}),
        problem,
        loading: false,
      }));
    setState((before) => (before.loading ? before : { ...before, loading: true }));
    ask(breaker.signal)
      .then(({ data, error, response }) => {
        if (breaker.signal.aborted) return;
        if (data === undefined) return fail(problemOf(error, response));
        setState({ value: data, etag: response.headers.get("ETag") ?? undefined, of: inputs, loading: false });
      })
      .catch((error: unknown) => {
        if (!breaker.signal.aborted) fail(problemOf(error));
      });
    return () => breaker.abort();
  }, [...inputs, ask === undefined, language.value, turn]);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  return { ...state, again };
}
