// The steps of a plan as a form has them, and as the API takes them.
import type { components } from "../../api/schema";
import { type CostRow, costsOf, rowsOf } from "../../parts/costs";
import type { Step } from "./steps";

type Planned = components["schemas"]["NewActionPlan"]["steps"][number];

export interface StepRow {
  name: string;
  output: string;
  responsible: string;
  organisation: string;
  from: string;
  to: string;
  costs: CostRow[];
}

export const emptyStep: StepRow = {
  name: "",
  output: "",
  responsible: "",
  organisation: "",
  from: "",
  to: "",
  costs: [],
};

export const rowOf = (step: Step): StepRow => ({
  name: step.name ?? "",
  output: step.output ?? "",
  responsible: step.responsible_name ?? "",
  organisation: step.organisation ?? "",
  from: step.from,
  to: step.to,
  costs: rowsOf(step.costs),
});

export const plannedOf = (row: StepRow): Planned => ({
  name: row.name.trim(),
  output: row.output.trim(),
  from: row.from,
  to: row.to,
  ...(row.responsible.trim() && { responsible: row.responsible.trim() }),
  ...(row.organisation && { organisation: row.organisation }),
  ...(row.costs.length > 0 && { costs: costsOf(row.costs) }),
});

export const moved = <Row>(rows: readonly Row[], from: number, to: number): Row[] => {
  const left = rows.filter((_, index) => index !== from);
  const row = rows[from];
  return row === undefined ? left : [...left.slice(0, to), row, ...left.slice(to)];
};
