import { describe, expect, it } from "vitest";

import { suggestedAreas } from "./area_votes";

describe("areas to suggest", () => {
  const neighbours = [
    { name: "Bank Sampah Induk", score: 700_000, words: ["sampah", "bank"], areas: ["waste", "community"] },
    { name: "Sampah Jadi Listrik", score: 400_000, words: ["sampah"], areas: ["energy", "waste"] },
  ];
  it("are those of entries like it, the nearest first, with the words that both have", () => {
    expect(suggestedAreas(neighbours)).toMatchObject([
      { area: "waste", words: ["sampah", "bank"], like: ["Bank Sampah Induk", "Sampah Jadi Listrik"] },
      { area: "energy", words: ["sampah"] },
      { area: "community" },
    ]);
    expect(suggestedAreas(neighbours, 1)).toHaveLength(1);
  });
  it("are none when nothing is like it", () => {
    expect(suggestedAreas([])).toEqual([]);
  });
});
