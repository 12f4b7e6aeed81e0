import { afterEach, describe, expect, it } from "vitest";

import { language } from "../words/language";
import { partialDate, period } from "./partial_date";

/** Whatever kind of spaces stand around the dash. */
const plain = (text: string) => text.replace(/\s/g, " ");

afterEach(() => {
  language.value = "id";
});

describe("a date of which not everything is known", () => {
  it("is told as far as it is known", () => {
    expect(partialDate("2024")).toBe("2024");
    expect(partialDate("2024-03")).toBe("Maret 2024");
    expect(partialDate("2024-03-05")).toBe("5 Maret 2024");
  });

  it("is told in English to readers of English", () => {
    language.value = "en";
    expect(partialDate("2024-03-05")).toBe("5 March 2024");
  });

  it("is shown as it is when it is no date", () => {
    expect(partialDate("soon")).toBe("soon");
  });
});

describe("a period", () => {
  it("goes from its first to its last day", () => {
    expect(plain(period("2024-03-28", "2024-04-02"))).toBe("28 Maret – 2 April 2024");
  });

  it("says once what both days share", () => {
    expect(plain(period("2024-03-05", "2024-03-06"))).toBe("5–6 Maret 2024");
  });

  it("tells each end as far as it is known", () => {
    expect(period("2024", "2025-03-06")).toBe("2024 – 6 Maret 2025");
  });

  it("is one day when it begins and ends on it, or when one end is not known", () => {
    expect(period("2024-03-05", "2024-03-05")).toBe("5 Maret 2024");
    expect(period(undefined, "2024-03-06")).toBe("6 Maret 2024");
    expect(period("2024-03-05", undefined)).toBe("5 Maret 2024");
  });

  it("is empty when nothing is known of it", () => {
    expect(period(undefined, undefined)).toBe("");
  });
});
