// Taking a step: what came of it, how to undo it, and what changed meanwhile when it was late.
import { useState } from "preact/hooks";

import type { Answer } from "../../api/client";
import { useChange } from "../../api/change";
import { isStale, type Problem } from "../../api/problem";
import type { Innovation } from "../../parts/innovation/value_words";
import { at, type At } from "./step_requests";

export interface Told {
  text: string;
  undo?: () => void;
}

interface Step {
  request: (params: At) => Promise<Answer<unknown>>;
  told: string;
  /** From the version that the step made; without: it cannot be undone. */
  undo?: (etag: string) => Promise<Answer<unknown>>;
  undone?: string;
}

export interface Steps {
  busy: boolean;
  problem?: Problem;
  told?: Told;
  /** What the reader saw when somebody else had changed it: the step was not taken. */
  late?: Innovation;
  take: (step: Step) => Promise<boolean>;
}

interface From {
  id: string;
  etag: string;
  shown: Innovation;
  again: () => void;
}

export function useSteps({ id, etag, shown, again }: From): Steps {
  const { run, forget, busy, problem } = useChange();
  const [told, setTold] = useState<Told>();
  const [late, setLate] = useState<Innovation>();

  const ask = (request: () => Promise<Answer<unknown>>) => {
    forget();
    setTold(undefined);
    setLate(undefined);
    return run(request, (refusal) => {
      if (isStale(refusal)) setLate(shown);
      if (isStale(refusal) || refusal.status === 409) again();
    });
  };

  const take = async (step: Step): Promise<boolean> => {
    const taken = await ask(() => step.request(at(id, etag)));
    if (!taken) return false;
    const made = taken.response.headers.get("ETag") ?? "";
    const { undo, undone } = step;
    const back = async (asked: NonNullable<Step["undo"]>) => {
      if (!(await ask(() => asked(made)))) return;
      setTold({ text: undone ?? "" });
      again();
    };
    setTold({ text: step.told, undo: undo && (() => void back(undo)) });
    again();
    return true;
  };

  return { busy, problem, told, late, take };
}
