// How a follow-up stands, as a person says it.
import { day } from "../../formats/formats";
import { sentences } from "../../words/words";
import words from "./follow_up_words.json";
import { type LateThing, latenessWords } from "./lateness";

const say = sentences(words);

/** `today`: a whole day. Whether it is late the API has decided. */
export function followUpState(
  one: LateThing & { state: "late" | "explained" | "open" | "done" },
  today: string,
): string {
  if (one.state === "done") return say("done_on", { day: one.done_on ? day(one.done_on) : "" });
  if (one.state === "open") return say("until", { day: day(one.due) });
  return latenessWords(one, today);
}
