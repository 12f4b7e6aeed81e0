import { describe, expect, it } from "vitest";

import { namesOf } from "./names";
import { linesAt, valueLines } from "./value_text";

const dinkes = "0197a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b";
const names = namesOf(
  [{ id: dinkes, region: "13.11", kind: "opd", name: "Dinas Kesehatan", innovations: 0, revision: 1 }],
  {
    dimensions: [
      {
        key: "smart-living",
        name: { id: "Smart Living", en: "Smart Living" },
        areas: [{ key: "health", name: { id: "prasarana kesehatan", en: "health" } }],
      },
    ],
  },
);

describe("the value of a field", () => {
  it("is told by words, not by keys", () => {
    expect(valueLines("owner", dinkes, names)).toEqual(["Dinas Kesehatan"]);
    expect(valueLines("stage", "trial", names)).toEqual(["Uji coba"]);
    expect(valueLines("digital", false, names)).toEqual(["Nondigital"]);
  });

  it("is nothing where it is not known", () => {
    expect(valueLines("budgets", undefined, names)).toEqual([]);
    expect(valueLines("summary", "", names)).toEqual([]);
    expect(valueLines("partners", [], names)).toEqual([]);
  });

  it("tells each item of a list on a line of its own", () => {
    const budgets = [{ year: 2025, source: "apbd", amount: 250_000_000 }, { year: 2026 }];
    expect(valueLines("budgets", budgets, names).map((line) => line.replace(/\s/g, " "))).toEqual([
      "2025: Rp 250.000.000 (APBD)",
      "2026: belum diketahui",
    ]);
  });

  it("tells of an area how sure it is and by whom", () => {
    const mapping = { area: "health", primary: true, mapped_by: "suggestion", confirmed: false, confidence: 750_000 };
    expect(valueLines("mappings", [mapping], names)[0]).toBe(
      "Prasarana kesehatan · subdimensi utama · saran Pilah · 75% · belum dikonfirmasi",
    );
  });

  it("tells of an indicator where it began, where it goes and what was found", () => {
    const indicator = {
      definition: "Waktu tunggu",
      unit: "menit",
      baseline: "90",
      target: "30",
      measured: [{ date: "2025-06", value: "75" }],
      verified: [{ date: "2025-06-30", value: "80" }],
    };
    expect(valueLines("indicators", [indicator], names)[0]).toBe(
      "Waktu tunggu · 90 → 30 menit · capaian 75 (Juni 2025) · terverifikasi 80 (30 Juni 2025)",
    );
  });

  it("keeps what a person wrote as it was written", () => {
    expect(valueLines("summary", "<b>O'ong</b>", names)).toEqual(["<b>O'ong</b>"]);
  });
});

describe("what lies within a field", () => {
  it("is told by words, too", () => {
    expect(linesAt("/mappings/0/area", "health", names)).toEqual(["Prasarana kesehatan"]);
    expect(linesAt("/proposer/organisation", dinkes, names)).toEqual(["Dinas Kesehatan"]);
    expect(linesAt("/budgets/0/source", "csr", names)).toEqual(["CSR"]);
    expect(linesAt("/plan_links/0/item", dinkes, names)).toEqual(["butir rencana yang ditautkan"]);
    expect(linesAt("/budgets/0/year", 2025, names)).toEqual(["2025"]);
  });

  it("is an item of a list as the list tells it", () => {
    expect(linesAt("/supporting_organisations/1", dinkes, names)).toEqual(["Dinas Kesehatan"]);
    expect(linesAt("/partners/0", "BPJS", names)).toEqual(["BPJS"]);
  });
});
