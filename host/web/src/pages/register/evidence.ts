// The files that prove what an entry says, and those on their way.
import { useRef, useState } from "preact/hooks";

import { basedOn } from "../../api/change";
import { api } from "../../api/client";
import { type Problem, problemOf } from "../../api/problem";
import { requestKey } from "../../api/request_key";
import { sendFile } from "../../api/upload";
import type { Innovation } from "./server";

type EvidenceFile = NonNullable<Innovation["evidence"]>[number];

export interface Going {
  key: string;
  field: string;
  file: File;
  share: number;
  problem?: Problem;
}

export interface Evidence {
  files: EvidenceFile[];
  going: Going[];
  add: (field: string, files: File[]) => void;
  remove: (file: EvidenceFile) => void;
  retry: (one: Going) => void;
  forget: (key: string) => void;
}

export interface SavedVersion {
  id: string;
  revision: number;
}

interface Parts {
  /** Those that the entry has already. */
  begun: EvidenceFile[];
  /** Saves what is typed, since a file proves what the entry says; undefined: it was refused. */
  saved: () => Promise<SavedVersion | undefined>;
  /** A file has come or gone: the entry has this revision now. */
  changed: (revision: number) => void;
}

/** `key`: the same for every try of this file. */
export function sendEvidence(
  { id, revision }: SavedVersion,
  field: string,
  file: File,
  key: string,
  report: (share: number) => void = () => undefined,
) {
  const query = new URLSearchParams({ field, file_name: file.name });
  return sendFile<Innovation>({
    address: `/api/v1/innovations/${encodeURIComponent(id)}/evidence?${query.toString()}`,
    file,
    headers: { ...basedOn(revision), "Idempotency-Key": `${key}-${revision}` },
    report,
  });
}

export function useEvidence({ begun, saved, changed }: Parts): Evidence {
  const [files, setFiles] = useState(begun);
  const [going, setGoing] = useState<Going[]>([]);
  const queue = useRef<Promise<void>>(Promise.resolve());

  const put = (key: string, change: Partial<Going>) =>
    setGoing((before) => before.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const forget = (key: string) => setGoing((before) => before.filter((one) => one.key !== key));

  async function send(field: string, file: File, key: string) {
    const version = await saved();
    if (!version) return forget(key); // the form says what is wrong with what is typed
    const sent = await sendEvidence(version, field, file, key, (share) => put(key, { share }));
    if ("refusal" in sent) return put(key, { problem: sent.refusal.problem });
    changed(sent.answer.revision);
    setFiles(sent.answer.evidence ?? []);
    forget(key);
  }

  const inTurn = (step: () => Promise<void>) => {
    queue.current = queue.current.then(step).catch(() => undefined);
  };

  const go = ({ key, field, file }: Going) =>
    inTurn(async () => {
      try {
        await send(field, file, key);
      } catch (error) {
        put(key, { problem: problemOf(error) });
      }
    });

  return {
    files,
    going,
    forget,
    retry(one) {
      put(one.key, { problem: undefined, share: 0 });
      go(one);
    },
    add(field, added) {
      const begun = added.map((file): Going => ({ key: requestKey(), field, file, share: 0 }));
      setGoing((before) => [...before, ...begun]);
      begun.forEach(go);
    },
    remove(file) {
      inTurn(async () => {
        const version = await saved();
        if (!version || file.sha256 === undefined) return;
        const { data } = await api.DELETE("/api/v1/innovations/{id}/evidence/{sha256}", {
          params: {
            path: { id: version.id, sha256: file.sha256 },
            header: basedOn(version.revision),
          },
        });
        if (!data) return;
        changed(data.revision);
        setFiles(data.evidence ?? []);
      });
    },
  };
}
