import { expect, test } from "vitest";

import { percentsOf, scoreText } from "./score";

test("a score is told on the scheme's scale", () => {
  expect(scoreText({ low: 325_000, high: 325_000 }, 4)).toBe("1,3");
});

test("what is not known makes it a range", () => {
  expect(scoreText({ low: 325_000, high: 712_500 }, 4)).toBe("1,3 – 2,85");
  expect(percentsOf({ low: 325_000, high: 712_500 })).toEqual({ part: 32.5, possible: 71.25 });
});
