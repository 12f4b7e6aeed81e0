// Monitoring at a glance: the periods, what is late, and planned against real over the periods.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import type { components } from "../../api/schema";
import { day } from "../../formats/formats";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { ProgressChart } from "../../parts/progress_chart";
import { may } from "../../shell/session";
import { sentences } from "../../words/words";
import { Late } from "./late";
import { begun, plannedMean, realMean } from "./means";
import { PartsNav } from "./parts_nav";
import { PeriodDialog } from "./period_dialog";
import words from "./words.json";

const say = sentences(words);

type Period = components["schemas"]["MonitoringPeriod"];

const mostShown = 8; // periods in the chart

function Periods({ code, periods }: { code: string; periods: Period[] }) {
  return (
    <div class="wide" tabIndex={0} role="region" aria-label={say("periods")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say("period")}</th>
            <th scope="col">{say("state")}</th>
            <th scope="col">{say("reports")}</th>
            <th scope="col">{say("due")}</th>
            <th scope="col">{say("days")}</th>
          </tr>
        </thead>
        <tbody>
          {[...periods].reverse().map((period) => (
            <tr key={period.id}>
              <th scope="row">
                <a href={`/${code}/pemantauan/periode/${period.id}`}>{period.name}</a>
              </th>
              <td>{say(period.state)}</td>
              <td>
                {period.state !== "planned" &&
                  say("reported", { reported: period.reported, missing: period.waiting.length })}
              </td>
              <td>{day(period.due)}</td>
              <td>{say("from_to", { from: day(period.from), to: day(period.to) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The reports of several periods, in their order. */
async function reportsOf(code: string, periods: readonly Period[], signal: AbortSignal) {
  const answers = await Promise.all(
    periods.map(({ id }) =>
      api.GET("/api/v1/regions/{code}/monitoring-periods/{id}/reports", { params: { path: { code, id } }, signal }),
    ),
  );
  const refused = answers.find((answer) => !answer.data);
  const response = refused?.response ?? answers[0]?.response ?? new Response();
  return refused
    ? { error: refused.error, response }
    : { data: answers.map((answer) => answer.data?.reports ?? []), response };
}

function Progress({ code, periods }: { code: string; periods: Period[] }) {
  const shown = begun(periods, mostShown);
  const reports = useResource(
    (signal) => reportsOf(code, shown, signal),
    [code, shown.map((one) => `${one.id}.${one.revision}.${one.reported}`).join()],
  );
  const plans = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/action-plans", { params: { path: { code } }, signal }),
    [code],
  );
  if (shown.length === 0) return null;
  const problem = reports.problem ?? plans.problem;
  const points = shown.map((period, index) => ({
    label: period.name ?? "",
    planned: plannedMean(plans.value?.action_plans ?? [], period.to),
    real: realMean(reports.value?.[index] ?? []),
  }));
  return (
    <section>
      <h2>{say("progress")}</h2>
      <ProblemNotice problem={problem} again={reports.again} />
      {reports.value && plans.value ? (
        <ProgressChart title={say("progress")} points={points} />
      ) : (
        !problem && <Loading />
      )}
    </section>
  );
}

export default function OverviewPage({ region: code = "" }: Record<string, string>) {
  const [making, setMaking] = useState(false);
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/monitoring-periods", { params: { path: { code } }, signal }),
    [code],
  );
  const periods = found.value?.monitoring_periods;
  const plans = may("choose", code);
  return (
    <Page
      title={say("title")}
      actions={
        plans && (
          <button type="button" onClick={() => setMaking(true)}>
            {say("new")}
          </button>
        )
      }
    >
      <PartsNav code={code} />
      <ProblemNotice problem={found.problem} again={found.again} />
      {!periods && found.loading && <Loading />}
      {periods?.length === 0 && <Empty title={say("none")} what={say(plans ? "none_what" : "none_wait")} />}
      {periods && periods.length > 0 && <Periods code={code} periods={periods} />}
      {periods && <Late code={code} />}
      {periods && <Progress code={code} periods={periods} />}
      {making && (
        <PeriodDialog
          code={code}
          close={() => setMaking(false)}
          kept={() => {
            setMaking(false);
            found.again();
          }}
        />
      )}
    </Page>
  );
}
