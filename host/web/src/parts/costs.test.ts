import { expect, test } from "vitest";

import { costsOf, costText, rowsOf } from "./costs";

test("an amount is read as people write it, and never as less than they mean", () => {
  const amounts = ["1,5 miliar", "Rp 350 juta", "sekitar 5 juta"].map((amount) => ({ year: "2026", source: "" as const, amount }));
  expect(costsOf(amounts).map((one) => one.amount)).toEqual([1_500_000_000, 350_000_000, "sekitar 5 juta"]);
});

test("an amount is read with the dots that people write", () => {
  expect(costsOf([{ year: "2026", source: "apbd", amount: "150.000.000" }])).toEqual([
    { year: 2026, source: "apbd", amount: 150_000_000 },
  ]);
});

test("an amount that is not known is left out, and not 0", () => {
  expect(costsOf([{ year: "2026", source: "", amount: "" }])).toEqual([{ year: 2026 }]);
  expect(costText({ year: 2026 })).toBe("2026: belum diketahui");
});

test("rows and costs say the same", () => {
  const costs = [{ year: 2026, source: "csr" as const, amount: 5 }];
  expect(costsOf(rowsOf(costs))).toEqual(costs);
});
