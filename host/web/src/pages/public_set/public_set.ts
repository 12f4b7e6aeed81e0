// What the API shows everybody of a quick-win set, by name.
import type { components } from "../../api/schema";
import { type Criterion, limitOf, type Scenario, weightsOf } from "../../parts/choice/scenario";

type Schemas = components["schemas"];

export type PublicSet = Schemas["PublicQuickWinSet"];
export type PublicCandidate = PublicSet["selection"]["candidates"][number];
export type PublicRuns = Schemas["PublicRuns"];
export type Tried = Schemas["TriedPublicly"];
type Trial = Schemas["PublicTrial"];

/** Where the API has it; nothing of a session is sent along: everybody sees the same. */
export const addressOf = (code: string, id: string, part = "") =>
  `/api/v1/regions/${code}/public/quick-win-sets/${id}${part}`;

/** Those whose name or owner has what was typed; nothing typed: all. */
export function candidatesWith(candidates: PublicCandidate[], typed: string): PublicCandidate[] {
  const wanted = typed.trim().toLocaleLowerCase("id");
  return candidates.filter((one) =>
    [one.name, one.owner?.name ?? ""].some((text) => text.toLocaleLowerCase("id").includes(wanted)),
  );
}

/** What moved sliders ask for: every weight, and the ends as they stand on the page. */
export function trialOf(scenario: Scenario, criteria: Criterion[], candidates: number): Trial {
  const { min = 0, max = candidates } = scenario.count ?? {};
  return {
    weights: weightsOf(scenario, criteria),
    count: { min, max },
    budget: limitOf(scenario, "budget") ?? null,
  };
}

export interface Moved {
  came: PublicCandidate[];
  went: PublicCandidate[];
}

/** Against the set that was chosen. */
export function movedBy(tried: Tried, candidates: PublicCandidate[]): Moved {
  const now = new Set(tried.candidates.filter((one) => one.chosen).map((one) => one.id));
  return {
    came: candidates.filter((one) => !one.chosen && now.has(one.id)),
    went: candidates.filter((one) => one.chosen && !now.has(one.id)),
  };
}

/** The chosen of a trial, the best first, with what each is worth then. */
export function chosenBy(tried: Tried, candidates: PublicCandidate[]) {
  const named = new Map(candidates.map((one) => [one.id, one]));
  return tried.candidates
    .filter((one) => one.chosen)
    .flatMap(({ id, score }) => {
      const candidate = named.get(id);
      return candidate ? [{ candidate, score }] : [];
    })
    .sort((one, other) => other.score - one.score);
}

