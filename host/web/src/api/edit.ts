// A change of what was read, by its revision. When somebody else has changed it meanwhile (412),
// what is stored now is read again: `theirs` holds it until the reader has decided between both.
import { useCallback, useState } from "preact/hooks";

import { type Done, useChange } from "./change";
import type { Answer } from "./client";
import { isStale, type Problem } from "./problem";

interface Edit<Data> {
  busy: boolean;
  problem?: Problem;
  theirs?: Data;
  /** `ask` is given the revision to change. */
  send: <Changed>(ask: (etag: string) => Promise<Answer<Changed>>) => Promise<Done<Changed> | undefined>;
  /** The decision is for theirs; a later change is one of theirs. */
  settle: () => void;
}

export function useEdit<Data>(
  etag: string | undefined,
  read: () => Promise<Answer<Data>>,
): Edit<Data> {
  const { run, busy, problem } = useChange();
  const [theirs, setTheirs] = useState<Data>();
  const [newest, setNewest] = useState(etag ?? "");
  const send: Edit<Data>["send"] = async (ask) => {
    let stale = false;
    const done = await run(
      () => ask(newest),
      (refusal) => {
        stale = isStale(refusal);
      },
    );
    const stored = stale ? await run(read) : undefined;
    if (stored) {
      setNewest(stored.response.headers.get("ETag") ?? "");
      setTheirs(() => stored.data);
    }
    return done;
  };
  const settle = useCallback(() => setTheirs(undefined), []);
  return { busy, problem, theirs, send, settle };
}
