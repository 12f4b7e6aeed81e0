import { describe, expect, it } from "vitest";

import { matching } from "./picker";

describe("a search in a long list", () => {
  const options = ["Dinas Sosial", "Dinas Kesehatan", "Puskesmas Koto Baru"].map((label) => ({
    value: label, label, detail: label === "Dinas Kesehatan" ? "DINKES" : undefined,
  }));
  const found = (search: string) => matching(options, search).map(({ label }) => label);
  it("finds every word, in names and in what stands beside them", () => {
    expect(found("dinas kes")).toEqual(["Dinas Kesehatan"]);
    expect(found("dinkes")).toEqual(["Dinas Kesehatan"]);
  });
  it("shows those first that begin with it", () => {
    expect(found("p")).toEqual(["Puskesmas Koto Baru"]);
    expect(found("kes")).toEqual(["Dinas Kesehatan", "Puskesmas Koto Baru"]);
  });
});
