import { expect, test } from "vitest";

import { emptyStep, moved, plannedOf, rowOf } from "./plan_rows";

test("a step comes back from the form as it went in", () => {
  const step = {
    name: "Melatih kader",
    output: "78 kader",
    responsible_name: "Siti Aminah",
    organisation: "o-1",
    from: "2025-01",
    to: "2025-03",
    costs: [{ year: 2025, source: "apbd" as const, amount: 60_000_000 }],
    late: false,
  };
  expect(plannedOf(rowOf(step))).toEqual({
    name: "Melatih kader",
    output: "78 kader",
    responsible: "Siti Aminah",
    organisation: "o-1",
    from: "2025-01",
    to: "2025-03",
    costs: [{ year: 2025, source: "apbd", amount: 60_000_000 }],
  });
});

test("what a step does not say is left out", () => {
  expect(plannedOf({ ...emptyStep, name: " Studi " })).toEqual({ name: "Studi", output: "", from: "", to: "" });
});

test("a step moves to another place", () => {
  expect(moved(["a", "b", "c"], 2, 1)).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b"], 0, 1)).toEqual(["b", "a"]);
});
