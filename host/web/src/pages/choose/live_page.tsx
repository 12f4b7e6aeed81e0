// The page with which a planner tries weights and wishes: each move is solved anew, and only
// the last answer counts.
import { useLocation } from "preact-iso";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";

import { api } from "../../api/client";
import { type Problem, problemOf } from "../../api/problem";
import type { Candidate, Choice } from "../../parts/choice/answers";
import { useGroupNames } from "../../parts/choice/group_names";
import { latest } from "../../parts/choice/latest";
import { type Forced, type Scenario, scenarioOf, withForced, withoutForced } from "../../parts/choice/scenario";
import { WeightControls } from "../../parts/choice/weight_controls";
import { Empty } from "../../parts/empty";
import { Field } from "../../parts/field";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import type { PathProps } from "../../shell/pages";
import { sentences } from "../../words/words";
import { tryOut } from "./asking";
import "./choose.css";
import { ConflictList } from "./conflict_list";
import { ForcedList } from "./forced_list";
import { GroundsDialog } from "./grounds_dialog";
import { KeepDialog } from "./keep_dialog";
import { LargeType, largeClass } from "./large_type";
import { moved, type Moves, undone } from "./moves";
import { packOf } from "./packs";
import { SealDialog } from "./seal_dialog";
import { SetHead, ShownSet } from "./shown_set";
import { WishControls } from "./wish_controls";
import words from "./words.json";

const say = sentences(words);

interface Begun {
  scenario?: Scenario;
  problem?: Problem;
}

/** The scenario that the address names: kept by name, of a pack, or of an earlier run. */
async function begin(code: string, query: Record<string, string>, signal: AbortSignal): Promise<Begun> {
  if (query.paket) return { scenario: packOf(query.paket)?.scenario };
  if (query.dari) {
    const { data, error, response } = await api.GET("/api/v1/regions/{code}/selections/{id}", {
      params: { path: { code, id: query.dari } },
      signal,
    });
    return data ? { scenario: scenarioOf(data.scenario) } : { problem: problemOf(error, response) };
  }
  if (!query.skenario) return {};
  const { data, error, response } = await api.GET("/api/v1/regions/{code}/scenarios/{name}", {
    params: { path: { code, name: query.skenario } },
    signal,
  });
  return data ? { scenario: scenarioOf(data.document) } : { problem: problemOf(error, response) };
}

export default function LivePage({ region: code = "" }: PathProps) {
  const { query } = useLocation();
  const [begun, setBegun] = useState<Begun>();
  useEffect(() => {
    const breaker = new AbortController();
    begin(code, query, breaker.signal)
      .then(setBegun)
      .catch((error: unknown) => {
        if (!breaker.signal.aborted) setBegun({ problem: problemOf(error) });
      });
    return () => breaker.abort();
  }, [code, query.paket, query.dari, query.skenario]);
  return (
    <div class={`choose-page ${largeClass()}`}>
      <Page
        title={say("live")}
        actions={
          <>
            <LargeType />
            <a href={`/${code}/pilih`}>{say("back_to_start")}</a>
          </>
        }
      >
        {!begun && <Loading />}
        <ProblemNotice problem={begun?.problem} />
        {begun && !begun.scenario && !begun.problem && (
          <Empty title={say("no_scenario")} what={say("no_scenario_what")} />
        )}
        {begun?.scenario && <Trial code={code} start={begun.scenario} />}
      </Page>
    </div>
  );
}

const nothing: Forced[] = [];
const nobody: Set<string> = new Set();

type Asked = { kind: "include" | "exclude"; candidate: Candidate } | { kind: "keep" } | { kind: "seal" };

function Trial({ code, start }: { code: string; start: Scenario }) {
  const { route } = useLocation();
  const names = useGroupNames(code);
  const [{ scenario, past }, setMoves] = useState<Moves>({ scenario: start, past: [] });
  const [asOf, setAsOf] = useState("");
  const [choice, setChoice] = useState<Choice>();
  const [problem, setProblem] = useState<Problem>();
  const [waiting, setWaiting] = useState(true);
  const [asked, setAsked] = useState<Asked>();
  const began = useRef<Set<string>>();

  const asking = useMemo(
    () =>
      latest<{ scenario: Scenario; asOf: string }, Awaited<ReturnType<typeof tryOut>>>(
        (question, signal) => tryOut(code, question, signal),
        (outcome) => {
          setWaiting(false);
          const told = "answer" in outcome ? outcome.answer : { problem: problemOf(outcome.error) };
          setProblem(told.problem);
          if (!told.choice) return;
          if (told.choice.selected) began.current ??= new Set(told.choice.selected as string[]);
          setChoice(told.choice);
        },
      ),
    [code],
  );
  useEffect(() => () => asking.end(), [asking]);
  // Asked at once, not after the next paint.
  useLayoutEffect(() => {
    setWaiting(true);
    asking.ask({ scenario, asOf });
  }, [asking, scenario, asOf]);

  const change = useCallback((next: Scenario, of?: string) => setMoves((before) => moved(before, next, of)), []);
  const undo = () => setMoves(undone);
  const free = useCallback(
    (id: string) => setMoves((before) => moved(before, withoutForced(before.scenario, id))),
    [],
  );
  const close = () => setAsked(undefined);

  // The same element while nothing of it has changed: moving a slider does not draw the list.
  const shown = useMemo(
    () =>
      choice && (
        <ShownSet
          choice={choice}
          began={began.current ?? nobody}
          include={scenario.include ?? nothing}
          exclude={scenario.exclude ?? nothing}
          force={(candidate, kind) => setAsked({ kind, candidate })}
          free={free}
          keep={() => setAsked({ kind: "keep" })}
        />
      ),
    [choice, scenario.include, scenario.exclude, free],
  );

  return (
    <div class="choose-live">
      {choice && <SetHead choice={choice} began={began.current ?? nobody} />}
      <section class="choose-controls" aria-label={say("controls")}>
        <div class="actions">
          <button type="button" disabled={!choice} onClick={() => setAsked({ kind: "keep" })}>
            {say("keep")}
          </button>
          <button type="button" class="secondary" disabled={past.length === 0} onClick={undo}>
            {say("undo")}
          </button>
          <button type="button" class="secondary" disabled={!choice} onClick={() => setAsked({ kind: "seal" })}>
            {say("seal")}
          </button>
        </div>
        {choice && <WeightControls scenario={scenario} criteria={choice.criteria} change={change} />}
        <WishControls scenario={scenario} names={names} change={change} />
        <ForcedList scenario={scenario} choice={choice} free={free} />
        <Values scenario={scenario} change={change} asOf={asOf} setAsOf={setAsOf} />
      </section>
      <div class="choose-result" aria-busy={waiting}>
        <ProblemNotice problem={problem} />
        {!choice && !problem && <Loading />}
        {choice?.status === "infeasible" && (
          <ConflictList choice={choice} names={names} scenario={scenario} mend={change} />
        )}
        {shown}
      </div>
      {(asked?.kind === "include" || asked?.kind === "exclude") && (
        <GroundsDialog
          title={say(asked.kind === "include" ? "force_in" : "force_out")}
          what={say("force_what", { name: asked.candidate.name })}
          close={close}
          done={(grounds) => {
            change(withForced(scenario, asked.kind, { id: asked.candidate.id, ...grounds }));
            close();
          }}
        />
      )}
      {asked?.kind === "keep" && choice && (
        <KeepDialog
          code={code}
          tried={{ scenario, asOf }}
          criteria={choice.criteria}
          close={close}
          done={({ id, scenario: kept }) => {
            close();
            if (id) route(`/${code}/pilih/${id}`);
            else change(kept);
          }}
        />
      )}
      {asked?.kind === "seal" && choice && (
        <SealDialog code={code} scenario={scenario} criteria={choice.criteria} close={close} />
      )}
    </div>
  );
}

interface ValuesProps {
  scenario: Scenario;
  change: (scenario: Scenario) => void;
  asOf: string;
  setAsOf: (day: string) => void;
}

/** Whether claims count, and which day is taken for today. */
function Values({ scenario, change, asOf, setAsOf }: ValuesProps) {
  const claimed = scenario.values === "claimed";
  return (
    <fieldset>
      <legend>{say("what_counts")}</legend>
      <label>
        <input
          type="checkbox"
          checked={claimed}
          onChange={(event) =>
            change({ ...scenario, values: event.currentTarget.checked ? "claimed" : "verified" })
          }
        />
        {say("claims_count")}
      </label>
      <Field label={say("as_of")} help={say("as_of_help")}>
        {(given) => (
          <input {...given} type="date" value={asOf} onChange={(event) => setAsOf(event.currentTarget.value)} />
        )}
      </Field>
    </fieldset>
  );
}
