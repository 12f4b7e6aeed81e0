import { expect, test } from "vitest";

import { formOf, reportOf } from "./report";

const entries = [
  { id: "e-1", indicators: [{ definition: "Prevalensi", unit: "%", baseline: "28", target: "20" }] },
  { id: "e-2" },
];

test("what is not known is left out of a report, and not 0", () => {
  expect(reportOf(formOf(entries))).toEqual({});
});

test("a report by stage says the stage and how far within it", () => {
  const form = { ...formOf(entries), stage: "building", stagePercent: "40", realised: "58.000.000" };
  expect(reportOf(form)).toEqual({ stage: "building", stage_percent: 40, realised: 58_000_000 });
});

test("a report by percentage names no stage", () => {
  const form = { ...formOf(entries), how: "percent" as const, stage: "building", percent: "53" };
  expect(reportOf(form)).toEqual({ percent: 53 });
});

test("only indicators with a value are reported", () => {
  const form = formOf([{ id: "e-1", indicators: [{ definition: "A" }, { definition: "B" }] }]);
  form.indicators[1]!.value = " 23,1 ";
  expect(reportOf(form).indicators).toEqual([{ innovation: "e-1", definition: "B", value: "23,1" }]);
});

test("what was reported before is shown again", () => {
  const report = {
    id: "r",
    region: "13.11",
    period: "p",
    set: "s",
    selection: "c",
    stage: "use",
    stage_percent: 20,
    progress: 690_000,
    realised: 76_000_000,
    indicators: [{ innovation: "e-1", definition: "Prevalensi", value: "23.1" }],
    obstacle: "Kader kurang",
    reported_on: "2025-04-01",
    name: "n",
    placing: "quick-win" as const,
    period_name: "Triwulan I",
    late: false,
  };
  const form = formOf(entries, report);
  expect(form).toMatchObject({ how: "stage", stage: "use", stagePercent: "20", realised: "76000000" });
  expect(form.indicators[0]).toMatchObject({ value: "23.1", baseline: "28", target: "20" });
});

test("numbers are read as people write them, and never as others than they mean", () => {
  const percentOf = (percent: string) => reportOf({ ...formOf(entries), how: "percent", percent }).percent;
  expect(reportOf({ ...formOf(entries), realised: "1,5 miliar" }).realised).toBe(1_500_000_000);
  expect(percentOf("7,5")).toBe("7,5"); // which the API refuses
  expect(percentOf(" ")).toBeUndefined();
});
