import { expect, test } from "vitest";

import { movedOf, placesOf, placingsFor } from "./places";

const usual = { chosenReason: "terpilih", restPlacing: "not-now" as const, restReason: "belum terpilih" };
const candidates = [
  { id: "a", chosen: true },
  { id: "b", chosen: false },
  { id: "c", chosen: true },
];

test("who is chosen becomes a quick win, the rest gets the usual place", () => {
  expect(placesOf(candidates, {}, usual)).toEqual([
    { candidate: "a", placing: "quick-win", reason: "terpilih" },
    { candidate: "b", placing: "not-now", reason: "belum terpilih" },
    { candidate: "c", placing: "quick-win", reason: "terpilih" },
  ]);
});

test("who is placed by hand keeps the place and the reason", () => {
  const said = { b: { placing: "medium-term" as const, reason: " menunggu anggaran " }, c: { placing: "long-term" as const } };
  const places = placesOf(candidates, said, usual);
  expect(places[1]).toEqual({ candidate: "b", placing: "medium-term", reason: "menunggu anggaran" });
  expect(places[2]).toEqual({ candidate: "c", placing: "long-term", reason: "belum terpilih" });
});

test("an amendment names only who moves", () => {
  const before = [
    { candidate: "a", placing: "quick-win" as const },
    { candidate: "b", placing: "not-now" as const },
  ];
  const said = { a: { placing: "quick-win" as const }, b: { placing: "quick-win" as const, reason: "anggaran ada" } };
  expect(movedOf(before, said)).toEqual([{ candidate: "b", placing: "quick-win", reason: "anggaran ada" }]);
});

test("what was not chosen cannot become a quick win", () => {
  expect(placingsFor(["quick-win", "not-now"], false)).toEqual(["not-now"]);
});
