import { describe, expect, it } from "vitest";

import { valueText } from "./difference_dialog";

describe("a value in the choice between two versions", () => {
  it("is told as a person reads it", () => {
    expect(valueText("Antrean")).toBe("Antrean");
    expect(valueText(undefined)).toBe("–");
    expect(valueText(["BPJS", "PMI"])).toBe("BPJS; PMI");
    expect(valueText([{ year: 2026, source: "apbd", amount: "" }])).toBe("2026, apbd");
  });
});
