// The runs of the round up to the one that was adopted, and what changed each time.
import { api } from "../../api/client";
import { patiently } from "../../api/patiently";
import { useResource } from "../../api/resource";
import { instant } from "../../formats/formats";
import { namesOf } from "../../parts/choice/answers";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { region } from "../../shell/region";
import { sentences } from "../../words/words";
import { changesOf } from "./changes";
import type { PublicRuns, PublicSet } from "./public_set";
import words from "./words.json";

const say = sentences(words);

type Run = PublicRuns["runs"][number];

export function Runs({ code, set }: { code: string; set: PublicSet }) {
  const path = { code, id: set.id };
  const found = useResource(
    (signal) =>
      patiently(
        (broken) =>
          api.GET("/api/v1/regions/{code}/public/quick-win-sets/{id}/runs", {
            params: { path },
            credentials: "omit",
            signal: broken,
          }),
        signal,
      ),
    [code, set.id],
  );
  const told = found.value;
  return (
    <section class="choose-part" id="putaran">
      <h2>{say("runs")}</h2>
      <ProblemNotice problem={found.problem} again={found.again} />
      {!told && !found.problem && <Loading />}
      {told && told.runs.length === 0 && <p>{say("runs_none")}</p>}
      {told && told.runs.length > 0 && (
        <>
          <p>{say("runs_what", { round: told.round })}</p>
          {told.left_out > 0 && <p>{say("runs_left_out", { count: told.left_out })}</p>}
          <ol>
            {told.runs.map((run, at) => (
              <li key={run.at}>
                <RunTold run={run} set={set} adopted={at === told.runs.length - 1} />
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function RunTold({ run, set, adopted }: { run: Run; set: PublicSet; adopted: boolean }) {
  const { since } = run;
  const changes = since ? changesOf(since, set.selection) : [];
  return (
    <>
      <p>
        <strong>{instant(run.at, region.value?.time_zone)}</strong>{" "}
        {run.status === "infeasible" ? say("run_infeasible") : say("run_chosen", { count: run.chosen })}
        {adopted && ` · ${say("run_adopted")}`}
      </p>
      {since && (
        <ul>
          {changes.map((one) => (
            <li key={one}>{one}</li>
          ))}
          {since.enter.length > 0 && <li>{say("run_came", { names: namesOf(since.enter) })}</li>}
          {since.leave.length > 0 && <li>{say("run_went", { names: namesOf(since.leave) })}</li>}
          {changes.length + since.enter.length + since.leave.length === 0 && <li>{say("run_same")}</li>}
        </ul>
      )}
    </>
  );
}
