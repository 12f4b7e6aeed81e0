// Months as plans name them, "2025-03": counted, and told.
import { dateFormatter } from "./formats";

/** Counts from year 0, so that months can be subtracted. */
export function monthNumber(iso: string): number {
  const [year, month] = iso.split("-").map(Number);
  return (year ?? 0) * 12 + (month ?? 1) - 1;
}

export const monthText = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;

const told = (month: "long" | "short") => (iso: string) =>
  dateFormatter({ month, year: "numeric", timeZone: "UTC" }).format(
    new Date(`${iso.slice(0, 7)}-01T00:00:00Z`),
  );

/** "2025-03" as "Maret 2025". */
export const month = told("long");
/** "2025-03" as "Mar 2025". */
export const shortMonth = told("short");

/** The day it is here, "2025-03-20". */
export function today(now = new Date()): string {
  return `${monthText(now.getFullYear() * 12 + now.getMonth())}-${String(now.getDate()).padStart(2, "0")}`;
}
