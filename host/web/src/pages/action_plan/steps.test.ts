import { expect, test } from "vitest";

import { monthNumber } from "../../formats/months";
import { namedMonths, plannedPercent, spanOf, stateOf, type Step } from "./steps";
import { stateWords } from "./state_words";

const step = (from: string, to: string, more: Partial<Step> = {}): Step => ({
  name: "Melatih kader",
  output: "78 kader terlatih",
  from,
  to,
  late: false,
  ...more,
});

test("a step whose month is over is late by months, and says why", () => {
  const late = step("2025-01", "2025-03", { late: true, explanation: "Menunggu anggaran" });
  expect(stateOf(late, "2025-06-10")).toEqual({ kind: "late", months: 3, explanation: "Menunggu anggaran" });
  expect(stateWords(stateOf(late, "2025-06-10"))).toBe("terlambat 3 bulan: Menunggu anggaran");
});

test("a late step without an explanation says that there is none", () => {
  const late = step("2025-01", "2025-03", { late: true });
  expect(stateWords(stateOf(late, "2025-04-01"))).toBe("terlambat 1 bulan, belum dijelaskan");
});

test("a step that was done after its month says so", () => {
  const done = step("2025-01", "2025-03", { done_on: "2025-05-02" });
  expect(stateWords(stateOf(done, "2025-06-10"))).toBe("selesai 2 Mei 2025, 2 bulan sesudah rencana");
  const inTime = step("2025-01", "2025-03", { done_on: "2025-03-31" });
  expect(stateWords(stateOf(inTime, "2025-06-10"))).toBe("selesai 31 Maret 2025");
});

test("a step is under way from its first month on", () => {
  expect(stateOf(step("2025-06", "2025-08"), "2025-06-01").kind).toBe("under-way");
  expect(stateOf(step("2025-06", "2025-08"), "2025-05-31").kind).toBe("ahead");
});

test("a picture shows all months of the plan", () => {
  const span = spanOf([step("2025-03", "2025-12"), step("2025-01", "2025-02")]);
  expect(span).toEqual({ first: monthNumber("2025-01"), last: monthNumber("2025-12"), cut: false });
});

test("a picture of a plan without end is cut", () => {
  const span = spanOf([step("2025-03", "2199-12")]);
  expect(span?.cut).toBe(true);
  expect((span?.last ?? 0) - (span?.first ?? 0)).toBe(35);
});

test("a plan without steps has no picture and nothing planned", () => {
  expect(spanOf([])).toBeUndefined();
  expect(plannedPercent([], "2025-03-31")).toBeUndefined();
});

test("few months are named one by one, many every so many", () => {
  expect(namedMonths({ first: 0, last: 5, cut: false })).toEqual([0, 1, 2, 3, 4, 5]);
  expect(namedMonths({ first: 0, last: 35, cut: false })).toEqual([0, 6, 12, 18, 24, 30]);
});

test("what is planned by a day grows month by month", () => {
  const steps = [step("2025-01", "2025-02"), step("2025-03", "2025-06")];
  expect(plannedPercent(steps, "2024-12-31")).toBe(0);
  expect(plannedPercent(steps, "2025-01-31")).toBe(25);
  expect(plannedPercent(steps, "2025-03-31")).toBe(62.5);
  expect(plannedPercent(steps, "2026-03-31")).toBe(100);
});
