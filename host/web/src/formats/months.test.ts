import { expect, test } from "vitest";

import { month, monthNumber, monthText, today } from "./months";

test("months are counted across years", () => {
  expect(monthNumber("2026-01") - monthNumber("2025-11")).toBe(2);
  expect(monthText(monthNumber("2025-12") + 1)).toBe("2026-01");
});

test("a whole day counts for its month", () => {
  expect(monthNumber("2025-03-20")).toBe(monthNumber("2025-03"));
});

test("a month is told in words", () => {
  expect(month("2025-03")).toBe("Maret 2025");
});

test("today is the day of the clock on the wall", () => {
  expect(today(new Date(2025, 8, 5, 23, 30))).toBe("2025-09-05");
});
