import { expect, test } from "vitest";

import { daysLate, durationWords, latenessWords } from "./lateness";
import { progressAt } from "./stages";

test("a month is over on its last day", () => {
  expect(daysLate("2025-03", "2025-03-31")).toBe(0);
  expect(daysLate("2025-03", "2025-04-01")).toBe(1);
  expect(daysLate("2024-02", "2024-03-01")).toBe(1);
});

test("what is not due yet is not late", () => {
  expect(daysLate("2199-04-15", "2025-04-01")).toBe(0);
});

test("a long delay is told in months", () => {
  expect(durationWords(59)).toBe("59 hari");
  expect(durationWords(61)).toBe("2 bulan");
});

test("lateness says since when, how long and why", () => {
  expect(latenessWords({ due: "2025-04-15" }, "2025-04-20")).toBe("Seharusnya 15 April 2025; terlambat 5 hari.");
  expect(latenessWords({ due: "2025-03", explanation: "Menunggu jadwal" }, "2025-04-02")).toBe(
    "Seharusnya Maret 2025; terlambat 2 hari. Sebabnya: Menunggu jadwal",
  );
});

test("what is missing in a period that was closed early has no days to count", () => {
  expect(latenessWords({ due: "2199-10-15" }, "2026-04-02")).toBe(
    "Belum ada, padahal periodenya sudah ditutup; batasnya 15 Oktober 2199.",
  );
});

test("what was late says when it was done", () => {
  expect(latenessWords({ due: "2025-04-15", done_on: "2025-04-18" }, "2026-01-01")).toBe(
    "Seharusnya 15 April 2025, selesai 18 April 2025: terlambat 3 hari.",
  );
});

test("progress by stage is its start and a part of its width", () => {
  expect(progressAt({ start: 30, width: 15 }, 50)).toBe(37);
  expect(progressAt({ start: 85, width: 15 }, 100)).toBe(100);
});
