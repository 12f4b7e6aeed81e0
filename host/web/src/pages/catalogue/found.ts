// The entries that the filter finds, further ones as the reader goes on.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

import { api } from "../../api/client";
import { type Problem, problemOf } from "../../api/problem";
import type { components } from "../../api/schema";
import { language } from "../../words/language";
import { addressOf, type Facet, type Filter, queryOf } from "./filter";
import { type Row, rowOf } from "./row";

type List = components["schemas"]["InnovationList"];
export type Counts = NonNullable<List["facets"]>;

/** How many the API is asked for at once, and at most. */
const pageSize = 50;
const largestPage = 1_000;
/** How many are drawn together: so few that drawing them does not hold the reader up. */
export const stripSize = 10;

export interface Found {
  /** In the order found, `stripSize` in each but the last. */
  strips: Row[][];
  /** null: it is not known yet (the index is being built). */
  total?: number | null;
  counts?: Counts;
  spelling: { word: string; read_as: string }[];
  revision?: number;
  next: string | null;
}

interface State {
  found?: Found;
  /** What `found` answers. */
  address?: string;
  problem?: Problem;
  loading: boolean;
}

interface Asked {
  code: string;
  filter: Filter;
  counted: readonly Facet[];
}

async function ask({ code, filter, counted }: Asked, place: { after?: string; limit: number }, signal: AbortSignal) {
  const { data, error, response } = await api.GET("/api/v1/regions/{code}/innovations", {
    params: { path: { code }, query: place },
    querySerializer: () => {
      const query = new URLSearchParams(queryOf(filter));
      query.set("limit", String(place.limit));
      if (place.after) query.set("after", place.after);
      else if (counted.length > 0) query.set("facets", counted.join(","));
      return query.toString();
    },
    signal,
  });
  return data ? { list: data } : { problem: problemOf(error, response) };
}

const stripsOf = (rows: Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / stripSize) }, (_, strip) =>
    rows.slice(strip * stripSize, (strip + 1) * stripSize),
  );

const foundIn = (list: List): Found => ({
  strips: stripsOf(list.innovations.map(rowOf)),
  total: list.total,
  counts: list.facets,
  spelling: list.spelling ?? [],
  revision: list.revision,
  next: list.next,
});

const withNext = (found: Found, list: List): Found => ({
  ...found,
  strips: [...found.strips, ...stripsOf(list.innovations.map(rowOf))],
  next: list.next,
});

/** How far a reader had come, so that "back" leads to the same place. */
const left = new Map<string, { found: Found; scrolled: number }>();
const mostLeft = 20;

function keep(address: string, found: Found, scrolled: number) {
  left.delete(address);
  left.set(address, { found, scrolled });
  for (const oldest of left.keys()) {
    if (left.size <= mostLeft) break;
    left.delete(oldest);
  }
}

/**
 * `counted`: the facets to count; `isDrawn`: whether what is found stands on the page. `again`
 * asks anew, for as many as are shown.
 */
export function useFound(asked: Asked, isDrawn: boolean) {
  const address = `${asked.code}${addressOf(asked.filter)} ${asked.counted.join(",")}`;
  const [state, setState] = useState<State>(() => {
    const known = left.get(address);
    return known ? { found: known.found, address, loading: true } : { loading: true };
  });
  const [turn, setTurn] = useState(0);
  const latest = useRef({ state, address });
  latest.current = { state, address };
  const going = useRef<AbortController>();

  useEffect(() => {
    const known = isDrawn && left.get(address);
    if (known) window.scrollTo(0, known.scrolled);
  }, [isDrawn]);

  useEffect(() => {
    let scrolled = left.get(address)?.scrolled ?? 0;
    // A link leads away from here; by the time that this page is gone, the next one is at its top.
    const note = () => {
      scrolled = window.scrollY;
    };
    window.addEventListener("click", note, true);
    return () => {
      window.removeEventListener("click", note, true);
      const { found, address: answered } = latest.current.state;
      if (found && answered) keep(answered, found, scrolled);
    };
  }, []);

  // Asked at once, not after the next paint.
  useLayoutEffect(() => {
    const breaker = new AbortController();
    /** What was found for the same question stays. */
    const fail = (problem: Problem) =>
      setState((before) => ({ ...(before.address === address ? before : {}), problem, loading: false }));
    going.current?.abort();
    going.current = breaker;
    const { found, address: answered } = latest.current.state;
    const shown = found && answered === address ? found.strips.length * stripSize : pageSize;
    setState((before) => (before.loading && !before.problem ? before : { ...before, problem: undefined, loading: true }));
    ask(asked, { limit: Math.min(Math.max(shown, pageSize), largestPage) }, breaker.signal)
      .then(({ list, problem }) => {
        if (breaker.signal.aborted) return;
        if (problem) return fail(problem);
        setState({ found: foundIn(list), address, loading: false });
      })
      .catch((error: unknown) => {
        if (!breaker.signal.aborted) fail(problemOf(error));
      });
    return () => breaker.abort();
  }, [address, language.value, turn]);

  const more = useCallback(() => {
    const { state: now, address: here } = latest.current;
    const after = now.found?.next;
    if (now.loading || now.problem || now.address !== here || !after) return;
    const breaker = new AbortController();
    going.current = breaker;
    setState((before) => ({ ...before, loading: true }));
    ask(asked, { after, limit: pageSize }, breaker.signal)
      .then(({ list, problem }) => {
        if (breaker.signal.aborted) return;
        setState((before) => ({
          ...before,
          found: before.found && list ? withNext(before.found, list) : before.found,
          problem,
          loading: false,
        }));
      })
      .catch((error: unknown) => {
        if (breaker.signal.aborted) return;
        setState((before) => ({ ...before, problem: problemOf(error), loading: false }));
      });
  }, [address]);

  const again = useCallback(() => setTurn((before) => before + 1), []);
  return { ...state, more, again };
}
