// Dates of which perhaps only the year or the month is known: "2024", "2024-03", "2024-03-05".
import { language } from "../words/language";

const shapes: Intl.DateTimeFormatOptions[] = [
  { year: "numeric" },
  { year: "numeric", month: "long" },
  { year: "numeric", month: "long", day: "numeric" },
];

export function partialDate(iso: string): string {
  const parts = iso.split("-").map(Number);
  const [year = Number.NaN, month = 1, day = 1] = parts;
  const shape = shapes[parts.length - 1];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (!shape || Number.isNaN(date.getTime())) return iso;
  const locale = language.value === "id" ? "id-ID" : "en-GB";
  return new Intl.DateTimeFormat(locale, { ...shape, timeZone: "UTC" }).format(date);
}

/** From one to the other; one of them may be missing. */
export function period(from: string | undefined, to: string | undefined): string {
  if (!from || !to || from === to) return from || to ? partialDate((from ?? to)!) : "";
  return `${partialDate(from)} – ${partialDate(to)}`;
}
