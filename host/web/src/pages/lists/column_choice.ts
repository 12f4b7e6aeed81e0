// Which column of a list is which field, as a person corrects what the host made of it.
import type { ListColumn } from "./list";

/** Header -> field, null: the column is not used. Only what a person chose. */
export type ColumnChoice = Readonly<Record<string, string | null>>;

/** One question to the person: the same header in several sheets is answered once. */
export interface SeenHeader {
  column: string;
  field: string | null;
  samples: string[];
  sheets: string[];
}

export function headersOf(columns: readonly ListColumn[]): SeenHeader[] {
  const headers = new Map<string, SeenHeader>();
  for (const { column, field, samples, sheet } of columns) {
    const known = headers.get(column);
    const header = known ?? { column, field: field ?? null, samples: [], sheets: [] };
    header.field ??= field ?? null;
    for (const sample of samples) if (!header.samples.includes(sample)) header.samples.push(sample);
    if (sheet && !header.sheets.includes(sheet)) header.sheets.push(sheet);
    headers.set(column, header);
  }
  return [...headers.values()];
}

export const fieldOf = (header: SeenHeader, choice: ColumnChoice): string | null =>
  choice[header.column] === undefined ? header.field : choice[header.column]!;

/** `column` is `field` from now on; the column that was it before is not used. */
export function withChoice(
  choice: ColumnChoice,
  headers: readonly SeenHeader[],
  column: string,
  field: string | null,
): ColumnChoice {
  const others = headers.filter(
    (header) => header.column !== column && field !== null && fieldOf(header, choice) === field,
  );
  return { ...choice, ...Object.fromEntries(others.map((header) => [header.column, null])), [column]: field };
}
