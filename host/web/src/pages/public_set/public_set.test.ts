import { expect, test } from "vitest";

import type { Scenario } from "../../parts/choice/scenario";
import { candidatesWith, chosenBy, movedBy, type PublicCandidate, trialOf, type Tried } from "./public_set";

const candidate = (id: string, chosen: boolean, owner?: string): PublicCandidate => ({
  id,
  kind: "entry",
  name: `Calon ${id}`,
  owner: owner ? { code: owner, name: `Dinas ${owner}` } : null,
  dimension: null,
  area: null,
  areas: [],
  eligible: true,
  chosen,
  score: 1,
  cost: null,
  duration_months: null,
  staff: null,
  criteria: [],
  reasons: [],
  assumed: [],
  unverified: [],
  unknown: [],
});
const candidates = [candidate("a", true, "Kesehatan"), candidate("b", true), candidate("c", false)];
const tried: Tried = {
  status: "optimal",
  score: 9,
  cost: null,
  optimal_sets: 1,
  candidates: [
    { id: "a", score: 2, chosen: true },
    { id: "b", score: 1, chosen: false },
    { id: "c", score: 7, chosen: true },
    { id: "hidden", score: 8, chosen: true },
  ],
  conflict: [],
};
const criteria = [
  { rule: "r", criterion: "x", weight: 3, own_weight: 3 },
  { rule: "r", criterion: "y", weight: 1, own_weight: 1 },
];

test("a candidate is found by a part of its name or of its owner's", () => {
  const ids = (typed: string) => candidatesWith(candidates, typed).map((one) => one.id);
  expect(ids("")).toEqual(["a", "b", "c"]);
  expect(ids(" calon B")).toEqual(["b"]);
  expect(ids("kesehatan")).toEqual(["a"]);
  expect(ids("tidak ada")).toEqual([]);
});

test("who came and who went is told against the set that was adopted", () => {
  const { came, went } = movedBy(tried, candidates);
  expect(came.map((one) => one.id)).toEqual(["c"]);
  expect(went.map((one) => one.id)).toEqual(["b"]);
});

test("the chosen of a trial stand best first, those that are not named left out", () => {
  expect(chosenBy(tried, candidates).map(({ candidate: { id }, score }) => [id, score])).toEqual([
    ["c", 7],
    ["a", 2],
  ]);
});

test("a trial names every weight, and empty ends and budgets as no limit", () => {
  const scenario: Scenario = { rules: [], weights: { "r/x": { weight: 5, reason: "?", by: "?" } } };
  expect(trialOf(scenario, criteria, 31)).toEqual({
    weights: { "r/x": 5, "r/y": 1 },
    count: { min: 0, max: 31 },
    budget: null,
  });
  const limited: Scenario = { ...scenario, count: { max: 8 }, limits: [{ resource: "budget", max: 500 }] };
  expect(trialOf(limited, criteria, 31)).toMatchObject({ count: { min: 0, max: 8 }, budget: 500 });
});
