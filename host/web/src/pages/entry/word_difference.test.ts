import { describe, expect, it } from "vitest";

import { wordDifference } from "./word_difference";

const gone = (before: string, after: string) =>
  wordDifference(before, after)
    .before.filter((piece) => !piece.same)
    .map((piece) => piece.text.trim());
const come = (before: string, after: string) =>
  wordDifference(before, after)
    .after.filter((piece) => !piece.same)
    .map((piece) => piece.text.trim());

describe("the difference of two texts", () => {
  it("marks the one word that was exchanged", () => {
    expect(gone("Pasien mengantre dari rumah.", "Pasien mengantre dari kantor.")).toEqual(["rumah."]);
    expect(come("Pasien mengantre dari rumah.", "Pasien mengantre dari kantor.")).toEqual(["kantor."]);
  });

  it("finds what stayed between two changes", () => {
    expect(gone("satu dua tiga empat", "nol dua tiga lima")).toEqual(["satu", "empat"]);
    expect(come("satu dua tiga empat", "nol dua tiga lima")).toEqual(["nol", "lima"]);
  });

  it("says nothing of equal texts", () => {
    expect(gone("sama saja", "sama saja")).toEqual([]);
    expect(come("sama saja", "sama saja")).toEqual([]);
  });

  it("takes other white space for no change", () => {
    expect(come("satu dua", "satu  dua\n")).toEqual([]);
  });

  it("keeps every letter of both texts", () => {
    const before = "Warga menunggu tiga jam di loket.";
    const after = "Warga mengambil nomor dan menunggu di rumah.";
    const told = wordDifference(before, after);
    expect(told.before.map((piece) => piece.text).join("")).toBe(before);
    expect(told.after.map((piece) => piece.text).join("")).toBe(after);
  });

  it("tells texts without a common word as replaced", () => {
    expect(wordDifference("lama", "baru sekali")).toEqual({
      before: [{ text: "lama", same: false }],
      after: [{ text: "baru sekali", same: false }],
    });
  });

  it("tells very long texts without comparing each pair of words", () => {
    const before = Array.from({ length: 2_000 }, (_, i) => `lama${i}`).join(" ");
    const after = Array.from({ length: 2_000 }, (_, i) => `baru${i}`).join(" ");
    expect(wordDifference(`awal ${before} akhir`, `awal ${after} akhir`).after).toHaveLength(3);
  });

  it("begins with nothing where a text was empty", () => {
    expect(wordDifference("", "isi baru")).toEqual({
      before: [],
      after: [{ text: "isi baru", same: false }],
    });
  });
});
