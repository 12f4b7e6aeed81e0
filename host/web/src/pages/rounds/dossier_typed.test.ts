import { describe, expect, it } from "vitest";

import {
  byWeight,
  directionOf,
  directionRow,
  type Dossier,
  figureRows,
  figuresOf,
  needRows,
  needsOfRows,
  readinessOf,
  readinessRows,
  swotOf,
  swotRows,
} from "./dossier_typed";

const dossier: Dossier = {
  region: "13.11",
  round: "Bimtek I",
  board: [],
  survey: [],
  revision: 3,
  figures: [{ name: "Jumlah penduduk", value: "182077", unit: "jiwa", source: "BPS", year: 2023 }],
  needs: [
    { kind: "need", dimension: "smart-living", area: "health", text: "Ibu selamat", weight: 90, reason: "AKI" },
    { kind: "challenge", dimension: "smart-society", text: "Sekolah jauh", weight: 40, reason: "Bukit" },
  ],
  readiness: [{ part: "infrastruktur", step: 0, note: "Jaringan di bukit" }],
  swot: [{ side: "threat", part: "struktur", text: "Sampah plastik" }],
  vision: "Maju",
  missions: ["Dekat", "Cepat"],
  policies: ["Satu data"],
};

describe("a dossier that is opened to be changed and left as it is", () => {
  it("is sent as it was", () => {
    expect(figuresOf(figureRows(dossier))).toEqual(dossier.figures);
    expect(needsOfRows(needRows(dossier))).toEqual(dossier.needs);
    expect(swotOf(swotRows(dossier))).toEqual(dossier.swot);
    expect(readinessOf(readinessRows(dossier))).toEqual(dossier.readiness);
    expect(directionOf(directionRow(dossier))).toEqual({
      vision: "Maju",
      missions: ["Dekat", "Cepat"],
      policies: ["Satu data"],
    });
  });
});

describe("what is typed", () => {
  it("leaves out rows in which nothing was typed", () => {
    const empty = { name: "", value: " ", unit: "", source: "", year: "" };
    expect(figuresOf([empty, ...figureRows(dossier)])).toHaveLength(1);
    expect(needsOfRows([{ kind: "need", dimension: "smart-living", text: "" }])).toEqual([]);
  });

  it("keeps readiness of step 0, which is not unknown", () => {
    expect(readinessRows(dossier).map((row) => row.step)).toEqual(["", "0", ""]);
  });

  it("takes away a vision that was emptied", () => {
    expect(directionOf({ vision: " ", missions: "", policies: "" }).vision).toBeNull();
  });
});

it("tells the heaviest need first", () => {
  const needs = [{ text: "a", weight: 10 }, { text: "b", weight: 90 }, { text: "c", weight: 90 }];
  expect(byWeight(needs).map((one) => one.text)).toEqual(["b", "c", "a"]);
});
