// What differs between two selections: who came, who went, who stayed, and what of the scenario,
// of the rules and of the catalogue was otherwise.
import type { Candidate, Choice } from "../../parts/choice/answers";
import { keyOf, type Scenario, scenarioOf } from "../../parts/choice/scenario";

export interface Change {
  /** What of the scenario: "count", "weights", "limits", "bounds", "coverage", "include", ... */
  part: string;
  /** Of which member: a criterion, a group, a candidate. */
  of?: string;
  before: unknown;
  after: unknown;
}

export interface Differences {
  came: { candidate: Candidate; before?: Candidate }[];
  went: { candidate: Candidate; after?: Candidate }[];
  stayed: Candidate[];
  points: number | null;
  changes: Change[];
  /** Names of candidates that are there in one of them only, or that tell something else. */
  changed: string[];
  otherDay: boolean;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Lists by what their elements are about, so that order does not matter. */
function parts(scenario: Scenario, choice: Choice): Map<string, Change> {
  const found = new Map<string, Change>();
  const add = (part: string, of: string | undefined, value: unknown) =>
    found.set(`${part} ${of ?? ""}`, { part, of, before: undefined, after: value });
  for (const one of choice.criteria) add("weights", keyOf(one), one.weight);
  add("count", undefined, scenario.count);
  for (const one of scenario.limits ?? []) add("limits", one.resource, one.max);
  for (const { group, ...ends } of scenario.bounds ?? []) add("bounds", group, ends);
  for (const one of scenario.coverage ?? []) add("coverage", one.groups, one.min);
  for (const one of scenario.include ?? []) add("include", one.id, one.reason);
  for (const one of scenario.exclude ?? []) add("exclude", one.id, one.reason);
  for (const one of choice.plugins) add("rules", one.id, `${one.version} ${one.digest ?? ""}`);
  for (const one of scenario.rules) add("parameters", one.plugin, one.parameters);
  add("candidates", undefined, scenario.candidates);
  add("values", undefined, scenario.values);
  add("unknown", undefined, scenario.unknown);
  add("relations", undefined, scenario.relations);
  return found;
}

function changesBetween(before: Choice, after: Choice): Change[] {
  const nothing: Scenario = { rules: [] };
  const was = parts(scenarioOf(before.scenario) ?? nothing, before);
  const is = parts(scenarioOf(after.scenario) ?? nothing, after);
  const changes: Change[] = [];
  for (const [key, one] of is) {
    const earlier = was.get(key)?.after;
    if (!same(earlier, one.after)) changes.push({ ...one, before: earlier });
  }
  for (const [key, one] of was) {
    if (!is.has(key) && one.after !== undefined) {
      changes.push({ ...one, before: one.after, after: undefined });
    }
  }
  return changes;
}

/** What of a candidate comes from its entry: amounts, areas, values; not what was chosen. */
const told = (candidate: Candidate | undefined) =>
  candidate && [
    candidate.name,
    candidate.cost,
    candidate.duration_months,
    candidate.staff,
    candidate.areas,
    candidate.eligible,
    candidate.criteria.map((one) => [keyOf(one), one.value]),
  ];

export function differencesBetween(before: Choice, after: Choice): Differences {
  const was = new Map(before.candidates.map((one) => [one.id, one]));
  const is = new Map(after.candidates.map((one) => [one.id, one]));
  const chosen = (list: Map<string, Candidate>, id: string) => list.get(id)?.chosen ?? false;
  return {
    came: after.candidates
      .filter((one) => one.chosen && !chosen(was, one.id))
      .map((candidate) => ({ candidate, before: was.get(candidate.id) })),
    went: before.candidates
      .filter((one) => one.chosen && !chosen(is, one.id))
      .map((candidate) => ({ candidate, after: is.get(candidate.id) })),
    stayed: after.candidates.filter((one) => one.chosen && chosen(was, one.id)),
    points:
      typeof before.score === "number" && typeof after.score === "number"
        ? after.score - before.score
        : null,
    changes: changesBetween(before, after),
    changed: [...new Map([...was, ...is]).values()]
      .filter((one) => !same(told(was.get(one.id)), told(is.get(one.id))))
      .map((one) => one.name),
    otherDay: before.as_of !== after.as_of,
  };
}
