// The reasons that a verifier writes beside fields, kept on the device until they are sent.
import { useState } from "preact/hooks";

import type { Reason } from "./step_requests";

/** By the pointer of the field; "": of the whole entry. */
export type Reasons = Readonly<Record<string, string>>;

const placeOf = (id: string) => `pilah.reasons.${id}`;

function recalled(id: string): Reasons {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(placeOf(id)) ?? "{}");
    if (typeof kept !== "object" || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter((one): one is [string, string] => typeof one[1] === "string"),
    );
  } catch {
    return {}; // storage is closed to us, or holds something else
  }
}

function keep(id: string, reasons: Reasons) {
  try {
    if (Object.keys(reasons).length === 0) localStorage.removeItem(placeOf(id));
    else localStorage.setItem(placeOf(id), JSON.stringify(reasons));
  } catch {
    // they last as long as the page
  }
}

/** What is sent, in the order in which it was written; empty ones are not. */
export const sentReasons = (reasons: Reasons): Reason[] =>
  Object.entries(reasons)
    .map(([pointer, text]) => ({ pointer, text: text.trim() }))
    .filter(({ text }) => text !== "");

export interface Writing {
  reasons: Reasons;
  write: (pointer: string, text: string) => void;
  remove: (pointer: string) => void;
  clear: () => void;
}

export function useReasons(id: string): Writing {
  const [reasons, setReasons] = useState<Reasons>(() => recalled(id));
  const put = (now: Reasons) => {
    setReasons(now);
    keep(id, now);
  };
  return {
    reasons,
    write: (pointer, text) => put({ ...reasons, [pointer]: text }),
    remove: (pointer) => {
      const { [pointer]: _, ...others } = reasons;
      put(others);
    },
    clear: () => put({}),
  };
}
