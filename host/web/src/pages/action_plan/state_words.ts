// How far a step is, as a person says it.
import { day } from "../../formats/formats";
import { sentences } from "../../words/words";
import type { StepState } from "./steps";
import words from "./words.json";

const say = sentences(words);

export function stateWords(state: StepState): string {
  if (state.kind === "done") {
    return state.monthsLate > 0
      ? say("done_late", { day: day(state.on), months: state.monthsLate })
      : say("done", { day: day(state.on) });
  }
  if (state.kind === "late") {
    return state.explanation
      ? say("late_explained", { months: state.months, explanation: state.explanation })
      : say("late", { months: state.months });
  }
  return say(state.kind);
}
