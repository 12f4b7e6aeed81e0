import { describe, expect, it } from "vitest";

import { asksWho, byKind, type Duty, dutyCounts, intersectionsOf, putBack, type Team } from "./team";

const team = (name: string, kind: Team["kind"]): Team => ({
  id: name,
  region: "62.02",
  kind,
  name,
  decrees: [],
  counts: true,
  revision: 1,
});
const duty = (more: Partial<Duty>): Duty => ({
  id: "d",
  region: "62.02",
  team: "t",
  team_name: "Pokja",
  due: "2026-12-01",
  late: false,
  own: false,
  revision: 1,
  ...more,
});

describe("teams", () => {
  it("are told kind by kind, without panels and without kinds that nobody is of", () => {
    const groups = byKind([
      team("Panel", "panel"),
      team("Pokja", "working-group"),
      team("Dewan", "council"),
    ]);
    expect(groups.map((group) => [group.kind, group.teams.map((one) => one.name)])).toEqual([
      ["council", ["Dewan"]],
      ["working-group", ["Pokja"]],
    ]);
  });
});

describe("the intersections of a working group", () => {
  it("are those of its dimension with others in which something is, the most first", () => {
    const pairs = [
      { first: "living", second: "living", innovations: 40 },
      { first: "living", second: "economy", innovations: 0 },
      { first: "living", second: "society", innovations: 2 },
      { first: "living", second: "environment", innovations: 5 },
      { first: "society", second: "living", innovations: 2 },
    ];
    expect(intersectionsOf("living", pairs)).toEqual([
      { other: "environment", innovations: 5 },
      { other: "society", innovations: 2 },
    ]);
  });
});

describe("duties", () => {
  it("are open, late among the open, or done", () => {
    const duties = [duty({}), duty({ late: true }), duty({ done_on: "2026-11-01" })];
    expect(dutyCounts(duties)).toEqual({ open: 2, late: 1, done: 1 });
  });

  it("are noted as done by whom they were given to, or by who says so", () => {
    expect(asksWho(duty({ person: "p" }))).toBe(false);
    expect(asksWho(duty({ own: true }))).toBe(false);
  });

  it("of a whole team need a name when somebody outside notes that they are done", () => {
    expect(asksWho(duty({}))).toBe(true);
  });
});

it("puts a member back with what they were in the team", () => {
  const member = { person: "p", organisation: "o", duty: "ketua", name: "Ani" };
  expect(putBack(member)).toEqual({ person: "p", organisation: "o", duty: "ketua" });
});
