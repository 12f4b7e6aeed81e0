import { afterEach, describe, expect, test } from "vitest";

import { type Region, region } from "../shell/region";
import { word } from "./words";

const regionOf = (code: string, kind: Region["kind"]): Region => ({
  code,
  kind,
  name: code,
  time_zone: "WIB",
  submission: { approved_by_head: false },
});

afterEach(() => {
  region.value = undefined;
});

describe("a word of the glossary", () => {
  test("is the common one where no region is chosen", () => {
    expect(word("village")).toBe("desa");
    expect(word("subdistrict")).toBe("kecamatan");
  });

  test("is the one of the region's kind", () => {
    region.value = regionOf("17.71", "city");
    expect(word("head-of-region")).toBe("Wali Kota");
  });

  test("is the one of its province, with or without a kind beside", () => {
    region.value = regionOf("13.11", "regency");
    expect(word("village")).toBe("nagari");
    region.value = regionOf("91.03", "regency");
    expect(word("subdistrict")).toBe("distrik");
  });
});
