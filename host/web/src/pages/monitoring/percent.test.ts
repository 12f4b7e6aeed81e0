import { expect, test } from "vitest";

import { percentOf } from "./percent";

test("progress by stage is told in whole percents", () => {
  expect(percentOf({ progress: 375_000 })).toBe(37);
});

test("a physical percentage stands before progress by stage, 0 also", () => {
  expect(percentOf({ percent: 0, progress: 375_000 })).toBe(0);
});

test("what was not reported is not 0", () => {
  expect(percentOf({})).toBeUndefined();
});
