import { expect, test } from "vitest";

import type { ListRow } from "./list";
import { rejectedFile, rejectedName } from "./rejected_file";

const titles = { reason: "Sebab", place: "Kolom" };
const columns = [
  { column: "Nama Inovasi", field: "name", samples: [] },
  { column: "Manfaat", field: "benefit", samples: [] },
];
const rejected = (cells: string[], more: Partial<ListRow> = {}): ListRow => ({
  row: 2,
  fate: "rejected",
  reason: "Nama belum diisi.",
  column: "Nama Inovasi",
  cells,
  ...more,
});
const lines = (text: string) => text.replace(/^\uFEFF/, "").split("\r\n");

test("rejected rows come as they were, the reason and the column at fault behind", () => {
  const text = rejectedFile({ columns, rows: [rejected(["", "Antrean pendek"])] }, titles);
  expect(text.startsWith("\uFEFF")).toBe(true);
  expect(lines(text)).toEqual([
    "Nama Inovasi;Manfaat;Sebab;Kolom",
    ";Antrean pendek;Nama belum diisi.;Nama Inovasi",
    "",
  ]);
});

test("rows that were taken, and those whose cells were not told, are left out", () => {
  const rows: ListRow[] = [{ row: 3, fate: "added" }, rejected(["", "x"]), { row: 5, fate: "rejected" }];
  expect(lines(rejectedFile({ columns, rows }, titles)).length).toBe(3);
});

test("separators, quotes and line breaks stay inside their cell", () => {
  const text = rejectedFile({ columns, rows: [rejected(['a;b "c"', "satu\ndua"])] }, titles);
  expect(text).toContain('"a;b ""c""";"satu\ndua"');
});

test("what a spreadsheet would compute is guarded, plain numbers are not", () => {
  const cells = (text: string) => lines(rejectedFile({ columns, rows: [rejected([text, ""])] }, titles))[1];
  for (const formula of ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1"]) {
    expect(cells(formula), formula).toMatch(/^"'/);
  }
  expect(cells("-6.5950")).toMatch(/^-6\.5950;/);
  expect(cells("+62")).toMatch(/^\+62;/);
});

test("rows of several sheets stand under the headers of all of them", () => {
  const of = (sheet: string, column: string) => ({ sheet, column, field: null, samples: [] });
  const text = rejectedFile(
    {
      columns: [of("2024", "Judul"), of("2024", "Manfaat"), of("2025", "Manfaat"), of("2025", "Ket"), of("Lain", "X")],
      rows: [rejected(["Satu", "baik"], { sheet: "2024" }), rejected(["bagus", "k"], { sheet: "2025" })],
    },
    titles,
  );
  expect(lines(text).slice(0, 3)).toEqual([
    "Judul;Manfaat;Ket;Sebab;Kolom",
    "Satu;baik;;Nama belum diisi.;Nama Inovasi",
    ";bagus;k;Nama belum diisi.;Nama Inovasi",
  ]);
});

test("a header that comes twice keeps both its columns", () => {
  const twice = [columns[1]!, columns[1]!];
  expect(lines(rejectedFile({ columns: twice, rows: [rejected(["a", "b"])] }, titles))[1]).toMatch(/^a;b;/);
});

test("the file is named after its list, once", () => {
  expect(rejectedName("daftar.2025.xlsx", "ditolak")).toBe("daftar.2025-ditolak.csv");
  expect(rejectedName("daftar.2025-ditolak.csv", "ditolak")).toBe("daftar.2025-ditolak.csv");
  expect(rejectedName("daftar", "ditolak")).toBe("daftar-ditolak.csv");
});
