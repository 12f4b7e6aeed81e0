// Planning a round.
import { useState } from "preact/hooks";

import { useChange } from "../../api/change";
import { api } from "../../api/client";
import { Dialog } from "../../parts/dialog";
import { ProblemNotice } from "../../parts/notice";
import { sentences, titled } from "../../words/words";
import { PlanFields, useProducts } from "./plan_form";
import { linesOf, newRound, planOf, type Round } from "./round";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  rounds: readonly Round[];
  done: (round: Round) => void;
  close: () => void;
}

export function NewRound({ code, rounds, done, close }: Props) {
  const last = rounds.at(-1);
  const [typed, setTyped] = useState({ ...planOf(), follows: last?.id ?? "" });
  const change = useChange();
  const { products, field } = useProducts(change.problem);
  const plan = async (event: SubmitEvent) => {
    event.preventDefault();
    const planned = await change.run((key) =>
      api.POST("/api/v1/regions/{code}/rounds", {
        params: { path: { code }, header: { "Idempotency-Key": key } },
        body: newRound(typed, linesOf(products)),
      }),
    );
    if (planned) done(planned.data);
  };
  return (
    <Dialog title={titled(say("plan_new"))} close={close}>
      <form onSubmit={(event) => void plan(event)}>
        <ProblemNotice problem={change.problem} />
        <PlanFields typed={typed} set={setTyped} others={rounds} problem={change.problem} />
        {field}
        <button type="submit" disabled={change.busy} aria-busy={change.busy}>
          {say("plan")}
        </button>
      </form>
    </Dialog>
  );
}
