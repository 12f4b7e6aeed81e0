import { expect, test } from "vitest";

import { publicationOf } from "./publication";

test("what is checked is shown, and nothing else", () => {
  const form = new FormData();
  for (const name of ["budgets", "verified", "stage", "draft", "password"]) form.set(name, "on");
  expect(publicationOf(form)).toEqual({ statuses: ["verified"], fields: ["stage", "budgets"] });
});

test("nothing checked shows nothing", () => {
  expect(publicationOf(new FormData())).toEqual({ statuses: [], fields: [] });
});
