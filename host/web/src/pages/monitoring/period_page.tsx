// One period: open, remind, close; who has not reported; all reports; printed as it stands.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { basedOn, useChange } from "../../api/change";
import { useResource } from "../../api/resource";
import type { components } from "../../api/schema";
import { day } from "../../formats/formats";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { Notice, ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { placingWord } from "../../parts/placing";
import { PrintButton } from "../../parts/print_button";
import { may } from "../../shell/session";
import { sentences } from "../../words/words";
import { plannedPercent } from "../action_plan/steps";
import { Bar } from "./bar";
import "./monitoring.css";
import { percentOf } from "./percent";
import { PeriodDialog } from "./period_dialog";
import { moneyText, progressText, type Report, ReportShown } from "./report_shown";
import { type Stage, useStages } from "./stages";
import words from "./words.json";

const say = sentences(words);

type Period = components["schemas"]["MonitoringPeriod"];
type Plan = components["schemas"]["ActionPlan"];

/** What can be done with a period in its state. */
function Actions({ code, period, again }: { code: string; period: Period; again: () => void }) {
  const [changing, setChanging] = useState(false);
  const change = useChange();
  const take = async (step: "open" | "remind" | "close") => {
    const done = await change.run(() =>
      api.POST(`/api/v1/regions/{code}/monitoring-periods/{id}/${step}`, {
        params: { path: { code, id: period.id }, header: basedOn(period.revision) },
      }),
    );
    if (done) again();
  };
  const button = (step: "open" | "remind" | "close", kind = "secondary") => (
    <button type="button" class={kind} disabled={change.busy} onClick={() => void take(step)}>
      {say(`do_${step}`)}
    </button>
  );
  return (
    <div class="no-print">
      <p class="actions">
        {period.state === "planned" && (
          <>
            {button("open", "")}
            <button type="button" class="secondary" onClick={() => setChanging(true)}>
              {say("change")}
            </button>
          </>
        )}
        {period.state === "open" && (
          <>
            {period.waiting.length > 0 && button("remind")}
            {button("close")}
          </>
        )}
      </p>
      <ProblemNotice problem={change.problem} again={again} />
      {changing && (
        <PeriodDialog
          code={code}
          period={period}
          close={() => setChanging(false)}
          kept={() => {
            setChanging(false);
            again();
          }}
        />
      )}
    </div>
  );
}

function Facts({ period }: { period: Period }) {
  const reminded = period.reminded_on ?? [];
  const facts: [string, string][] = [
    [say("days"), say("from_to", { from: day(period.from), to: day(period.to) })],
    [say("due"), day(period.due)],
    [say("state"), say(period.state)],
  ];
  if (period.opened_on) facts.push([say("opened_on"), day(period.opened_on)]);
  if (reminded.length > 0) facts.push([say("reminded_on"), reminded.map(day).join(", ")]);
  if (period.closed_on) facts.push([say("closed_on"), day(period.closed_on)]);
  return (
    <dl class="monitoring-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const linkOf = (code: string, period: string, of: { set: string; candidate?: string }) =>
  `/${code}/pemantauan/periode/${period}/lapor/${of.set}/${of.candidate}`;

function Waiting({ code, period }: { code: string; period: Period }) {
  if (period.state === "planned") return null;
  if (period.waiting.length === 0) return <Notice kind="good">{say("all_reported")}</Notice>;
  return (
    <section>
      <h2>{say("waiting", { count: period.waiting.length })}</h2>
      <ul>
        {period.waiting.map((one) => (
          <li key={`${one.set}/${one.candidate}`}>
            {one.name}{" "}
            <small>
              {placingWord(one.placing)} · {one.lead_name ?? say("no_lead")}
            </small>{" "}
            {may("report", code) && (
              <a class="no-print" href={linkOf(code, period.id, one)} aria-label={say("report_of", { name: one.name })}>
                {say("report")}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ReportsProps {
  code: string;
  period: Period;
  reports: Report[];
  plans: Plan[];
  stages: readonly Stage[];
}

/** Planned against real, and money, side by side. */
function Comparison({ code, period, reports, plans, stages }: ReportsProps) {
  return (
    <div class="wide" tabIndex={0} role="region" aria-label={say("comparison")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say("name")}</th>
            <th scope="col">{say("planned_percent")}</th>
            <th scope="col">{say("real")}</th>
            <th scope="col">{say("money")}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => {
            const plan = plans.find((one) => one.candidate === report.candidate && one.set === report.set);
            const planned = plan && plannedPercent(plan.steps, period.to);
            return (
              <tr key={report.id}>
                <th scope="row">
                  <a href={`/${code}/quick-win/${report.set}/${report.candidate}`}>{report.name}</a>
                  <br />
                  <small>{report.lead_name}</small>
                  {period.state === "open" && may("report", code) && (
                    <>
                      <br />
                      <a
                        class="no-print"
                        href={linkOf(code, period.id, report)}
                        aria-label={say("better_of", { name: report.name })}
                      >
                        {say("better")}
                      </a>
                    </>
                  )}
                </th>
                <td>{planned === undefined ? say("unknown") : `${Math.round(planned)} %`}</td>
                <td>
                  <Bar part={percentOf(report)} planned={planned} />
                  {progressText(report, stages)}
                </td>
                <td>{moneyText(report)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Than the comparison does. */
const tellsMore = (report: Report) =>
  report.indicators.length > 0 || Boolean(report.obstacle) || Boolean(report.explanation);

function Reports(props: ReportsProps) {
  const { reports, stages } = props;
  if (reports.length === 0) return null;
  return (
    <section>
      <h2>{say("reports")}</h2>
      <Comparison {...props} />
      {reports.filter(tellsMore).map((report) => (
        <article key={report.id}>
          <h3>{report.name}</h3>
          <ReportShown report={report} stages={stages} />
        </article>
      ))}
    </section>
  );
}

export default function PeriodPage({ region: code = "", id = "" }: Record<string, string>) {
  const path = { code, id };
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/monitoring-periods/{id}", { params: { path }, signal }),
    [code, id],
  );
  const reports = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/monitoring-periods/{id}/reports", { params: { path }, signal }),
    [code, id],
  );
  const plans = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/action-plans", { params: { path: { code } }, signal }),
    [code],
  );
  const stages = useStages(code);
  const period = found.value?.id === id ? found.value : undefined;
  const problem = found.problem ?? reports.problem ?? plans.problem;
  const again = () => {
    found.again();
    reports.again();
  };
  return (
    <Page title={period?.name ?? say("title")} actions={<PrintButton />}>
      <p class="no-print">
        <a href={`/${code}/pemantauan`}>{say("all")}</a>
      </p>
      <ProblemNotice problem={problem} again={again} />
      {!period && !problem && <Loading />}
      {period && (
        <div class="monitoring-period">
          <Facts period={period} />
          {may("choose", code) && <Actions code={code} period={period} again={again} />}
          {period.state === "planned" && <Empty title={say("not_open")} what={say("not_open_what")} />}
          <Waiting code={code} period={period} />
          {reports.value && plans.value && (
            <Reports
              code={code}
              period={period}
              reports={reports.value.reports}
              plans={plans.value.action_plans}
              stages={stages}
            />
          )}
        </div>
      )}
    </Page>
  );
}
