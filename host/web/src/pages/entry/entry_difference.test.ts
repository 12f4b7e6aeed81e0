import { describe, expect, it } from "vitest";

import type { Innovation } from "../../parts/innovation/value_words";
import { differences } from "./entry_difference";

const entry: Innovation = {
  id: "0197a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b",
  region: "13.11",
  entry_kind: "existing",
  status: "verified",
  name: "Antrean Daring",
  summary: "Pasien mengantre dari rumah.",
  budgets: [{ year: 2025, source: "apbd", amount: 250_000_000 }],
  revision: 7,
};

describe("the difference of two versions", () => {
  it("is nothing for a version that only has another revision", () => {
    expect(differences(entry, { ...entry, revision: 9 })).toEqual([]);
  });

  it("names the field that was changed, with both values", () => {
    expect(differences(entry, { ...entry, summary: "Pasien menunggu di rumah." })).toEqual([
      {
        field: "summary",
        before: "Pasien mengantre dari rumah.",
        after: "Pasien menunggu di rumah.",
      },
    ]);
  });

  it("looks into lists and their items", () => {
    const dearer = { ...entry, budgets: [{ year: 2025, source: "apbd" as const, amount: 300_000_000 }] };
    expect(differences(entry, dearer).map((one) => one.field)).toEqual(["budgets"]);
    const copied = { ...entry, budgets: structuredClone(entry.budgets) };
    expect(differences(entry, copied)).toEqual([]);
  });

  it("tells a field that came and one that went", () => {
    const { summary, ...without } = entry;
    expect(differences(without, entry)).toEqual([{ field: "summary", before: undefined, after: summary }]);
    expect(differences(entry, without)).toEqual([{ field: "summary", before: summary, after: undefined }]);
  });

  it("does not take a list for an object", () => {
    const read = (attributes: string): Innovation => ({ ...entry, attributes: JSON.parse(attributes) });
    expect(differences(read('{"a": {}}'), read('{"a": []}')).map((one) => one.field)).toEqual([
      "attributes",
    ]);
  });
});
