import { expect, test } from "vitest";

import { begun, mean, plannedMean, realMean } from "./means";

const report = (percent: number | undefined, progress?: number, placing = "quick-win" as "quick-win" | "long-term") => ({
  id: "r",
  region: "13.11",
  period: "p",
  set: "s",
  selection: "c",
  percent,
  progress,
  indicators: [],
  reported_on: "2025-04-01",
  name: "n",
  placing,
  period_name: "Triwulan I",
  late: false,
});

test("nothing has no mean", () => {
  expect(mean([])).toBeUndefined();
  expect(realMean([report(undefined)])).toBeUndefined();
});

test("the physical percentage counts before progress by stage, and quick wins alone", () => {
  expect(realMean([report(20, 900_000), report(undefined, 400_000), report(100, 1_000_000, "long-term")])).toBe(30);
});

test("what is planned is the mean of the quick wins with a plan", () => {
  const plan = (placing: "quick-win" | "long-term", steps: { from: string; to: string }[]) => ({
    set: "s",
    candidate: "c",
    name: "n",
    placing,
    supervised: true,
    steps: steps.map((step) => ({ ...step, late: false })),
    done: 0,
    late: 0,
    revision: 1,
  });
  const quick = plan("quick-win", [{ from: "2025-01", to: "2025-04" }]);
  const none = plan("quick-win", []);
  const long = plan("long-term", [{ from: "2025-01", to: "2025-01" }]);
  expect(plannedMean([quick, none, long], "2025-02-28")).toBe(50);
});

test("the newest periods that were opened are shown", () => {
  const period = (name: string, state: "planned" | "closed") => ({
    id: name,
    region: "13.11",
    name,
    from: "2025-01-01",
    to: "2025-03-31",
    due: "2025-04-15",
    state,
    reported: 0,
    waiting: [],
    revision: 1,
  });
  const periods = [period("I", "closed"), period("II", "closed"), period("III", "closed"), period("IV", "planned")];
  expect(begun(periods, 2).map((one) => one.name)).toEqual(["II", "III"]);
});
