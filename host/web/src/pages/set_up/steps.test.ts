import { expect, test } from "vitest";

import { addressOf, after, stepNamed } from "./steps";

test("set-up begins with the region and ends with the innovations", () => {
  expect(stepNamed(undefined)).toBe("region");
  expect(stepNamed("elsewhere")).toBe("region");
  expect(after("region")).toBe("organisations");
  expect(after("innovations")).toBeUndefined();
});

test("a step's address names the region, once there is one", () => {
  expect(addressOf("cards", "13.11")).toBe("/siapkan?daerah=13.11&langkah=cards");
  expect(addressOf("region", undefined)).toBe("/siapkan?langkah=region");
});
