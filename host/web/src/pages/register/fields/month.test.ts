import { describe, expect, it } from "vitest";

import { dateOf, partsOfDate } from "./month";

describe("a date that is known in part", () => {
  it("has a year, perhaps a month, perhaps a day", () => {
    expect(dateOf("2024", "")).toBe("2024");
    expect(dateOf("2024", "03")).toBe("2024-03");
    expect(dateOf("2024", "03", "15")).toBe("2024-03-15");
    expect(dateOf("", "")).toBeUndefined();
  });
  it("is typed in any order without losing a part", () => {
    const typed = dateOf("", "03") ?? "";
    expect(partsOfDate(typed)).toEqual({ year: "", month: "03", day: "" });
  });
});
