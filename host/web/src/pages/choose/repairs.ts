// One click mends a scenario that nothing satisfies: what the API names as the smallest change
// of one wish, made in the scenario. undefined: it names none that could be made.
import { familyOf, type GroupNames, isFamily } from "../../parts/choice/groups";
import type { Bound, Scenario } from "../../parts/choice/scenario";
import type { Sentence } from "../../words/words";

export interface Statement {
  kind: string;
  arguments: Record<string, unknown>;
}
export interface Conflict extends Statement {
  pointer?: string;
  repair?: Statement;
}

type Json = Record<string, unknown> | unknown[];

const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null;

/** The document with `change` made at the end of the pointer; members on the way are copied. */
function changedAt(document: Json, steps: string[], change: (parent: Json, key: string) => void): Json {
  const copy: Json = Array.isArray(document) ? [...document] : { ...document };
  const [first, ...rest] = steps;
  if (first === undefined) return copy;
  if (rest.length === 0) {
    change(copy, first);
    return copy;
  }
  const inner = (copy as Record<string, unknown>)[first];
  if (isJson(inner)) (copy as Record<string, unknown>)[first] = changedAt(inner, rest, change);
  return copy;
}

const stepsOf = (pointer: string) =>
  pointer
    .split("/")
    .slice(1)
    .map((step) => step.replace(/~1/g, "/").replace(/~0/g, "~"));

function withNumber(scenario: Scenario, pointer: string, value: number): Scenario {
  return changedAt(scenario as unknown as Json, stepsOf(pointer), (parent, key) => {
    (parent as Record<string, unknown>)[key] = value;
  }) as unknown as Scenario;
}

function without(scenario: Scenario, pointer: string): Scenario {
  const left = changedAt(scenario as unknown as Json, stepsOf(pointer), (parent, key) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  }) as unknown as Scenario;
  return tidied(left);
}

/** Without bounds that bound nothing, and coverage or limits that ask for nothing. */
function tidied(scenario: Scenario): Scenario {
  const next = { ...scenario };
  if (next.bounds) {
    next.bounds = next.bounds.filter((one) => one.min !== undefined || one.max !== undefined);
  }
  if (next.coverage) next.coverage = next.coverage.filter((one) => one.min !== undefined);
  if (next.limits) next.limits = next.limits.filter((one) => one.max !== undefined);
  return next;
}

/** The group that a statement of the API names: {"kind": "choice.group.dimension", ...}. */
function groupOf(told: unknown, names: GroupNames): string | undefined {
  const { kind = "", arguments: given = {} } = (isJson(told) ? told : {}) as Partial<Statement>;
  const family = kind.replace("choice.group.", "");
  const name = given.name;
  if (family === "dimension" || family === "area") {
    const found = [...names[family]].find(([, one]) => one.id === (name as Sentence)?.id);
    return found && `${family}:${found[0]}`;
  }
  if (family === "organisation") {
    const found = [...names.organisation].find(([, one]) => one === name);
    return found && `${family}:${found[0]}`;
  }
  return undefined;
}

const membersOf = (family: string, names: GroupNames): string[] => {
  if (family !== "dimension" && family !== "area" && family !== "organisation") return [];
  return [...names[family].keys()].map((key) => `${family}:${key}`);
};

/** The minimum of a family given up for some of its groups: it holds for each of the others. */
function givenUp(
  scenario: Scenario,
  pointer: string,
  groups: (string | undefined)[],
  names: GroupNames,
): Scenario | undefined {
  const at = Number(stepsOf(pointer)[1]);
  const bound = scenario.bounds?.[at];
  if (!bound || !isFamily(bound.group) || groups.some((one) => one === undefined)) return undefined;
  // A bound of one group stands beside that of its family, which keeps its maximum.
  const { min, ...rest } = bound;
  const named = new Set((scenario.bounds ?? []).map((one) => one.group));
  const others: Bound[] = membersOf(familyOf(bound.group), names)
    .filter((group) => !groups.includes(group) && !named.has(group))
    .map((group) => ({ group, min }));
  if (others.length === 0) return undefined;
  const bounds = (scenario.bounds ?? []).flatMap((one, place) => {
    if (place !== at) return [one];
    return rest.max === undefined ? others : [rest, ...others];
  });
  return { ...scenario, bounds };
}

export function repaired(
  scenario: Scenario,
  { kind, pointer, repair, arguments: said }: Conflict,
  names: GroupNames,
): Scenario | undefined {
  if (!pointer || !repair) return undefined;
  const value = repair.arguments.value;
  switch (repair.kind) {
    case "choice.repair.left_out":
      return without(scenario, pointer);
    case "choice.repair.fewer": {
      if (!pointer.startsWith("/bounds/")) {
        return typeof value === "number" ? withNumber(scenario, pointer, value) : undefined;
      }
      const told = Array.isArray(repair.arguments.given_up) ? repair.arguments.given_up : [];
      return givenUp(scenario, pointer, told.map((one) => groupOf(one, names)), names);
    }
    case "choice.repair.number":
    case "choice.repair.budget":
      if (typeof value !== "number") return undefined;
      // The minimum of one group of a family, all of whose candidates are refused.
      if (kind === "choice.constraint.bound_min_lost") {
        return givenUp(scenario, pointer, [groupOf(said.group, names)], names);
      }
      return withNumber(scenario, pointer, value);
    default:
      return undefined;
  }
}
