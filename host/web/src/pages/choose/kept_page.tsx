// A kept selection: all that one needs to defend it, on the screen, on the projector and on
// paper. Nothing here can be changed.
import { api } from "../../api/client";
import { patiently } from "../../api/patiently";
import { useResource } from "../../api/resource";
import { instant, number } from "../../formats/formats";
import { type Candidate, chosenOf, madeAt, rejectedOf, type Selection } from "../../parts/choice/answers";
import { Article } from "../../parts/choice/article";
import { Binding } from "../../parts/choice/binding";
import { useGroupNames } from "../../parts/choice/group_names";
import { InterventionsTold } from "../../parts/choice/interventions_told";
import { Told } from "../../parts/choice/reasons";
import { RulesTold } from "../../parts/choice/rules_told";
import { type Scenario, scenarioOf } from "../../parts/choice/scenario";
import { summaryOf } from "../../parts/choice/summary";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { PrintButton } from "../../parts/print_button";
import type { PathProps } from "../../shell/pages";
import { region } from "../../shell/region";
import { may } from "../../shell/session";
import { sentences } from "../../words/words";
import "./choose.css";
import { ConflictList } from "./conflict_list";
import { LargeType, largeClass } from "./large_type";
import { OutlookTold } from "./outlook_told";
import { Sureness } from "./sureness";
import words from "./words.json";

const say = sentences(words);

export default function KeptPage({ region: code = "", id = "" }: PathProps) {
  const found = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/selections/{id}", { params: { path: { code, id } }, signal }),
    [code, id],
  );
  return (
    <>
      {!found.value && (
        <Page title={say("kept")}>
          {found.loading && <Loading />}
          <ProblemNotice problem={found.problem} again={found.again} />
        </Page>
      )}
      {found.value && <Kept code={code} selection={found.value} />}
    </>
  );
}

function Kept({ code, selection }: { code: string; selection: Selection }) {
  const names = useGroupNames(code);
  const made = madeAt(selection.id);
  const scenario = scenarioOf(selection.scenario);
  const here = `/${code}/pilih/${selection.id}`;
  return (
    <div class={`choose-kept ${largeClass()}`}>
      <Page
        title={selection.name}
        actions={
          <span class="no-print actions">
            <LargeType />
            <PrintButton label={say("print")} />
            <a href={`${here}/lembar`}>{say("sheets")}</a>
            {may("choose", code) && selection.selected && (
              <a href={`/${code}/quick-win/adopsi/${selection.id}`}>{say("adopt")}</a>
            )}
          </span>
        }
      >
        <p>
          <strong>{summaryOf(selection)}</strong>
        </p>
        {made && (
          <p>
            {say("made", { at: instant(made, region.value?.time_zone) })}{" "}
            {scenario?.round && <MadeBy code={code} id={selection.id} round={scenario.round} />}
          </p>
        )}
        <p class="no-print">
          <a href={`/${code}/pilih/baru?dari=${selection.id}`}>{say("go_on_from")}</a>
          {" · "}
          <a href={`/${code}/pilih`}>{say("back_to_start")}</a>
        </p>
        {selection.status === "infeasible" && <ConflictList choice={selection} names={names} />}
        <Set selection={selection} code={code} scenario={scenario} />
        <RulesTold choice={selection} names={names} />
        <Binding choice={selection} />
        {selection.selected && <Questions code={code} id={selection.id} />}
        <Proof selection={selection} />
      </Page>
    </div>
  );
}

/** Who made it: the runs of its round tell. */
function MadeBy({ code, id, round }: { code: string; id: string; round: string }) {
  const found = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/rounds/{id}/selections", {
        params: { path: { code, id: round } },
        signal,
      }),
    [code, round],
  );
  const run = found.value?.runs.find((one) => one.selection === id);
  return run ? <>{say("made_by", { by: run.by, round: found.value?.name ?? "" })}</> : null;
}

interface SetProps {
  code: string;
  selection: Selection;
  scenario?: Scenario;
}

function Set({ code, selection, scenario }: SetProps) {
  const chosen = chosenOf(selection);
  const rejected = rejectedOf(selection);
  const forcedWay = (id: string) => {
    if (scenario?.include?.some((one) => one.id === id)) return "include";
    return scenario?.exclude?.some((one) => one.id === id) ? "exclude" : undefined;
  };
  const article = (candidate: Candidate) => (
    <Article key={candidate.id} candidate={candidate} names={selection.names} forced={forcedWay(candidate.id)}>
      {candidate.eligible && <OutlookTold code={code} selection={selection.id} candidate={candidate} />}
    </Article>
  );
  return (
    <>
      {chosen.length > 0 && (
        <section class="choose-part">
          <h2>{say("chosen")}</h2>
          {chosen.map(article)}
        </section>
      )}
      <section class="choose-part">
        <h2>{say("rejected")}</h2>
        {rejected.map(article)}
      </section>
      <Told title={say("notes")} statements={selection.notes} />
    </>
  );
}

/** What takes the host a while: asked for one after the other. */
function Questions({ code, id }: { code: string; id: string }) {
  const path = { code, id };
  const found = useResource(
    (signal) =>
      patiently(
        (broken) =>
          api.GET("/api/v1/regions/{code}/selections/{id}/interventions", { params: { path }, signal: broken }),
        signal,
      ),
    [code, id],
  );
  const asked = found.value !== undefined || found.problem !== undefined;
  return (
    <>
      {found.value && <InterventionsTold told={found.value} />}
      <ProblemNotice problem={found.problem} again={found.again} />
      {asked ? <HowSure code={code} id={id} /> : <Loading />}
    </>
  );
}

function HowSure({ code, id }: { code: string; id: string }) {
  const found = useResource(
    (signal) =>
      patiently(
        (broken) =>
          api.GET("/api/v1/regions/{code}/selections/{id}/robustness", {
            params: { path: { code, id } },
            signal: broken,
          }),
        signal,
      ),
    [code, id],
  );
  return (
    <>
      {!found.value && found.loading && <Loading />}
      <ProblemNotice problem={found.problem} again={found.again} />
      {found.value && <Sureness robustness={found.value} />}
    </>
  );
}

/** What anybody needs who wants to reckon it again. */
function Proof({ selection }: { selection: Selection }) {
  return (
    <section class="choose-part">
      <h2>{say("proof")}</h2>
      <p>
        {selection.status === "optimal" && selection.selected
          ? say("proof_what", { score: number(selection.score ?? 0) })
          : say("proof_none")}
      </p>
      <ul>
        <li>{say("proof_selection", { id: selection.id })}</li>
        <li>{say("proof_catalogue", { revision: selection.catalogue_revision, day: selection.as_of })}</li>
        {selection.plugins.map((one) => (
          <li key={one.id}>
            {say("proof_rule", { rule: one.id ?? "", version: one.version ?? "", digest: one.digest ?? "" })}
          </li>
        ))}
      </ul>
    </section>
  );
}
