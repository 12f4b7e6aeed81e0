// The three horizons, each told the same way: who leads, how far it is, what is late.
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import type { components } from "../../api/schema";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { placingWord } from "../../parts/placing";
import { month } from "../../formats/months";
import { sentences } from "../../words/words";
import { percentOf } from "../monitoring/percent";
import "./sets.css";
import words from "./words.json";

const say = sentences(words);

type Horizon = components["schemas"]["HorizonList"]["horizons"][number];
type Entry = Horizon["candidates"][number];

function progress(entry: Entry): string {
  const report = entry.last_report;
  const percent = report && percentOf(report);
  return report && percent !== undefined
    ? say("reported", { percent, period: report.period_name })
    : say("not_reported");
}

function Row({ code, entry }: { code: string; entry: Entry }) {
  return (
    <tr>
      <th scope="row">
        <a href={`/${code}/quick-win/${entry.set}/${entry.candidate}`}>{entry.name}</a>
      </th>
      <td>{entry.lead_name ?? say("no_lead")}</td>
      <td>
        {entry.steps === 0 ? say("no_plan") : say("steps_done", { done: entry.steps_done, all: entry.steps })}
        {entry.next_step && (
          <>
            <br />
            <small>{say("next_step", { step: entry.next_step.name, month: month(entry.next_step.to) })}</small>
          </>
        )}
      </td>
      <td>{progress(entry)}</td>
      <td>
        {entry.late > 0 && <strong class="quick-win-late">{say("late", { count: entry.late })}</strong>}
        {entry.late_explained > 0 && ` ${say("late_explained", { count: entry.late_explained })}`}
        {entry.late + entry.late_explained === 0 && say("not_late")}
      </td>
    </tr>
  );
}

export function Horizons({ code }: { code: string }) {
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/horizons", { params: { path: { code } }, signal }),
    [code],
  );
  if (!found.value) return found.problem ? <ProblemNotice problem={found.problem} again={found.again} /> : <Loading />;
  return (
    <>
      {found.value.horizons.map(({ placing, candidates }) => (
        <section key={placing}>
          <h2>{placingWord(placing)}</h2>
          {candidates.length === 0 ? (
            <p>{say("nothing_placed")}</p>
          ) : (
            <div class="wide" tabIndex={0} role="region" aria-label={placingWord(placing)}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{say("name")}</th>
                    <th scope="col">{say("lead")}</th>
                    <th scope="col">{say("plan")}</th>
                    <th scope="col">{say("progress")}</th>
                    <th scope="col">{say("lateness")}</th>
                  </tr>
                </thead>
                <tbody>
                  {candidates.map((entry) => (
                    <Row key={entry.candidate} code={code} entry={entry} />
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </section>
      ))}
    </>
  );
}
