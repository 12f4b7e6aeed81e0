// A member's sheet as the member sees it: what the host has, with what waits on the device.
import type { components } from "../../api/schema";
import { keyOf, type Outbox } from "./outbox";

export type Sheet = components["schemas"]["PanelSheet"];
export type SheetEntry = Sheet["entries"][number];
export type Criterion = Sheet["criteria"][number];

export interface Score {
  step?: number;
  note?: string;
}

/** What the member judges: nothing of the own organisation. */
export const judgedBy = (sheet: Sheet): SheetEntry[] => sheet.entries.filter((entry) => !entry.own);

export function scoreOf(entry: SheetEntry, criterion: string, outbox: Outbox): Score {
  return (
    outbox[keyOf(entry.id, criterion)] ??
    entry.given.find((given) => given.criterion === criterion) ??
    {}
  );
}

/** The keys of the criteria that the entry has no step of yet. */
export const missingOf = (sheet: Sheet, entry: SheetEntry, outbox: Outbox): string[] =>
  sheet.criteria
    .map((criterion) => criterion.key ?? "")
    .filter((key) => scoreOf(entry, key, outbox).step === undefined);

export function progressOf(sheet: Sheet, outbox: Outbox): { given: number; wanted: number } {
  const entries = judgedBy(sheet);
  const wanted = entries.length * sheet.criteria.length;
  const missing = entries.reduce((sum, entry) => sum + missingOf(sheet, entry, outbox).length, 0);
  return { given: wanted - missing, wanted };
}

/** Where to go on: the first entry from `start` on, around the end, that lacks a step. */
export function nextMissing(sheet: Sheet, outbox: Outbox, start: number): number | undefined {
  const entries = judgedBy(sheet);
  for (let offset = 0; offset < entries.length; ++offset) {
    const index = (start + offset) % entries.length;
    const entry = entries[index];
    if (entry && missingOf(sheet, entry, outbox).length > 0) return index;
  }
  return undefined;
}

/** The step that a key of the keyboard means. */
export const stepOfKey = (key: string): number | undefined => (/^[0-4]$/.test(key) ? Number(key) : undefined);
