import { expect, test } from "vitest";

import { pastedList } from "./pasted_list";

test("names alone get a header and their kind", () => {
  expect(pastedList("Dinas Kesehatan\nDinas Pendidikan\n\n", "opd")).toBe(
    '"nama";"jenis"\r\n"Dinas Kesehatan";"opd"\r\n"Dinas Pendidikan";"opd"',
  );
});

test("code and name in two columns get a header, too, and a name alone may stand between them", () => {
  expect(pastedList("DINKES\tDinas Kesehatan\r\nDinas Pendidikan", "opd")).toBe(
    '"kode";"nama";"jenis"\r\n"DINKES";"Dinas Kesehatan";"opd"\r\n"";"Dinas Pendidikan";"opd"',
  );
});

test("a table with its own header is taken as it is", () => {
  expect(pastedList("Kode OPD\tNama\tJenis\nN1\tNagari Satu\tnagari", "opd")).toBe(
    '"Kode OPD";"Nama";"Jenis"\r\n"N1";"Nagari Satu";"nagari"',
  );
});

test("a name that begins with such a word is no header when its neighbour is none", () => {
  expect(pastedList("OPD1\tDinas Kesehatan", "opd")).toContain('"OPD1";"Dinas Kesehatan";"opd"');
});

test("quotes stay inside their cell", () => {
  expect(pastedList('Bagian "Umum"', "opd")).toContain('"Bagian ""Umum""";"opd"');
});
