import { expect, test } from "vitest";

import type { Candidate, Choice } from "../../parts/choice/answers";
import { differencesBetween } from "./differences";

const candidate = (id: string, chosen: boolean, score = 1): Candidate => ({
  id,
  kind: "entry",
  name: id.toUpperCase(),
  owner: null,
  dimension: null,
  area: null,
  areas: [],
  eligible: true,
  chosen,
  score,
  cost: null,
  duration_months: null,
  staff: null,
  criteria: [],
  reasons: [],
  assumed: [],
  unverified: [],
  unknown: [],
});

const choice = (candidates: Candidate[], given: Record<string, unknown> = {}): Choice =>
  ({
    candidates,
    plugins: [{ id: "rule", version: "1.0.0", digest: "d" }],
    criteria: [{ rule: "rule", criterion: "felt", weight: 2, own_weight: 2 }],
    scenario: { rules: [{ plugin: "rule" }], count: { min: 2, max: 2 } },
    score: 10,
    catalogue_revision: 5,
    as_of: "2024-01-01",
    ...given,
  }) as unknown as Choice;

test("tells who came, who went and who stayed", () => {
  const before = choice([candidate("a", true), candidate("b", true), candidate("c", false, 3)]);
  const after = choice([candidate("a", true), candidate("c", true, 9), candidate("b", false)], {
    score: 14,
  });
  const found = differencesBetween(before, after);
  expect(found.came.map((one) => [one.candidate.id, one.before?.score])).toEqual([["c", 3]]);
  expect(found.went.map((one) => [one.candidate.id, one.after?.chosen])).toEqual([["b", false]]);
  expect(found.stayed.map((one) => one.id)).toEqual(["a"]);
  expect(found.points).toBe(4);
  expect(found.changes).toEqual([]);
  expect(found.changed).toEqual([]);
});

test("tells whose entry says something else, not whose score hangs on other weights", () => {
  const before = choice([candidate("a", true), candidate("b", false, 1)]);
  const after = choice([{ ...candidate("a", true), cost: 5 }, candidate("b", false, 2)]);
  expect(differencesBetween(before, after).changed).toEqual(["A"]);
});

test("who is no candidate any more went, too", () => {
  const found = differencesBetween(choice([candidate("a", true)]), choice([]));
  expect(found.went).toEqual([{ candidate: candidate("a", true), after: undefined }]);
  expect(found.changed).toEqual(["A"]);
});

test("tells what of the scenario was otherwise, whatever its order", () => {
  const bounds = [{ group: "dimension:*", min: 1 }, { group: "organisation:*", max: 2 }];
  const before = choice([], { scenario: { rules: [{ plugin: "rule" }], bounds } });
  const after = choice([], {
    scenario: {
      rules: [{ plugin: "rule" }],
      bounds: [bounds[1], { group: "area:*", max: 3 }],
      count: { min: 8 },
    },
    criteria: [{ rule: "rule", criterion: "felt", weight: 5, own_weight: 2 }],
  });
  expect(differencesBetween(before, after).changes).toEqual([
    { part: "weights", of: "rule/felt", before: 2, after: 5 },
    { part: "count", of: undefined, before: undefined, after: { min: 8 } },
    { part: "bounds", of: "area:*", before: undefined, after: { max: 3 } },
    { part: "bounds", of: "dimension:*", before: { min: 1 }, after: undefined },
  ]);
});

test("without a set on one side there is no difference in points", () => {
  expect(differencesBetween(choice([], { score: null }), choice([])).points).toBeNull();
});
