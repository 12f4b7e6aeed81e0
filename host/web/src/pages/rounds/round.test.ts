import { describe, expect, it } from "vitest";

import {
  byFate,
  type Difference,
  linesOf,
  needsOf,
  newRound,
  planChange,
  planOf,
  presenceCounts,
  presenceRows,
  produced,
  type Round,
} from "./round";

const round = (id: string, more: Partial<Round> = {}): Round => ({
  id,
  region: "51.08",
  name: id,
  state: "open",
  attendance: [],
  minutes: [],
  not_recorded: [],
  missing: [],
  revision: 1,
  ...more,
});
const organisation = (id: string, kind = "opd", valid_to?: string) => ({
  id,
  name: `Dinas ${id}`,
  kind,
  valid_to,
});

describe("the list of presence", () => {
  const all = [
    organisation("C"),
    organisation("A"),
    organisation("gone", "opd", "2023"),
    organisation("village", "village"),
    organisation("guest", "community"),
  ];
  const held = round("I", {
    attendance: [
      { organisation: "A", presence: "online", replaced_by: "p", replaced_by_name: "Ibu Siti" },
      { organisation: "guest", presence: "present" },
    ],
  });

  it("has every agency there is, and of the others those that came", () => {
    expect(presenceRows(held, all).map((row) => row.organisation)).toEqual(["A", "C", "guest"]);
  });

  it("has whoever is asked for besides", () => {
    const rows = presenceRows(held, all, ["village"]);
    expect(rows.map((row) => row.organisation)).toContain("village");
  });

  it("says who came in whose place", () => {
    expect(presenceRows(held, all)[0]).toMatchObject({ presence: "online", replacedBy: "Ibu Siti" });
  });

  it("counts who is not recorded apart from who was absent", () => {
    const rows = presenceRows(held, all);
    expect(presenceCounts(rows)).toEqual({ present: 1, online: 1, absent: 0, unknown: 1 });
  });
});

describe("what a round needs", () => {
  const first = round("I");
  const second = round("II", { state: "planned", follows: "I", missing: ["Berita acara"] });

  it("is the round before, until that is closed", () => {
    expect(needsOf(second, [first, second]).before).toBe("I");
    expect(needsOf(second, [{ ...first, state: "closed" }, second]).before).toBeUndefined();
  });

  it("is every product without a document", () => {
    expect(needsOf(second, [first, second]).documents).toEqual(["Berita acara"]);
  });

  it("is nothing any more once it is closed", () => {
    const closed: Round = { ...second, state: "closed" };
    expect(needsOf(closed, [first, closed])).toEqual({ documents: [] });
  });
});

it("tells what a round produced: what has its document", () => {
  const products = [{ name: "Berita acara", document: "BA 1" }, { name: "Peta", document: "" }];
  expect(produced(round("I", { products })).map((one) => one.name)).toEqual(["Berita acara"]);
});

describe("a plan that was typed", () => {
  it("has one item of the agenda for each line that says something", () => {
    expect(linesOf(" Kondisi daerah \n\n Visi\n")).toEqual(["Kondisi daerah", "Visi"]);
  });

  it("leaves out of a new round what is not filled in", () => {
    const typed = { ...planOf(), name: "Bimtek I", agenda: "Visi" };
    expect(newRound(typed, ["Peta"])).toEqual({
      name: "Bimtek I",
      agenda: ["Visi"],
      products: [{ name: "Peta" }],
    });
  });

  it("takes away from a round what was emptied", () => {
    const typed = { ...planOf(round("I", { place: "Singaraja", from: "2025-02-18" })), place: "" };
    expect(planChange(typed)).toMatchObject({ place: null, from: "2025-02-18", to: null });
  });
});

it("groups differences by their fate and leaves out fates that nothing has", () => {
  const one = (id: string, fate: Difference["fate"]): Difference => ({
    id,
    fate,
    name: id,
    fields: [],
    areas_before: [],
    areas_after: [],
  });
  const groups = byFate([one("1", "changed"), one("2", "added"), one("3", "changed")]);
  expect(groups.map((group) => [group.fate, group.of.map(({ id }) => id)])).toEqual([
    ["added", ["2"]],
    ["changed", ["1", "3"]],
  ]);
});
