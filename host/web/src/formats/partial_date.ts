// Dates of which perhaps only the year or the month is known: "2024", "2024-03", "2024-03-05".
import { dateFormatter } from "./formats";

const shapes: Intl.DateTimeFormatOptions[] = [
  { year: "numeric" },
  { year: "numeric", month: "long" },
  { year: "numeric", month: "long", day: "numeric" },
];

/** How much of it is known (the number of its parts), and its first day. */
function readOf(iso: string): { known: number; date: Date } | undefined {
  const parts = iso.split("-").map(Number);
  const [year = Number.NaN, month = 1, day = 1] = parts;
  const date = new Date(Date.UTC(year, month - 1, day));
  return Number.isNaN(date.getTime()) ? undefined : { known: parts.length, date };
}

const format = (known: number) => dateFormatter({ ...shapes[known - 1], timeZone: "UTC" });

export function partialDate(iso: string): string {
  const read = readOf(iso);
  return read ? format(read.known).format(read.date) : iso;
}

/** From one to the other; one of them may be missing. */
export function period(from: string | undefined, to: string | undefined): string {
  if (!from || !to || from === to) return from || to ? partialDate((from ?? to)!) : "";
  const [first, last] = [readOf(from), readOf(to)];
  if (!first || !last || first.known !== last.known) {
    return `${partialDate(from)} – ${partialDate(to)}`;
  }
  return format(first.known).formatRange(first.date, last.date);
}
