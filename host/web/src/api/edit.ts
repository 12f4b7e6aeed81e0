// A change of what was read, by its revision. When somebody else has changed it meanwhile (412),
// what is stored now is read again: `theirs` holds it until the reader has decided between both.
import { useCallback, useState } from "preact/hooks";

import type { Problem } from "./problem";
import { useChange } from "./record";

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

export interface Edit<Data> {
  busy: boolean;
  problem?: Problem;
  theirs?: { value: Data; etag: string };
  /** `ask` is given the revision to change; `done` what came of it. */
  send: (
    ask: (etag: string) => Promise<Answer<Data>>,
    done: (value: Data, response: Response) => void,
  ) => Promise<void>;
  /** The decision is for theirs; a later change is one of theirs. */
  settle: () => void;
}

export function useEdit<Data>(
  etag: string | undefined,
  read: () => Promise<Answer<Data>>,
): Edit<Data> {
  const { run, busy, problem } = useChange();
  const [theirs, setTheirs] = useState<{ value: Data; etag: string }>();
  const [newest, setNewest] = useState(etag ?? "");
  const send: Edit<Data>["send"] = async (ask, done) => {
    const refused = await run(() => ask(newest), done);
    if (refused?.status !== 412) return;
    await run(read, (value, response) => {
      const tag = response.headers.get("ETag") ?? "";
      setNewest(tag);
      setTheirs({ value, etag: tag });
    });
  };
  const settle = useCallback(() => setTheirs(undefined), []);
  return { busy, problem, theirs, send, settle };
}
