import { expect, test } from "vitest";

import type { Organisation } from "../../api/organisations";
import { type Account, matches } from "./account";

const health: Organisation = {
  id: "1",
  region: "13.11",
  kind: "opd",
  code: "DINKES",
  name: "Dinas Kesehatan",
  innovations: 0,
  revision: 1,
};
const organisations = new Map([["1", health]]);
const rina: Account = {
  id: "a",
  login: "dinkes-2",
  name: "Rina Marlina",
  disabled: false,
  grants: [{ role: "contributor", region: "13.11", organisation: "1" }],
};

test("somebody is found by name, sign-in name and organisation, in any case", () => {
  for (const text of ["rina", "MARLINA", "dinkes-2", "kesehatan", ""]) {
    expect(matches(rina, organisations, text), text).toBe(true);
  }
});

test("all words must be there, in any order", () => {
  expect(matches(rina, organisations, "kesehatan rina")).toBe(true);
  expect(matches(rina, organisations, "rina pendidikan")).toBe(false);
});
