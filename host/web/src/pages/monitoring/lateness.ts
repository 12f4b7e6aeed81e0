// How late something is, as a person says it.
import { day } from "../../formats/formats";
import { month } from "../../formats/months";
import { sentences } from "../../words/words";
import words from "./late_words.json";

const say = sentences(words);

const dayLength = 86_400_000; // milliseconds

/** The last day of what may be a month: "2025-03" is over on 31 March. */
function lastDay(iso: string): number {
  const [year = 0, month = 1, dayOfMonth] = iso.split("-").map(Number);
  return dayOfMonth === undefined ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, dayOfMonth);
}

export const daysLate = (due: string, on: string): number =>
  Math.max(0, Math.round((lastDay(on) - lastDay(due)) / dayLength));

const dueWords = (due: string): string => (due.length > 7 ? day(due) : month(due));

/** "3 hari", "2 bulan": months once there are two of them. */
export function durationWords(days: number): string {
  return days < 60 ? say("days", { count: days }) : say("months", { count: Math.floor(days / 30) });
}

export interface LateThing {
  due: string;
  done_on?: string;
  explanation?: string;
}

/** `today`: a whole day. */
export function latenessWords(thing: LateThing, today: string): string {
  const days = daysLate(thing.due, thing.done_on ?? today);
  const lasted = durationWords(days);
  const due = dueWords(thing.due);
  const told = thing.done_on
    ? say("was_late", { due, day: day(thing.done_on), lasted })
    : say(days === 0 ? "is_missing" : "is_late", { due, lasted });
  return thing.explanation ? `${told} ${say("because", { explanation: thing.explanation })}` : told;
}
