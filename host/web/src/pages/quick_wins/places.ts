// Where each candidate is placed while a selection is adopted, or a set is amended.
import type { components } from "../../api/schema";
import type { Placing } from "../../parts/placing";

type Adoption = components["schemas"]["Adoption"];
type Placed = NonNullable<Adoption["candidates"]>[number];

/** What the planner says for all that are not placed one by one. */
export interface Usual {
  chosenReason: string;
  restPlacing: Placing;
  restReason: string;
}

/** What the planner says of one candidate; nothing: the usual. */
export interface Said {
  placing?: Placing;
  reason?: string;
}

export interface Candidate {
  id: string;
  chosen: boolean;
}

export function placeOf(candidate: Candidate, said: Said | undefined, usual: Usual): { placing: Placing; reason: string } {
  const placing = said?.placing ?? (candidate.chosen ? "quick-win" : usual.restPlacing);
  const usualReason = placing === "quick-win" ? usual.chosenReason : usual.restReason;
  return { placing, reason: said?.reason?.trim() || usualReason.trim() };
}

/** All of them, in their order: what is wrong with one is told by its number. */
export const placesOf = (
  candidates: readonly Candidate[],
  said: Readonly<Record<string, Said>>,
  usual: Usual,
): Placed[] =>
  candidates.map((candidate) => ({ candidate: candidate.id, ...placeOf(candidate, said[candidate.id], usual) }));

/** Those that an amendment places anew. */
export const movedOf = (
  before: readonly { candidate?: string; placing: Placing }[],
  said: Readonly<Record<string, Said>>,
): Placed[] =>
  before.flatMap(({ candidate = "", placing }) => {
    const now = said[candidate];
    return now?.placing && now.placing !== placing
      ? [{ candidate, placing: now.placing, reason: now.reason?.trim() ?? "" }]
      : [];
  });

/** What only a selection's chosen candidates can be. */
export const placingsFor = (all: readonly Placing[], chosen: boolean): Placing[] =>
  all.filter((placing) => chosen || placing !== "quick-win");
