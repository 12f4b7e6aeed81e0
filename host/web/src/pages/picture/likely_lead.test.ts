import { describe, expect, it } from "vitest";

import { likelyLead } from "./likely_lead";

const organisations = [
  { id: "1", name: "Dinas Kesehatan" },
  { id: "2", name: "Dinas Pendidikan" },
  { id: "3" },
];

describe("the likely lead of a package", () => {
  it("owns most of its innovations", () => {
    const members = [
      { owner: "Dinas Kesehatan" },
      { owner: "Dinas Pendidikan" },
      { owner: "Dinas Pendidikan" },
    ];
    expect(likelyLead(members, organisations)).toBe("2");
  });

  it("is the first of those that own as much", () => {
    const members = [{ owner: "Dinas Pendidikan" }, { owner: "Dinas Kesehatan" }];
    expect(likelyLead(members, organisations)).toBe("1");
  });

  it("is nobody when nobody owns anything", () => {
    expect(likelyLead([{}], organisations)).toBeUndefined();
  });
});
