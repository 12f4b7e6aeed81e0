// Taking a step: what came of it, how to undo it, and what changed meanwhile when it was late.
import { useState } from "preact/hooks";

import { type Problem, problemOf } from "../../api/problem";
import type { Innovation } from "../../parts/innovation/value_words";
import { type Answered, at, type At } from "./step_requests";

export interface Told {
  text: string;
  undo?: () => void;
}

interface Step {
  request: (params: At) => Promise<Answered>;
  told: string;
  /** From the version that the step made; without: it cannot be undone. */
  undo?: (etag: string) => Promise<Answered>;
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
  const [state, setState] = useState<Omit<Steps, "take">>({ busy: false });

  const ask = async (request: () => Promise<Answered>): Promise<Response | undefined> => {
    setState((before) => ({ ...before, busy: true, problem: undefined, late: undefined, told: undefined }));
    try {
      const { error, response } = await request();
      if (response.ok) return response;
      const problem = problemOf(error, response);
      setState({ busy: false, problem, late: problem.status === 412 ? shown : undefined });
      if (problem.status === 412 || problem.status === 409) again();
    } catch (error) {
      setState({ busy: false, problem: problemOf(error) });
    }
    return undefined;
  };

  const take = async ({ request, told, undo, undone }: Step): Promise<boolean> => {
    const response = await ask(() => request(at(id, etag)));
    if (!response) return false;
    const made = response.headers.get("ETag") ?? "";
    const back =
      undo &&
      (() => {
        void ask(() => undo(made)).then((answer) => {
          if (!answer) return;
          setState({ busy: false, told: { text: undone ?? "" } });
          again();
        });
      });
    setState({ busy: false, told: { text: told, undo: back } });
    again();
    return true;
  };

  return { ...state, take };
}
