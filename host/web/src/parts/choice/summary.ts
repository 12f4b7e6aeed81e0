// What a choice is worth, in one line.
import { number, rupiah } from "../../formats/formats";
import { sentences } from "../../words/words";
import type { Choice } from "./answers";
import words from "./words.json";

const say = sentences(words);

type Summed = Pick<Choice, "considered" | "selected" | "score" | "bound" | "uses" | "status" | "optimal_sets">;

/** A score that is not told is left out. */
export function summaryOf(choice: Summed): string {
  const { candidates, eligible } = choice.considered;
  if (choice.selected === null) return say("summary_none", { candidates, eligible });
  const parts = [
    say("summary", { chosen: choice.selected.length, candidates, eligible }),
    ...(choice.score === null ? [] : [say("summary_score", { score: number(choice.score) })]),
    ...(choice.uses.budget === undefined ? [] : [say("summary_cost", { cost: rupiah(choice.uses.budget) })]),
    choice.status === "optimal" ? say("proven") : say("not_proven", { bound: number(choice.bound ?? 0) }),
    ...(choice.optimal_sets > 1 ? [say("ties", { sets: number(choice.optimal_sets) })] : []),
  ];
  return parts.join(" · ");
}
