// What the API tells of a choice, by name.
import type { components } from "../../api/schema";
import { language } from "../../words/language";
import type { Sentence } from "../../words/words";

type Schemas = components["schemas"];

export type Selection = Schemas["Selection"];
export type Summary = Schemas["SelectionSummary"];
export type Candidate = Schemas["Candidate"];
export type Robustness = Schemas["Robustness"];
export type Interventions = Schemas["Interventions"];
export type Outlook = Schemas["CandidateOutlook"];
export type Statement = Schemas["Statement"];
export type Conflict = Schemas["Conflict"];
export type Seal = Schemas["WeightsSeal"];
export type Runs = Schemas["RoundRuns"];
export type Run = Runs["runs"][number];

/** A candidate without its score, of which not everybody is told. */
export type Explained = Omit<Candidate, "score">;

/** What is chosen when a scenario is tried: a selection that nobody keeps. */
export type Choice = Omit<Selection, "id" | "revision" | "problem">;

/** The sentence in the reader's language. */
export const inWords = (both: Sentence): string => both[language.value];

/** Scores and points are millionths of a point. */
export const chosenOf = <One extends { chosen: boolean }>(choice: { candidates: One[] }) =>
  choice.candidates.filter((one) => one.chosen);
export const rejectedOf = <One extends { chosen: boolean }>(choice: { candidates: One[] }) =>
  choice.candidates.filter((one) => !one.chosen);

export const namesOf = (list: { name: string }[]) => list.map((one) => one.name).join(", ");

/** When a selection was made: its id is a UUID of version 7, which begins with the instant. */
export function madeAt(id: string): string | undefined {
  const milliseconds = Number.parseInt(id.replace("-", "").slice(0, 12), 16);
  return id[14] === "7" && Number.isFinite(milliseconds)
    ? new Date(milliseconds).toISOString()
    : undefined;
}

/** The reasons of a candidate, apart by what they answer. */
export function reasonsOf(candidate: Pick<Candidate, "reasons">) {
  const starts = (...kinds: string[]) =>
    candidate.reasons.filter((one) => kinds.some((kind) => one.kind.startsWith(kind)));
  const ways = starts("choice.way.");
  const lacks = starts("choice.out.lacks", "choice.out.lift", "choice.out.largest");
  return {
    why: candidate.reasons.filter((one) => !ways.includes(one) && !lacks.includes(one)),
    lacks,
    ways,
  };
}
