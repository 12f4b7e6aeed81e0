// The steps of an action plan: how far each is, what lay behind by a day, and the months that a
// picture of them shows.
import type { components } from "../../api/schema";
import { monthNumber } from "../../formats/months";

export type Step = components["schemas"]["ActionPlan"]["steps"][number];

export type StepState =
  | { kind: "done"; on: string; monthsLate: number }
  | { kind: "late"; months: number; explanation?: string }
  | { kind: "under-way" }
  | { kind: "ahead" };

/** `today`: a whole day. Whether a step is late the API has decided. */
export function stateOf(step: Step, today: string): StepState {
  if (step.done_on) {
    return { kind: "done", on: step.done_on, monthsLate: Math.max(0, monthNumber(step.done_on) - monthNumber(step.to)) };
  }
  if (step.late) {
    const months = Math.max(1, monthNumber(today) - monthNumber(step.to));
    return { kind: "late", months, explanation: step.explanation || undefined };
  }
  return { kind: monthNumber(step.from) <= monthNumber(today) ? "under-way" : "ahead" };
}

export interface Span {
  /** Months, counted. */
  first: number;
  last: number;
  /** Steps go on after `last`. */
  cut: boolean;
}

/** From the first step's month to the last one's, at most so many months. */
export function spanOf(steps: readonly Pick<Step, "from" | "to">[], most = 36): Span | undefined {
  if (steps.length === 0) return undefined;
  const first = Math.min(...steps.map((step) => monthNumber(step.from)));
  const last = Math.max(...steps.map((step) => monthNumber(step.to)));
  const shown = Math.min(last, first + most - 1);
  return { first, last: shown, cut: shown < last };
}

/** The months of a span that are named, so that at most so many names stand side by side. */
export function namedMonths({ first, last }: Span, most = 8): number[] {
  const every = [1, 2, 3, 6, 12].find((months) => (last - first + 1) / months <= most) ?? 12;
  const named: number[] = [];
  for (let month = first; month <= last; month += every) named.push(month);
  return named;
}

/**
 * What part of the plan lay behind at the end of that day's month, in percent: the mean share
 * of each step whose months are over. Nothing: there is no plan.
 */
export function plannedPercent(steps: readonly Pick<Step, "from" | "to">[], day: string): number | undefined {
  if (steps.length === 0) return undefined;
  const shares = steps.map(({ from, to }) => {
    const months = monthNumber(to) - monthNumber(from) + 1;
    return Math.min(1, Math.max(0, (monthNumber(day) - monthNumber(from) + 1) / months));
  });
  return (100 * shares.reduce((sum, share) => sum + share, 0)) / shares.length;
}
