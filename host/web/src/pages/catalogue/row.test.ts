import { describe, expect, it } from "vitest";

import { budgetOf, rowOf } from "./row";

describe("a row of the catalogue", () => {
  it("adds up what is known of the budget", () => {
    expect(budgetOf([{ year: 2024, amount: 100 }, { year: 2025, source: "csr", amount: 50 }])).toBe(150);
  });

  it("does not take an unknown part for nothing", () => {
    expect(budgetOf([{ year: 2024, amount: 100 }, { year: 2025 }])).toBeUndefined();
    expect(budgetOf([])).toBeUndefined();
    expect(budgetOf(undefined)).toBeUndefined();
  });

  it("puts the primary area first and leaves out what nobody confirmed", () => {
    const row = rowOf({
      id: "0197a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b",
      region: "13.11",
      entry_kind: "existing",
      status: "draft",
      revision: 1,
      mappings: [
        { area: "waste", primary: false, mapped_by: "person", confirmed: true },
        { area: "energy", primary: false, mapped_by: "suggestion", confirmed: false },
        { area: "health", primary: true, mapped_by: "person", confirmed: true },
      ],
    });
    expect(row.areas).toEqual(["health", "waste"]);
    expect(row.hasPrimary).toBe(true);
  });
});
