import { expect, test } from "vitest";

import { officeOf } from "./office";

test("an office is told as it is held", () => {
  expect(officeOf({ office: "Bupati", capacity: "definitif" })).toBe("Bupati");
  expect(officeOf({ office: "Kepala Dinas Kesehatan", capacity: "plt" })).toBe("Plt. Kepala Dinas Kesehatan");
});

test("what was signed stands before what was foreseen", () => {
  const signature = { office: "Kepala DISHUB", capacity: "plh" as const };
  expect(officeOf({ office: "Kepala Dinas", capacity: "definitif", signature })).toBe("Plh. Kepala DISHUB");
});
