// One adopted candidate: its formulation, its action plan, and what was reported of it.
import { useState } from "preact/hooks";

import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { placingWord } from "../../parts/placing";
import { may } from "../../shell/session";
import { sentences } from "../../words/words";
import { Plan, usePlan } from "../action_plan/plan";
import { FollowUps } from "../monitoring/follow_ups";
import words from "./candidate_words.json";
import { FormulationForm } from "./formulation_form";
import { FormulationShown } from "./formulation_shown";
import { Reports } from "./reports";
import { formulationOf, isSettled, nameOf, type Placed, type QuickWinSet, useSet } from "./set";

const say = sentences(words);

function Formulation({ code, set, placed, again }: { code: string; set: QuickWinSet; placed: Placed; again: () => void }) {
  const [editing, setEditing] = useState(false);
  const formulation = formulationOf(set, placed.candidate ?? "");
  const writes = may("choose", code) && !isSettled(set);
  if (editing) {
    return (
      <FormulationForm
        code={code}
        set={set}
        placed={placed}
        leave={(changed) => {
          setEditing(false);
          if (changed) again();
        }}
      />
    );
  }
  return (
    <>
      {formulation ? <FormulationShown formulation={formulation} /> : <p>{say("not_formulated")}</p>}
      {writes && (
        <p class="actions no-print">
          <button type="button" class="secondary" onClick={() => setEditing(true)}>
            {say(formulation ? "edit" : "formulate")}
          </button>
        </p>
      )}
    </>
  );
}

export default function CandidatePage({ region: code = "", id = "", candidate = "" }: Record<string, string>) {
  const found = useSet(code, id);
  const place = { code, id, candidate };
  const plan = usePlan(place);
  const set = found.value;
  const placed = set?.candidates.find((one) => one.candidate === candidate);
  return (
    <Page title={(set && placed && nameOf(set, placed)) ?? say("title")}>
      <ProblemNotice problem={found.problem} again={found.again} />
      {!set && !found.problem && <Loading />}
      {set && !placed && <p>{say("not_placed")}</p>}
      {set && (
        <p>
          <a href={`/${code}/quick-win/${id}`}>{set.name}</a>
        </p>
      )}
      {set && placed && (
        <>
          <p>
            <strong>{placingWord(placed.placing)}</strong>: {placed.reason}
          </p>
          {placed.placing === "quick-win" && (
            <section>
              <h2>{say("formulation")}</h2>
              <Formulation code={code} set={set} placed={placed} again={found.again} />
            </section>
          )}
          <section>
            <h2>{say("plan")}</h2>
            <Plan place={place} plan={plan} again={plan.again} />
          </section>
          <section>
            <h2>{say("reports")}</h2>
            <Reports place={place} steps={plan.value?.steps ?? []} name={nameOf(set, placed)} />
          </section>
          <FollowUps code={code} set={id} candidate={candidate} />
        </>
      )}
    </Page>
  );
}
