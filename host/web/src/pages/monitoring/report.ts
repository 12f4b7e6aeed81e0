// A report as a form has it, and as the API takes it.
import type { components } from "../../api/schema";
import { numberSent, rupiahOf, wholeOf } from "../../formats/typed_numbers";

export type NewReport = components["schemas"]["NewReport"];
type Report = components["schemas"]["MonitoringReport"];

export interface IndicatorRow {
  innovation: string;
  definition: string;
  unit: string;
  baseline: string;
  target: string;
  value: string;
}

export interface ReportForm {
  how: "stage" | "percent";
  stage: string;
  stagePercent: string;
  percent: string;
  realised: string;
  indicators: IndicatorRow[];
  obstacle: string;
  explanation: string;
}

interface Entry {
  id: string;
  indicators?: { definition?: string; unit?: string; baseline?: string; target?: string }[];
}

/** All indicators of the candidate's entries, with what was reported of them in this period. */
const indicatorRows = (entries: readonly Entry[], report?: Report): IndicatorRow[] =>
  entries.flatMap((entry) =>
    (entry.indicators ?? []).map(({ definition = "", unit = "", baseline = "", target = "" }) => ({
      innovation: entry.id,
      definition,
      unit,
      baseline,
      target,
      value:
        report?.indicators.find((one) => one.innovation === entry.id && one.definition === definition)?.value ?? "",
    })),
  );

const text = (value: number | undefined) => (value === undefined ? "" : String(value));

export const formOf = (entries: readonly Entry[], report?: Report): ReportForm => ({
  how: report?.percent !== undefined ? "percent" : "stage",
  stage: report?.stage ?? "",
  stagePercent: text(report?.stage_percent),
  percent: text(report?.percent),
  realised: text(report?.realised),
  indicators: indicatorRows(entries, report),
  obstacle: report?.obstacle ?? "",
  explanation: report?.explanation ?? "",
});

/** What is not known is left out: it is not 0. */
export function reportOf(form: ReportForm): NewReport {
  const byStage = form.how === "stage" && form.stage !== "";
  const percent = form.how === "percent" ? numberSent(form.percent, wholeOf) : undefined;
  const realised = numberSent(form.realised, rupiahOf);
  const indicators = form.indicators
    .filter((one) => one.value.trim() !== "")
    .map(({ innovation, definition, value }) => ({ innovation, definition, value: value.trim() }));
  return {
    ...(byStage && { stage: form.stage, stage_percent: numberSent(form.stagePercent, wholeOf) ?? 0 }),
    ...(percent !== undefined && { percent }),
    ...(realised !== undefined && { realised }),
    ...(indicators.length > 0 && { indicators }),
    ...(form.obstacle.trim() && { obstacle: form.obstacle.trim() }),
    ...(form.explanation.trim() && { explanation: form.explanation.trim() }),
  };
}
