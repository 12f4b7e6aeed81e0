import { expect, test } from "vitest";

import { fieldOf, headersOf, withChoice } from "./column_choice";

const columns = [
  { column: "Judul", field: "name", samples: ["Bank Sampah"] },
  { column: "Ket", field: null, samples: ["baik"] },
];

test("a header that several sheets have is one question with the samples of all", () => {
  expect(
    headersOf([
      { sheet: "2024", column: "Judul", field: null, samples: ["Bank Sampah"] },
      { sheet: "2025", column: "Judul", field: "name", samples: ["Bank Sampah", "Posyandu"] },
    ]),
  ).toEqual([{ column: "Judul", field: "name", samples: ["Bank Sampah", "Posyandu"], sheets: ["2024", "2025"] }]);
});

test("what nobody corrected is read as the host reads it", () => {
  const headers = headersOf(columns);
  expect(headers.map((header) => fieldOf(header, {}))).toEqual(["name", null]);
});

test("a field has one column: the one that had it before is not used any more", () => {
  const headers = headersOf(columns);
  expect(withChoice({}, headers, "Ket", "name")).toEqual({ Judul: null, Ket: "name" });
  expect(withChoice({ Ket: "benefit" }, headers, "Judul", "benefit")).toEqual({ Judul: "benefit", Ket: null });
});

test("several columns may be unused", () => {
  const headers = headersOf(columns);
  expect(withChoice({ Ket: null }, headers, "Judul", null)).toEqual({ Ket: null, Judul: null });
});
