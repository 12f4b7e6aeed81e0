import { expect, test } from "vitest";

import { changesOf } from "./changes";

const nothing: Parameters<typeof changesOf>[0] = {
  scenario: [],
  plugins: [],
  catalogue: { added: 0, changed: 0, mapped_otherwise: 0, gone: 0 },
  other_day: false,
  enter: [],
  leave: [],
};
const selection = {
  as_of: "2026-01-31",
  candidates: [],
  criteria: [
    {
      rule: "r",
      criterion: "soon",
      title: { id: "Cepat selesai", en: "Done soon" },
      zero: { id: "", en: "" },
      one: { id: "", en: "" },
      weight: 1,
      own_weight: 1,
      weighed_by: "rule" as const,
    },
  ],
};
const told = (part: string, before: unknown, after: unknown) =>
  changesOf({ ...nothing, scenario: [{ part, before, after }] }, selection);

test("nothing that differs is told as nothing", () => {
  expect(changesOf(nothing, selection)).toEqual([]);
});

test("a weight is told by its criterion, whether somebody gave a reason for it or not", () => {
  expect(told("/weights/r~1soon", 1, { weight: 9, reason: "rapat", by: "Sekda" })).toEqual([
    "Bobot Cepat selesai: 1 menjadi 9",
  ]);
  expect(told("/weights/r~1soon", null, 2)).toEqual(["Bobot Cepat selesai: tidak ada menjadi 2"]);
});

test("number and budget are told in words", () => {
  expect(told("/count/max", 8, 9)).toEqual(["Paling banyak dipilih: 8 menjadi 9"]);
  expect(told("/count", null, { min: 8, max: 8 })).toEqual(["Jumlah yang dipilih: tidak ada menjadi tepat 8"]);
  expect(told("/limits/budget/max", 1_000_000, 2_000_000)[0]).toMatch(/^Batas biaya: Rp\s1\.000\.000 menjadi Rp\s2\.000\.000$/);
});

test("a decision is told by whom it is about, without what else it says", () => {
  expect(told("/include/x", null, { reason: "janji", by: "Sekda" })).toEqual(["Keputusan mewajibkan sebuah calon"]);
});

test("versions of rules, entries and another day are told once each", () => {
  const since = {
    ...nothing,
    plugins: [{ id: "r", before: "1.0.0", after: "1.1.0", other_build: false }],
    catalogue: { added: 1, changed: 2, mapped_otherwise: 0, gone: 1 },
    other_day: true,
  };
  expect(changesOf(since, selection)).toEqual([
    "Versi aturan r: 1.0.0 menjadi 1.1.0",
    "4 entri berubah, baru, atau tidak ada lagi",
    "Dinilai pada hari lain",
  ]);
});
