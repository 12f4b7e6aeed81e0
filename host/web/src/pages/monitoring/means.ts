// What all quick wins together were to reach by the end of a period, and what was reported.
import type { components } from "../../api/schema";
import { plannedPercent } from "../action_plan/steps";
import { percentOf } from "./percent";

type Period = components["schemas"]["MonitoringPeriod"];
type Report = components["schemas"]["MonitoringReport"];
type Plan = components["schemas"]["ActionPlan"];

export const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;

const known = (value: number | undefined): value is number => value !== undefined;

/** The mean over the quick wins that have a plan. */
export const plannedMean = (plans: readonly Plan[], day: string): number | undefined =>
  mean(
    plans
      .filter((plan) => plan.placing === "quick-win")
      .map((plan) => plannedPercent(plan.steps, day))
      .filter(known),
  );

/** The mean over the quick wins whose progress was reported. */
export const realMean = (reports: readonly Report[]): number | undefined =>
  mean(
    reports
      .filter((report) => report.placing === "quick-win")
      .map(percentOf)
      .filter(known),
  );

/** Those that were opened, the oldest first, at most so many of the newest. */
export const begun = (periods: readonly Period[], most: number): Period[] =>
  periods.filter((period) => period.state !== "planned").slice(-most);
