// The rejected rows as a file to mend and send again: as they were, with the reason behind.
//
// Separated by semicolons, which spreadsheets in Indonesian expect, with a mark of UTF-8 before.
// A cell that a spreadsheet would compute is guarded by an apostrophe, which the host takes off
// again; plain numbers are left alone.
import type { ListColumn, ListRow } from "./list";

interface Rejected {
  columns: readonly ListColumn[];
  rows: readonly ListRow[];
}

const beginsFormula = /^[=+\-@\t\r]/;
const isNumber = /^[+-]?\d[\d.,]*$/;

function cell(text: string): string {
  const guarded = beginsFormula.test(text) && !isNumber.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(guarded) || guarded !== text ? `"${guarded.replace(/"/g, '""')}"` : guarded;
}

const line = (cells: readonly string[]) => `${cells.map(cell).join(";")}\r\n`;

/** Each sheet's headers; one that comes twice in a sheet is told apart by its number. */
function headersBySheet(columns: readonly ListColumn[]) {
  const sheets = new Map<string, { name: string; key: string }[]>();
  for (const { sheet = "", column } of columns) {
    const headers = sheets.get(sheet) ?? [];
    const before = headers.filter((header) => header.name === column).length;
    headers.push({ name: column, key: `${column}\n${before}` });
    sheets.set(sheet, headers);
  }
  return sheets;
}

/** The rejected rows whose cells were told. */
export const withCells = (rows: readonly ListRow[]): ListRow[] =>
  rows.filter((row) => row.fate === "rejected" && row.cells !== undefined);

export function rejectedFile({ columns, rows }: Rejected, titles: { reason: string; place: string }): string {
  const sheets = headersBySheet(columns);
  const rejected = withCells(rows);
  const used = new Set(rejected.map((row) => row.sheet ?? ""));
  const all = new Map<string, string>(); // key -> header, in the order of their first sheet
  for (const [sheet, headers] of sheets) {
    if (used.has(sheet)) for (const { key, name } of headers) if (!all.has(key)) all.set(key, name);
  }
  const keys = [...all.keys()];
  let text = `\uFEFF${line([...all.values(), titles.reason, titles.place])}`;
  for (const row of rejected) {
    const headers = sheets.get(row.sheet ?? "") ?? [];
    const cells = new Map(headers.map(({ key }, at) => [key, row.cells?.[at] ?? ""]));
    text += line([...keys.map((key) => cells.get(key) ?? ""), row.reason ?? "", row.column ?? ""]);
  }
  return text;
}

/** "daftar.xlsx" -> "daftar-ditolak.csv", and so it stays when some of it is rejected again. */
export function rejectedName(list: string, mark: string): string {
  const name = list.replace(/\.[^.]*$/, "");
  return name.endsWith(`-${mark}`) ? `${name}.csv` : `${name}-${mark}.csv`;
}
