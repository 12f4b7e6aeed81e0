import { describe, expect, it } from "vitest";

import type { Taxonomy } from "../../api/taxonomy";
import {
  emptyProgrammes,
  listAddress,
  pairList,
  pairRows,
  rowsOf,
  shadeOf,
  totalsOf,
} from "./picture";

const named = (key: string) => ({ key, name: { id: `${key} id`, en: `${key} en` } });
const taxonomy: Taxonomy = {
  dimensions: [
    { ...named("living"), areas: [named("health"), named("mobility"), named("harmony")] },
    { ...named("society"), areas: [named("learning"), named("security"), named("community")] },
  ],
};
const keys = (row: { areas: { key: string }[] } | undefined) => row?.areas.map((one) => one.key);

describe("the picture", () => {
  const rows = rowsOf(taxonomy, [
    { area: "learning", primary: 0, secondary: 1 },
    { area: "health", primary: 6, secondary: 2 },
  ]);

  it("has every area of every dimension in the taxonomy's order, counted or not", () => {
    expect(rows.map((row) => row.key)).toEqual(["living", "society"]);
    expect(keys(rows[0])).toEqual(["health", "mobility", "harmony"]);
  });

  it("counts what is primary there and what is there beside", () => {
    expect(rows[0]?.areas[0]).toMatchObject({ primary: 6, secondary: 2, total: 8, hole: false });
  });

  it("has no hole where an innovation lies beside its primary area only", () => {
    expect(rows[1]?.areas[0]).toMatchObject({ key: "learning", hole: false });
  });

  it("has a hole where nothing is", () => {
    expect(rows[0]?.areas[1]).toMatchObject({ key: "mobility", total: 0, hole: true, shade: 0 });
  });

  it("tells how many areas are covered, and how many are holes", () => {
    expect(totalsOf(rows)).toEqual({ areas: 6, covered: 2, holes: 4 });
    expect(rows.map((row) => row.covered)).toEqual([1, 1]);
  });

  it("is all holes when nothing was counted", () => {
    expect(totalsOf(rowsOf(taxonomy, []))).toEqual({ areas: 6, covered: 0, holes: 6 });
  });
});

describe("a shade", () => {
  it("is none for nothing, and the darkest for the fullest", () => {
    expect(shadeOf(0, 10)).toBe(0);
    expect(shadeOf(10, 10)).toBe(4);
  });

  it("is seen where there is a single one among many", () => {
    expect(shadeOf(1, 1000)).toBe(1);
  });

  it("is none when there is nothing anywhere", () => {
    expect(shadeOf(0, 0)).toBe(0);
  });
});

describe("the matrix of pairs", () => {
  const matrix = pairRows(taxonomy, [
    { first: "living", second: "living", innovations: 40 },
    { first: "living", second: "society", innovations: 4 },
    { first: "society", second: "living", innovations: 4 },
  ]);

  it("is a square of all dimensions", () => {
    expect(matrix.map((row) => row.map((cell) => cell.innovations))).toEqual([
      [40, 4],
      [4, 0],
    ]);
  });

  it("shades pairs beside the fullest pair, not beside what touches one dimension", () => {
    expect(matrix[0]?.map((cell) => cell.shade)).toEqual([0, 4]);
  });

  it("becomes a list of pairs, each once and without empty ones", () => {
    expect(pairList(matrix).map((cell) => [cell.first, cell.second])).toEqual([["living", "society"]]);
  });
});

describe("programmes without an innovation", () => {
  const programme = (name: string, plan: string, innovations: number, organisation?: string) => ({
    kind: "renstra" as const,
    item: name,
    name,
    plan,
    innovations,
    organisation,
  });

  it("are told plan by plan, and without those that an innovation carries out", () => {
    const groups = emptyProgrammes([
      programme("A", "Renstra", 0, "Dinas Kesehatan"),
      programme("B", "Renstra", 2, "Dinas Kesehatan"),
      programme("C", "Renstra", 0, "Dinas Kesehatan"),
      programme("D", "Renstra", 0, "Dinas Pendidikan"),
    ]);
    expect(groups.map((one) => [one.organisation, one.programmes.map(({ name }) => name)])).toEqual([
      ["Dinas Kesehatan", ["A", "C"]],
      ["Dinas Pendidikan", ["D"]],
    ]);
  });
});

describe("the address of a list", () => {
  it("names what is asked for and leaves out what is not", () => {
    expect(listAddress("13.11", { area: "health", owner: undefined })).toBe(
      "/13.11/inovasi?area=health",
    );
    expect(listAddress("13.11", {})).toBe("/13.11/inovasi");
  });

  it("keeps odd signs in their place", () => {
    expect(listAddress("13.11", { q: "a&b" })).toBe("/13.11/inovasi?q=a%26b");
  });
});
