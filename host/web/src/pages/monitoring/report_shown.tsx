// One report as it was given.
import type { ComponentChildren } from "preact";

import type { components } from "../../api/schema";
import { decimal } from "../../formats/decimal";
import { day, rupiah } from "../../formats/formats";
import { sentences } from "../../words/words";
import { Bar } from "./bar";
import "./monitoring.css";
import { percentOf } from "./percent";
import words from "./report_words.json";
import { type Stage, stageName } from "./stages";

const say = sentences(words);

export type Report = components["schemas"]["MonitoringReport"];

export function progressText(report: Report, stages: readonly Stage[]): string {
  const percent = percentOf(report);
  if (percent === undefined) return say("unknown");
  return report.stage
    ? say("at_stage", { percent, stage: stageName(stages, report.stage) })
    : say("percent_only", { percent });
}

export function moneyText(report: Report): string {
  if (report.realised === undefined) return say("unknown");
  if (report.budget === undefined) return say("realised_of_unknown", { realised: rupiah(report.realised) });
  const figures = { realised: rupiah(report.realised), budget: rupiah(report.budget) };
  return report.realised_percent === undefined
    ? say("realised_of", figures)
    : say("realised_percent", { ...figures, percent: report.realised_percent });
}

export function indicatorText(one: Report["indicators"][number]): string {
  const unit = one.unit ? ` ${one.unit}` : "";
  const path =
    one.baseline || one.target
      ? ` (${say("from_to", { from: decimal(one.baseline ?? "") || say("unknown"), to: decimal(one.target ?? "") || say("unknown") })})`
      : "";
  return `${one.definition ?? ""}: ${decimal(one.value ?? "")}${unit}${path}`;
}

export function ReportShown({ report, stages }: { report: Report; stages: readonly Stage[] }) {
  const facts: [string, ComponentChildren][] = [
    [
      say("progress"),
      <>
        <Bar part={percentOf(report)} /> {progressText(report, stages)}
      </>,
    ],
    [
      say("money"),
      <>
        {report.realised_percent !== undefined && <Bar part={report.realised_percent} />} {moneyText(report)}
      </>,
    ],
    [say("reported_on"), day(report.reported_on) + (report.late ? ` (${say("late")})` : "")],
  ];
  return (
    <div class="monitoring-report">
      <dl class="monitoring-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {report.indicators.length > 0 && (
        <>
          <strong>{say("indicators")}</strong>
          <ul>
            {report.indicators.map((one) => (
              <li key={`${one.innovation}/${one.definition}`}>{indicatorText(one)}</li>
            ))}
          </ul>
        </>
      )}
      {report.obstacle && (
        <p>
          <strong>{say("obstacle")}:</strong> {report.obstacle}
        </p>
      )}
      {report.explanation && (
        <p>
          <strong>{say("explanation")}:</strong> {report.explanation}
        </p>
      )}
    </div>
  );
}
