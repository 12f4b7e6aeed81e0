// What the API tells of a list that was sent to it.
import type { components } from "../../api/schema";

export type ImportedList = components["schemas"]["ImportedList"];
export type ListColumn = components["schemas"]["ListColumn"];
export type ListField = components["schemas"]["ListField"];
export type ListRow = components["schemas"]["ListRow"];
export type Fate = ListRow["fate"];

export const fates = ["added", "updated", "unchanged", "rejected"] as const satisfies readonly Fate[];

export type ListKind = "innovations" | "organisations";

/** The columns that were seen in a list, and what a column may be. */
interface SeenColumns {
  columns: ListColumn[];
  fields: ListField[];
}

/** Of a problem document: a list that cannot be read tells its columns nevertheless. */
export function seenIn(document: unknown): SeenColumns | undefined {
  if (typeof document !== "object" || document === null) return undefined;
  if (!("columns" in document && "fields" in document)) return undefined;
  const { columns, fields } = document;
  if (!Array.isArray(columns) || !Array.isArray(fields) || columns.length === 0) return undefined;
  return { columns, fields };
}
