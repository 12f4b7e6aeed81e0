import { describe, expect, it } from "vitest";

import { addressOf, choices, everything, filterOf, isNarrowed, queryOf, toggled } from "./filter";

const dinkes = "0197a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b";

describe("the filter in the address", () => {
  it("is everything where the address says nothing", () => {
    expect(filterOf("")).toEqual({ ...everything, sort: undefined });
    expect(addressOf(everything)).toBe("");
    expect(isNarrowed(filterOf("?sort=name"))).toBe(false);
  });

  it.each([
    "?q=wisata",
    "?status=draft,returned&area=health&sort=changed",
    `?owner=${dinkes}&year=2024,2025`,
    "?digital=true&unknown=owner,stage&pending=true",
    "?q=%22kopi%22+%26+teh",
  ])("comes back from %s as it went", (address) => {
    expect(addressOf(filterOf(address))).toBe(address);
  });

  it("reads values that a link repeats instead of joining", () => {
    expect(filterOf("?status=draft&status=returned").chosen.status).toEqual(["draft", "returned"]);
  });

  it("drops what the API would refuse", () => {
    const address = "?status=lost,draft&year=1492&owner=dinkes&area=%3Cb%3E&sort=colour&unknown=mood&pending=maybe";
    expect(addressOf(filterOf(address))).toBe("?status=draft");
  });

  it("keeps a text within bounds", () => {
    expect(filterOf(`?q=${"a".repeat(5_000)}`).text).toHaveLength(200);
  });

  it("does not ask for digital and not digital at once", () => {
    expect(filterOf("?digital=true,false").chosen.digital).toBeUndefined();
  });

  it("asks the API by the same names", () => {
    expect(queryOf(filterOf("?has_owner=false&status=verified&q=air"))).toBe(
      "q=air&status=verified&has_owner=false",
    );
  });
});

describe("choosing a value of a facet", () => {
  it("adds it, and takes it back the second time", () => {
    const once = toggled(everything, "status", "draft");
    expect(once.chosen.status).toEqual(["draft"]);
    expect(toggled(once, "status", "returned").chosen.status).toEqual(["draft", "returned"]);
    expect(toggled(once, "status", "draft")).toEqual(everything);
  });

  it("has one address, whatever was chosen first", () => {
    const one = toggled(toggled(everything, "area", "health"), "status", "draft");
    const other = toggled(toggled(everything, "status", "draft"), "area", "health");
    expect(addressOf(one)).toBe(addressOf(other));
  });

  it("leaves the other facets as they are", () => {
    const filter = filterOf("?q=air&area=health&sort=name");
    expect(addressOf(toggled(filter, "stage", "trial"))).toBe("?q=air&area=health&stage=trial&sort=name");
  });

  it("lets unknown stand alone", () => {
    const drafts = filterOf(`?owner=${dinkes}`);
    const unknown = toggled(drafts, "owner", null);
    expect(unknown).toMatchObject({ chosen: {}, unknown: ["owner"] });
    expect(toggled(unknown, "owner", dinkes)).toMatchObject({ chosen: { owner: [dinkes] }, unknown: [] });
    expect(toggled(unknown, "owner", null).unknown).toEqual([]);
  });

  it("exchanges digital for not digital", () => {
    expect(toggled(filterOf("?digital=true"), "digital", "false").chosen.digital).toEqual(["false"]);
  });

  it("is told one by one, so that each can be taken back", () => {
    expect(choices(filterOf("?status=draft&unknown=year"))).toEqual([
      { facet: "status", value: "draft" },
      { facet: "year", value: null },
    ]);
  });
});
