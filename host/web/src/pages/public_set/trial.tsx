// Sliders that anyone may move: who would be in with other weights, another number, another
// budget. Nothing is stored; the set that was adopted stays what it is.
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";

import { api } from "../../api/client";
import { patiently } from "../../api/patiently";
import { type Problem, problemOf } from "../../api/problem";
import { number, rupiah } from "../../formats/formats";
import { inWords, namesOf } from "../../parts/choice/answers";
import { CountAndBudget } from "../../parts/choice/count_and_budget";
import { latest } from "../../parts/choice/latest";
import { type Scenario, scenarioOf } from "../../parts/choice/scenario";
import { WeightControls } from "../../parts/choice/weight_controls";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import { chosenBy, movedBy, type PublicSet, trialOf, type Tried } from "./public_set";
import words from "./words.json";

const say = sentences(words);

export function Trial({ code, set }: { code: string; set: PublicSet }) {
  const start = scenarioOf(set.selection.scenario);
  return (
    <section class="choose-part" id="coba">
      <h2>{say("trial")}</h2>
      {set.shown.problem && start ? (
        <Sliders code={code} set={set} start={start} />
      ) : (
        <p>{say("trial_withheld")}</p>
      )}
    </section>
  );
}

function Sliders({ code, set, start }: { code: string; set: PublicSet; start: Scenario }) {
  const { criteria, considered } = set.selection;
  const [scenario, setScenario] = useState(start);
  const [tried, setTried] = useState<Tried>();
  const [problem, setProblem] = useState<Problem>();
  const [waiting, setWaiting] = useState(false);
  const asking = useMemo(
    () =>
      latest<Scenario, Awaited<ReturnType<typeof ask>>>(
        (question, signal) => ask(code, set.id, trialOf(question, criteria, considered.candidates), signal),
        (outcome) => {
          setWaiting(false);
          if ("error" in outcome) return setProblem(problemOf(outcome.error));
          const { data, error, response } = outcome.answer;
          setProblem(data ? undefined : problemOf(error, response));
          if (data) setTried(data);
        },
      ),
    [code, set.id, criteria, considered.candidates],
  );
  useEffect(() => () => asking.end(), [asking]);
  const started = useRef(false);
  useEffect(() => {
    if (!started.current) {
      started.current = true; // the set itself needs no asking
      return;
    }
    setWaiting(true);
    asking.ask(scenario);
  }, [asking, scenario]);
  const change = useCallback((next: Scenario) => setScenario(next), []);
  const reset = () => setScenario(start);
  return (
    <>
      <p>{say("trial_what")}</p>
      <div class="public-set-trial">
        <div>
          <WeightControls scenario={scenario} criteria={criteria} change={change} />
          <CountAndBudget scenario={scenario} change={change} />
          <button type="button" class="secondary" disabled={scenario === start} onClick={reset}>
            {say("trial_reset")}
          </button>
        </div>
        <div class="public-set-outcome" aria-busy={waiting}>
          <ProblemNotice problem={problem} />
          {tried && scenario !== start ? <Outcome set={set} tried={tried} /> : <p role="status">{say("trial_start")}</p>}
        </div>
      </div>
    </>
  );
}

const ask = (code: string, id: string, trial: ReturnType<typeof trialOf>, signal: AbortSignal) =>
  patiently(
    (broken) =>
      api.POST("/api/v1/regions/{code}/public/quick-win-sets/{id}/tried", {
        params: { path: { code, id } },
        body: trial,
        credentials: "omit",
        signal: broken,
      }),
    signal,
  );

function Outcome({ set, tried }: { set: PublicSet; tried: Tried }) {
  if (tried.status === "infeasible") {
    return (
      <div role="status">
        <p>{say("trial_infeasible")}</p>
        <ul>
          {tried.conflict.map((one, at) => (
            <li key={at}>{inWords(one.text)}</li>
          ))}
        </ul>
      </div>
    );
  }
  const { came, went } = movedBy(tried, set.selection.candidates);
  const comers = new Set(came.map((one) => one.id));
  return (
    <>
      <div role="status">
        <p>
          {came.length + went.length === 0
            ? say("trial_same")
            : say("trial_moved", { came: namesOf(came) || "–", went: namesOf(went) || "–" })}
        </p>
        <p>
          {say("trial_score", { score: number(tried.score ?? 0) })}
          {tried.cost !== null && ` · ${say("trial_cost", { cost: rupiah(tried.cost) })}`}
          {tried.optimal_sets > 1 && ` · ${say("trial_ties", { sets: number(tried.optimal_sets) })}`}
          {tried.status === "limit" && ` · ${say("trial_limit")}`}
        </p>
      </div>
      <ol>
        {chosenBy(tried, set.selection.candidates).map(({ candidate, score }) => (
          <li key={candidate.id}>
            {candidate.name} ({number(score)}){" "}
            {comers.has(candidate.id) && <span class="choose-mark new">{say("trial_new")}</span>}
          </li>
        ))}
      </ol>
    </>
  );
}
