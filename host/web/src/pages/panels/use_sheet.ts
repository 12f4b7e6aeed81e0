// The sheet of the member who asks: what is given is kept on the device, sent at once, and
// sent again until the host has it.
import { useEffect, useRef, useState } from "preact/hooks";

import { api } from "../../api/client";
import { type Problem, problemOf } from "../../api/problem";
import { useResource } from "../../api/resource";
import { me } from "../../shell/session";
import { type Given, type Outbox, outboxText, readOutbox, toSend, withGiven, withoutSent } from "./outbox";
import type { Sheet } from "./sheet";

const retryAfter = 5_000; // milliseconds

function kept(key: string): Outbox {
  try {
    return readOutbox(localStorage.getItem(key));
  } catch {
    return {}; // storage is closed to us: what is given lasts as long as the page
  }
}

function keep(key: string, outbox: Outbox) {
  try {
    if (Object.keys(outbox).length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, outboxText(outbox));
  } catch {
    // see kept()
  }
}

/** Whether asking again later may help. */
const passes = (problem: Problem) => problem.status === 0 || problem.status === 429 || problem.status >= 500;

export interface OwnSheet {
  sheet?: Sheet;
  problem?: Problem;
  outbox: Outbox;
  sending: "saved" | "sending" | "waiting" | "refused";
  refusal?: Problem;
  give: (given: Given) => void;
  /** Throws away what the host refuses. */
  discard: () => void;
  again: () => void;
}

export function useSheet(code: string, id: string): OwnSheet {
  const path = { code, id };
  const key = `pilah.sheet.${me.value?.account?.id ?? ""}.${id}`;
  const asked = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/panels/{id}/sheet", { params: { path }, signal }),
    [code, id],
  );
  const [newer, setNewer] = useState<Sheet>();
  const [outbox, setOutbox] = useState<Outbox>(() => kept(key));
  const [sending, setSending] = useState<OwnSheet["sending"]>("saved");
  const [refusal, setRefusal] = useState<Problem>();
  const now = useRef({ outbox, busy: false, timer: 0 });

  const put = (to: Outbox) => {
    now.current.outbox = to;
    setOutbox(to);
    keep(key, to);
  };

  const send = async (): Promise<void> => {
    const judgements = toSend(now.current.outbox);
    if (now.current.busy || judgements.length === 0) return;
    clearTimeout(now.current.timer);
    now.current.busy = true;
    setSending("sending");
    let problem: Problem | undefined;
    try {
      const answer = await api.PUT("/api/v1/regions/{code}/panels/{id}/sheet", {
        params: { path },
        body: { judgements },
      });
      if (answer.data) {
        setNewer(answer.data);
        put(withoutSent(now.current.outbox, judgements));
      } else {
        problem = problemOf(answer.error, answer.response);
      }
    } catch (error) {
      problem = problemOf(error);
    }
    now.current.busy = false;
    setRefusal(problem && !passes(problem) ? problem : undefined);
    if (!problem) {
      setSending("saved");
      return send();
    }
    setSending(passes(problem) ? "waiting" : "refused");
    if (passes(problem)) now.current.timer = window.setTimeout(() => void send(), retryAfter);
  };

  useEffect(() => {
    const connected = () => void send();
    void send(); // what an earlier visit left behind
    window.addEventListener("online", connected);
    return () => {
      window.removeEventListener("online", connected);
      clearTimeout(now.current.timer);
    };
  }, [key]);

  return {
    sheet: newer ?? asked.value,
    problem: newer ? undefined : asked.problem,
    outbox,
    sending,
    refusal,
    give: (given) => {
      put(withGiven(now.current.outbox, given));
      void send();
    },
    discard: () => {
      put({});
      setSending("saved");
      setRefusal(undefined);
    },
    again: asked.again,
  };
}
