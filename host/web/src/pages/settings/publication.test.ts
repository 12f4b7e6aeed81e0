import { expect, test } from "vitest";

import { publicationOf } from "./publication";

test("what is checked is shown, and nothing else", () => {
  const form = new FormData();
  for (const name of ["budgets", "verified", "stage", "reasons", "draft", "password"]) form.set(name, "on");
  expect(publicationOf(form)).toEqual({
    statuses: ["verified"],
    fields: ["stage", "budgets"],
    quick_win_sets: ["reasons"],
  });
});

test("nothing checked shows nothing", () => {
  expect(publicationOf(new FormData())).toEqual({ statuses: [], fields: [], quick_win_sets: [] });
});
