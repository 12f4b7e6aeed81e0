// What was reported of one candidate, period by period: planned and real as a chart, then each.
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { ProgressChart } from "../../parts/progress_chart";
import { sentences } from "../../words/words";
import type { PlanPlace } from "../action_plan/plan";
import { plannedPercent, type Step } from "../action_plan/steps";
import { percentOf } from "../monitoring/percent";
import { ReportShown } from "../monitoring/report_shown";
import { useStages } from "../monitoring/stages";
import words from "./candidate_words.json";

const say = sentences(words);

export function Reports({ place, steps, name }: { place: PlanPlace; steps: readonly Step[]; name: string }) {
  const { code, id, candidate } = place;
  const found = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/quick-win-sets/{id}/action-plans/{candidate}/reports", {
        params: { path: { code, id, candidate } },
        signal,
      }),
    [code, id, candidate],
  );
  const periods = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/monitoring-periods", { params: { path: { code } }, signal }),
    [code],
  );
  const stages = useStages(code);
  const reports = found.value?.reports;
  if (!reports) return found.problem ? <ProblemNotice problem={found.problem} again={found.again} /> : <Loading />;
  if (reports.length === 0) return <p>{say("no_reports")}</p>;
  const begun = (periods.value?.monitoring_periods ?? []).filter((period) => period.state !== "planned");
  const points = begun.map((period) => {
    const report = reports.find((one) => one.period === period.id);
    return {
      label: period.name ?? "",
      planned: plannedPercent(steps, period.to),
      real: report && percentOf(report),
    };
  });
  return (
    <>
      {points.length > 0 && <ProgressChart title={say("progress_of", { name })} points={points} />}
      {reports.map((report) => (
        <article key={report.id}>
          <h3>
            <a href={`/${code}/pemantauan/periode/${report.period}`}>{report.period_name}</a>
          </h3>
          <ReportShown report={report} stages={stages} />
        </article>
      ))}
    </>
  );
}
