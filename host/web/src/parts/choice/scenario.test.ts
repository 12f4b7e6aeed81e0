import { describe, expect, test } from "vitest";

import {
  explained,
  limitOf,
  reachOf,
  type Scenario,
  scenarioOf,
  sent,
  unexplained,
  weightsOf,
  withBound,
  withBoundEnd,
  withCount,
  withCoverage,
  withForced,
  withLimit,
  withoutBound,
  withoutForced,
  withOwnWeights,
  withWeight,
} from "./scenario";

const plain: Scenario = { rules: [{ plugin: "rule" }] };
const criteria = [
  { rule: "rule", criterion: "felt", weight: 3, own_weight: 3 },
  { rule: "rule", criterion: "soon", weight: 1, own_weight: 1 },
];
const grounds = { reason: "Kesepakatan rapat", by: "Ani" };

describe("weights", () => {
  test("are the rule's own until the scenario writes others", () => {
    expect(weightsOf(plain, criteria)).toEqual({ "rule/felt": 3, "rule/soon": 1 });
    const written = { ...plain, weights: { "rule/soon": { weight: 7, ...grounds } } };
    expect(weightsOf(written, criteria)).toEqual({ "rule/felt": 3, "rule/soon": 7 });
  });

  test("a moved weight is written as an integer, and the scenario before stays as it was", () => {
    const before = { ...plain, weights: { "rule/felt": 2 } };
    const after = withWeight(before, criteria, "rule/soon", 4.4);
    expect(after.weights).toEqual({ "rule/felt": 2, "rule/soon": 4 });
    expect(before.weights).toEqual({ "rule/felt": 2 });
    expect(withWeight(plain, criteria, "rule/soon", -3).weights).toEqual({ "rule/soon": 0 });
  });

  test("of a weighting become whole percents once one of them is moved", () => {
    const ranked = { ...plain, weighting: { rank: [["rule/felt"], ["rule/soon"]] } };
    const weighed = criteria.map((one, at) => ({ ...one, weight: [750_000, 250_000][at] ?? 0 }));
    expect(weightsOf(ranked, weighed)).toEqual({ "rule/felt": 75, "rule/soon": 25 });
    const moved = withWeight(ranked, weighed, "rule/soon", 30);
    expect(moved.weighting).toBeUndefined();
    expect(moved.weights).toEqual({ "rule/felt": 75, "rule/soon": 30 });
  });

  test("that differ from the rule's own want a reason, the others do not", () => {
    const moved = { ...plain, weights: { "rule/felt": 3, "rule/soon": 5 } };
    expect(unexplained(moved, criteria)).toEqual([criteria[1]]);
    const told = explained(moved, criteria, grounds);
    expect(told.weights).toEqual({ "rule/felt": 3, "rule/soon": { weight: 5, ...grounds } });
    expect(unexplained(told, criteria)).toEqual([]);
  });

  test("go back to the rule's own together", () => {
    const moved = { ...plain, weights: { "rule/felt": 9 } };
    expect(withOwnWeights(moved)).toEqual(plain);
  });

  test("have a slider that reaches a round number beyond the largest", () => {
    expect(reachOf({ a: 3, b: 10 })).toBe(10);
    expect(reachOf({ a: 3, b: 11 })).toBe(100);
    expect(reachOf({})).toBe(10);
  });
});

describe("count, limits, bounds and coverage", () => {
  test("an end of the count takes the other along where they would cross", () => {
    const eight = { ...plain, count: { min: 8, max: 8 } };
    expect(withCount(eight, "min", 10).count).toEqual({ min: 10, max: 10 });
    expect(withCount(eight, "max", 5).count).toEqual({ min: 5, max: 5 });
    expect(withCount(eight, "max", 9).count).toEqual({ min: 8, max: 9 });
    expect(withCount(withCount(eight, "min"), "max")).toEqual(plain);
  });

  test("a limit is set, changed and taken away", () => {
    const limited = withLimit(plain, "budget", 1_000);
    expect(limitOf(limited, "budget")).toBe(1_000);
    expect(withLimit(limited, "budget", 0).limits).toEqual([{ resource: "budget", max: 0 }]);
    expect(withLimit(limited, "budget")).toEqual(plain);
  });

  test("a second bound of the same group is put together with the first", () => {
    const one = withBound(plain, { group: "dimension:*", min: 1 });
    expect(withBound(one, { group: "dimension:*", max: 3 }).bounds).toEqual([
      { group: "dimension:*", min: 1, max: 3 },
    ]);
  });

  test("a bound whose last end is taken away is not sent", () => {
    const bounded = withBound(plain, { group: "organisation:*", max: 2 });
    expect(withBoundEnd(bounded, 0, "min", 3).bounds).toEqual([
      { group: "organisation:*", min: 3, max: 3 },
    ]);
    const empty = withBoundEnd(bounded, 0, "max");
    expect(empty.bounds).toEqual([{ group: "organisation:*" }]);
    expect(sent(empty, "13.11")).toEqual({ ...plain, region: "13.11" });
    expect(withoutBound(bounded, 0)).toEqual(plain);
  });

  test("coverage of a family is one number", () => {
    const covered = withCoverage(plain, "area:*", 6);
    expect(withCoverage(covered, "area:*", 9).coverage).toEqual([{ groups: "area:*", min: 9 }]);
    expect(withCoverage(covered, "area:*", undefined)).toEqual(plain);
  });
});

describe("forced candidates", () => {
  test("whoever is forced in is no longer forced out", () => {
    const out = withForced(plain, "exclude", { id: "a", ...grounds });
    const both = withForced(out, "include", { id: "a", ...grounds });
    expect(both.exclude).toBeUndefined();
    expect(both.include).toEqual([{ id: "a", ...grounds }]);
    expect(withoutForced(both, "a")).toEqual(plain);
  });
});

test("a document without rules is no scenario", () => {
  expect(scenarioOf({ name: "x" })).toBeUndefined();
  expect(scenarioOf(null)).toBeUndefined();
  expect(scenarioOf(plain)).toEqual(plain);
});
