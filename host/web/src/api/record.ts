// A record that a page shows and changes: what a change answers is shown at once.
//
//   const round = useRecord((signal) => api.GET(...), [id]);
//   const change = useRecordChange(round);
//   await change.run((etag) => api.PATCH(..., { header: { "If-Match": etag } }));
import { useCallback, useRef, useState } from "preact/hooks";

import { type Change, type Done, useChange } from "./change";
import type { Answer } from "./client";
import { isStale } from "./problem";
import { type Resource, useResource } from "./resource";

export interface Recorded<Data> extends Resource<Data> {
  /** Shows what a change answered, with its revision. */
  take: (done: Done<Data>) => void;
}

export function useRecord<Data>(
  ask: (signal: AbortSignal) => Promise<Answer<Data>>,
  inputs: readonly unknown[],
): Recorded<Data> {
  const found = useResource(ask, inputs);
  const [newer, setNewer] = useState<{ than?: Data; value: Data; etag?: string }>();
  const read = useRef(found.value);
  read.current = found.value;
  const take = useCallback(({ data, response }: Done<Data>) => {
    setNewer({ than: read.current, value: data, etag: response.headers.get("ETag") ?? undefined });
  }, []);
  const shown =
    newer && newer.than === found.value ? { value: newer.value, etag: newer.etag } : {};
  return { ...found, ...shown, take };
}

interface RecordChange<Data> extends Omit<Change, "run"> {
  run: (ask: (etag: string) => Promise<Answer<Data>>) => Promise<Done<Data> | undefined>;
}

/** A change of the record by the revision that is shown; when that is stale, it is read again. */
export function useRecordChange<Data>(record: Recorded<Data>): RecordChange<Data> {
  const change = useChange();
  const run: RecordChange<Data>["run"] = async (ask) => {
    const done = await change.run(
      () => ask(record.etag ?? ""),
      (problem) => isStale(problem) && record.again(),
    );
    if (done) record.take(done);
    return done;
  };
  return { ...change, run };
}
