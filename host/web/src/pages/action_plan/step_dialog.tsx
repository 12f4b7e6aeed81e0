// Notes that a step is done, or why it is late.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { basedOn, useChange } from "../../api/change";
import { isStale, saidOf } from "../../api/problem";
import type { components } from "../../api/schema";
import { today } from "../../formats/months";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import type { PlanPlace } from "./plan";
import type { Step } from "./steps";
import words from "./words.json";

const say = sentences(words);

export interface Noting {
  kind: "done" | "explain";
  step: Step;
  number: number;
}

interface Props {
  place: PlanPlace;
  noting: Noting;
  revision: number;
  leave: (changed: boolean) => void;
}

export function StepDialog({ place, noting: { kind, step, number }, revision, leave }: Props) {
  const [doneOn, setDoneOn] = useState(today());
  const [explanation, setExplanation] = useState(step.explanation ?? "");
  const change = useChange();
  const keep = async (event: Event) => {
    event.preventDefault();
    const body: components["schemas"]["StepNote"] = kind === "done" ? { done_on: doneOn } : { explanation };
    const done = await change.run(() =>
      api.PUT("/api/v1/regions/{code}/quick-win-sets/{id}/action-plans/{candidate}/steps/{number}", {
        params: { path: { ...place, number: String(number) }, header: basedOn(revision) },
        body,
      }),
    );
    if (done) leave(true);
  };
  const title = say(kind === "done" ? "note_done_of" : "explain_of", { step: step.name ?? "" });
  return (
    <Dialog title={title} close={() => leave(isStale(change.problem))}>
      <form onSubmit={(event) => void keep(event)} noValidate>
        <ProblemNotice problem={change.problem} />
        {kind === "done" ? (
          <Field label={say("done_on")} required error={saidOf(change.problem, "/done_on")}>
            {(given) => (
              <input {...given} type="date" max={today()} value={doneOn} onInput={(event) => setDoneOn(event.currentTarget.value)} />
            )}
          </Field>
        ) : (
          <Field label={say("explanation")} required error={saidOf(change.problem, "/explanation")}>
            {(given) => (
              <textarea
                {...given}
                rows={3}
                maxLength={2000}
                value={explanation}
                onInput={(event) => setExplanation(event.currentTarget.value)}
              />
            )}
          </Field>
        )}
        <button type="submit" aria-busy={change.busy} disabled={change.busy}>
          {say("keep")}
        </button>
      </form>
    </Dialog>
  );
}
