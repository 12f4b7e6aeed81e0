import { expect, test } from "vitest";

import { decimal } from "./decimal";

test("a decimal number is told with a comma", () => {
  expect(decimal("23.1")).toBe("23,1");
  expect(decimal("1500")).toBe("1.500");
});

test("what is no number is told as it is", () => {
  expect(decimal("")).toBe("");
  expect(decimal("kurang dari 3")).toBe("kurang dari 3");
});
