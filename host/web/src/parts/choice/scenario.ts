// A scenario as the pages hold it, and each move that a planner makes on it: a scenario in, the
// next one out. docs/planner.md says what the members mean; whether they are right the API says.
export interface Grounds {
  reason: string;
  by: string;
}
type Weight = number | ({ weight: number } & Grounds);
export interface Bound {
  group: string;
  min?: number;
  max?: number;
}
export interface Coverage {
  groups: string;
  min: number;
}
interface Limit {
  resource: string;
  max?: number;
}
export type Forced = Grounds & { id: string };

export interface Scenario {
  name?: string;
  region?: string;
  round?: string;
  rules: { plugin: string; version?: string; parameters?: Record<string, unknown> }[];
  weights?: Record<string, Weight>;
  weighting?: Record<string, unknown>;
  candidates?: { status?: string[]; entry_kind?: string[]; max_duration_months?: number };
  values?: "verified" | "claimed";
  unknown?: Record<string, unknown>;
  count?: { min?: number; max?: number };
  limits?: Limit[];
  bounds?: Bound[];
  coverage?: Coverage[];
  relations?: Record<string, string>;
  include?: Forced[];
  exclude?: Forced[];
}

/** What the API says of a criterion: its weight now, and the one of its rule. */
export interface Criterion {
  rule: string;
  criterion: string;
  weight: number;
  own_weight: number;
}

type Ends = { min?: number; max?: number };

/** A document that somebody kept, as far as it can be one: it has rules. */
export function scenarioOf(document: unknown): Scenario | undefined {
  const found = document as Partial<Scenario> | null;
  return typeof found === "object" && Array.isArray(found?.rules) ? (found as Scenario) : undefined;
}

export const keyOf = (criterion: Pick<Criterion, "rule" | "criterion">) => `${criterion.rule}/${criterion.criterion}`;

const numberOf = (weight: Weight) => (typeof weight === "number" ? weight : weight.weight);

/** The weight of every criterion; those that follow from a weighting as whole percents. */
export function weightsOf(scenario: Scenario, criteria: Criterion[]): Record<string, number> {
  const all = criteria.reduce((sum, one) => sum + one.weight, 0);
  return Object.fromEntries(
    criteria.map((one) => {
      if (scenario.weighting) {
        return [keyOf(one), all > 0 ? Math.round((one.weight * 100) / all) : 0];
      }
      const written = scenario.weights?.[keyOf(one)];
      return [keyOf(one), written === undefined ? one.own_weight : numberOf(written)];
    }),
  );
}

/** How far a slider goes: round, and with room above what it shows. */
export function reachOf(weights: Record<string, number>): number {
  const most = Math.max(0, ...Object.values(weights));
  return [10, 100, 1_000, 10_000, 100_000].find((reach) => most <= reach) ?? 1_000_000;
}

/** The weight of one criterion moved; a weighting gives way to the weights that came of it. */
export function withWeight(
  scenario: Scenario,
  criteria: Criterion[],
  key: string,
  weight: number,
): Scenario {
  const { weighting, ...rest } = scenario;
  const kept = weighting ? weightsOf(scenario, criteria) : (scenario.weights ?? {});
  return { ...rest, weights: { ...kept, [key]: Math.max(0, Math.round(weight)) } };
}

/** Every criterion weighs what its rule says. */
export function withOwnWeights(scenario: Scenario): Scenario {
  const { weighting: _, weights: __, ...rest } = scenario;
  return rest;
}

/** Criteria that weigh something else than their rule says, with nobody's reason for it. */
export function unexplained(scenario: Scenario, criteria: Criterion[]): Criterion[] {
  if (scenario.weighting) return [];
  return criteria.filter((one) => {
    const written = scenario.weights?.[keyOf(one)];
    return typeof written === "number" && written !== one.own_weight;
  });
}

/** The same with that reason for each of them. */
export function explained(scenario: Scenario, criteria: Criterion[], grounds: Grounds): Scenario {
  const weights = { ...scenario.weights };
  for (const one of unexplained(scenario, criteria)) {
    weights[keyOf(one)] = { weight: numberOf(weights[keyOf(one)] ?? 0), ...grounds };
  }
  return { ...scenario, weights };
}

function withList<Key extends "limits" | "bounds" | "coverage" | "include" | "exclude">(
  scenario: Scenario,
  key: Key,
  list: NonNullable<Scenario[Key]>,
): Scenario {
  const next: Scenario = { ...scenario };
  if (list.length > 0) next[key] = list;
  else delete next[key];
  return next;
}

const withoutEmpty = <Given extends Ends>(given: Given): Given => {
  const { min, max, ...rest } = given;
  return {
    ...rest,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  } as Given; // the same members, but for those that are undefined
};

/** The other end follows where the two would cross. */
function uncrossed(ends: Ends, moved: "min" | "max"): Ends {
  const { min, max } = ends;
  if (min === undefined || max === undefined || min <= max) return ends;
  return moved === "min" ? { min, max: min } : { min: max, max };
}

export function withCount(scenario: Scenario, end: "min" | "max", value?: number): Scenario {
  const count = withoutEmpty(uncrossed({ ...scenario.count, [end]: value }, end));
  const { count: _, ...rest } = scenario;
  return Object.keys(count).length > 0 ? { ...rest, count } : rest;
}

export const limitOf = (scenario: Scenario, resource: string) =>
  scenario.limits?.find((one) => one.resource === resource)?.max;

/** undefined: no limit. */
export function withLimit(scenario: Scenario, resource: string, max?: number): Scenario {
  const others = (scenario.limits ?? []).filter((one) => one.resource !== resource);
  return withList(scenario, "limits", max === undefined ? others : [...others, { resource, max }]);
}

/** A further bound; of a group that has one already the ends are put together. */
export function withBound(scenario: Scenario, bound: Bound): Scenario {
  const bounds = scenario.bounds ?? [];
  const at = bounds.findIndex((one) => one.group === bound.group);
  if (at < 0) return withList(scenario, "bounds", [...bounds, withoutEmpty(bound)]);
  return withList(
    scenario,
    "bounds",
    bounds.map((one, place) => (place === at ? withoutEmpty({ ...one, ...withoutEmpty(bound) }) : one)),
  );
}

/** One end of a bound moved; one without ends stays until others are typed (see sent()). */
export function withBoundEnd(
  scenario: Scenario,
  at: number,
  end: "min" | "max",
  value?: number,
): Scenario {
  const bounds = (scenario.bounds ?? []).map((one, place) =>
    place === at
      ? withoutEmpty({ ...one, ...uncrossed({ min: one.min, max: one.max, [end]: value }, end) })
      : one,
  );
  return withList(scenario, "bounds", bounds);
}

export function withoutBound(scenario: Scenario, at: number): Scenario {
  return withList(scenario, "bounds", (scenario.bounds ?? []).filter((_, place) => place !== at));
}

export function withCoverage(scenario: Scenario, groups: string, min?: number): Scenario {
  const coverage = scenario.coverage ?? [];
  const known = coverage.some((one) => one.groups === groups);
  const wanted = min ? { groups, min } : undefined;
  const next = known
    ? coverage.flatMap((one) => (one.groups === groups ? (wanted ?? []) : one))
    : [...coverage, ...(wanted ? [wanted] : [])];
  return withList(scenario, "coverage", next);
}

/** Forced in or out: whoever was forced the other way is not any more. */
export function withForced(scenario: Scenario, way: "include" | "exclude", forced: Forced): Scenario {
  const free = withoutForced(scenario, forced.id);
  return withList(free, way, [...(free[way] ?? []), forced]);
}

export function withoutForced(scenario: Scenario, id: string): Scenario {
  const others = (list?: Forced[]) => (list ?? []).filter((one) => one.id !== id);
  return withList(
    withList(scenario, "include", others(scenario.include)),
    "exclude",
    others(scenario.exclude),
  );
}

/** A document in the body of a request: the API describes it as open, its types leave that out. */
export const asBody = (document: object) => document as never;

/** As it is sent: of this region, whatever region it was written for, without empty bounds. */
export function sent(scenario: Scenario, code: string): Scenario {
  const bounds = (scenario.bounds ?? []).filter(
    (one) => one.min !== undefined || one.max !== undefined,
  );
  return { ...withList(scenario, "bounds", bounds), region: code };
}
