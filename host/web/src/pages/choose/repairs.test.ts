import { describe, expect, test } from "vitest";

import type { GroupNames } from "../../parts/choice/groups";
import type { Scenario } from "../../parts/choice/scenario";
import { repaired } from "./repairs";

const names: GroupNames = {
  dimension: new Map([
    ["smart-living", { id: "Kehidupan Cerdas", en: "Smart Living" }],
    ["smart-economy", { id: "Ekonomi Cerdas", en: "Smart Economy" }],
    ["smart-society", { id: "Masyarakat Cerdas", en: "Smart Society" }],
  ]),
  area: new Map(),
  organisation: new Map([["DINKES", "Dinas Kesehatan"]]),
};

const scenario: Scenario = {
  rules: [{ plugin: "rule" }],
  count: { min: 40, max: 40 },
  limits: [{ resource: "budget", max: 5 }],
  bounds: [{ group: "dimension:*", min: 1, max: 2 }],
  coverage: [{ groups: "dimension:*", min: 6 }],
  include: [{ id: "a", reason: "r", by: "b" }],
};

const conflict = (pointer: string, repair: string, given: Record<string, unknown> = {}) => ({
  kind: "choice.constraint.any",
  arguments: {},
  pointer,
  repair: { kind: `choice.repair.${repair}`, arguments: given },
});

const living = {
  kind: "choice.group.dimension",
  arguments: { name: { id: "Kehidupan Cerdas", en: "Smart Living" } },
};

describe("a repair", () => {
  test("puts the nearest number where the wish stands", () => {
    const mended = repaired(scenario, conflict("/count/min", "number", { value: 26 }), names);
    expect(mended?.count).toEqual({ min: 26, max: 40 });
    expect(scenario.count).toEqual({ min: 40, max: 40 });
    const richer = repaired(scenario, conflict("/limits/0/max", "budget", { value: 9 }), names);
    expect(richer?.limits).toEqual([{ resource: "budget", max: 9 }]);
  });

  test("leaves a wish out, and what is empty then", () => {
    const freed = repaired(scenario, conflict("/include/0", "left_out"), names);
    expect(freed?.include).toEqual([]);
    const unlimited = repaired(scenario, conflict("/limits/0/max", "left_out"), names);
    expect(unlimited?.limits).toEqual([]);
  });

  test("gives a minimum up for one dimension and keeps it for the others", () => {
    const given = { value: 2, given_up: [living] };
    const mended = repaired(scenario, conflict("/bounds/0/min", "fewer", given), names);
    expect(mended?.bounds).toEqual([
      { group: "dimension:*", max: 2 },
      { group: "dimension:smart-economy", min: 1 },
      { group: "dimension:smart-society", min: 1 },
    ]);
  });

  test("gives up the minimum of a group whose candidates are all refused", () => {
    const lost = {
      ...conflict("/bounds/0/min", "number", { value: 0 }),
      kind: "choice.constraint.bound_min_lost",
      arguments: { group: living },
    };
    expect(repaired(scenario, lost, names)?.bounds?.map((one) => one.group)).toEqual([
      "dimension:*",
      "dimension:smart-economy",
      "dimension:smart-society",
    ]);
  });

  test("of coverage is the number that can be covered", () => {
    const mended = repaired(scenario, conflict("/coverage/0/min", "fewer", { value: 4 }), names);
    expect(mended?.coverage).toEqual([{ groups: "dimension:*", min: 4 }]);
  });

  test("that would not be enough is none", () => {
    expect(repaired(scenario, conflict("/count/min", "not_alone"), names)).toBeUndefined();
    expect(repaired(scenario, { kind: "x", arguments: {} }, names)).toBeUndefined();
    const unknown = { kind: "choice.group.village", arguments: { name: "Lubuk" } };
    const given = { value: 1, given_up: [unknown] };
    expect(repaired(scenario, conflict("/bounds/0/min", "fewer", given), names)).toBeUndefined();
  });
});
