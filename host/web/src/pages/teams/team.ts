// Teams and duties, ready to be told.
import type { components } from "../../api/schema";

export type Team = components["schemas"]["Team"];
export type Member = NonNullable<Team["members"]>[number];
export type Decree = components["schemas"]["Decree"];
export type Duty = components["schemas"]["Duty"];
type Pair = components["schemas"]["Intersections"]["pairs"][number];

export const teamKinds = ["council", "executing-team", "working-group"] as const;
export type TeamKind = (typeof teamKinds)[number];

/** Kind by kind, those of which there are any; panels have pages of their own. */
export function byKind(teams: readonly Team[]): { kind: TeamKind; teams: Team[] }[] {
  return teamKinds
    .map((kind) => ({ kind, teams: teams.filter((one) => one.kind === kind) }))
    .filter((group) => group.teams.length > 0);
}

/** What touches that dimension and another, the most first. */
export function intersectionsOf(dimension: string, pairs: readonly Pair[]) {
  return pairs
    .filter((one) => one.first === dimension && one.second !== dimension && one.innovations > 0)
    .map((one) => ({ other: one.second, innovations: one.innovations }))
    .sort((one, other) => other.innovations - one.innovations);
}

interface DutyCounts {
  open: number;
  late: number;
  done: number;
}

export function dutyCounts(duties: readonly Duty[]): DutyCounts {
  const done = duties.filter((one) => one.done_on !== undefined).length;
  return { open: duties.length - done, late: duties.filter((one) => one.late).length, done };
}

/** Whether it must be asked who did it: nobody's own, and not that of who says so. */
export const asksWho = (duty: Duty): boolean => !duty.person && !duty.own;

/** A member as they are put back where they were taken out. */
export const putBack = ({ person, organisation, duty, account }: Member) => ({
  person,
  ...(organisation && { organisation }),
  ...(duty && { duty }),
  ...(account && { account }),
});
