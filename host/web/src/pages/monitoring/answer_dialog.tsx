// Answers a follow-up: what was done and when, or why it is late.
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
import words from "./follow_up_words.json";

const say = sentences(words);

interface Props {
  code: string;
  followUp: components["schemas"]["FollowUp"];
  close: () => void;
  kept: () => void;
}

export function AnswerDialog({ code, followUp, close, kept }: Props) {
  const [answer, setAnswer] = useState(followUp.answer ?? "");
  const [doneOn, setDoneOn] = useState("");
  const [explanation, setExplanation] = useState(followUp.explanation ?? "");
  const change = useChange();
  const keep = async (event: Event) => {
    event.preventDefault();
    const body = {
      ...(answer.trim() && { answer: answer.trim() }),
      ...(doneOn && { done_on: doneOn }),
      ...(explanation.trim() && { explanation: explanation.trim() }),
    };
    const done = await change.run(() =>
      api.PUT("/api/v1/regions/{code}/follow-ups/{id}/answer", {
        params: { path: { code, id: followUp.id }, header: basedOn(followUp.revision) },
        body,
      }),
    );
    if (done) kept();
  };
  const text = (label: string, field: "answer" | "explanation", value: string, put: (to: string) => void) => (
    <Field label={label} error={saidOf(change.problem, `/${field}`)}>
      {(given) => (
        <textarea {...given} rows={3} maxLength={5000} value={value} onInput={(event) => put(event.currentTarget.value)} />
      )}
    </Field>
  );
  return (
    <Dialog title={say("answer_of", { text: followUp.text ?? "" })} close={isStale(change.problem) ? kept : close}>
      <form noValidate onSubmit={(event) => void keep(event)}>
        <ProblemNotice problem={change.problem} />
        {text(say("answer"), "answer", answer, setAnswer)}
        <Field label={say("done_day")} help={say("done_day_help")} error={saidOf(change.problem, "/done_on")}>
          {(given) => (
            <input {...given} type="date" max={today()} value={doneOn} onInput={(event) => setDoneOn(event.currentTarget.value)} />
          )}
        </Field>
        {(followUp.state !== "open" || explanation) &&
          text(say("explanation"), "explanation", explanation, setExplanation)}
        <button type="submit" aria-busy={change.busy} disabled={change.busy}>
          {say("keep")}
        </button>
      </form>
    </Dialog>
  );
}
