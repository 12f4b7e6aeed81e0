import { describe, expect, it } from "vitest";

import { decimal, numberSent, rupiahOf, wholeOf } from "./typed_numbers";

describe("a decimal number", () => {
  it("is read in Indonesian writing first", () => {
    expect(decimal("1.500")).toBe("1500");
    expect(decimal("12,50")).toBe("12.5");
    expect(decimal("1.234.567,89")).toBe("1234567.89");
    expect(decimal("-3")).toBe("-3");
  });
  it("is read in English writing where that is the only way", () => {
    expect(decimal("12.5")).toBe("12.5");
    expect(decimal("1,234.5")).toBe("1234.5");
  });
  it("is none in a sentence", () => {
    expect(decimal("sekitar 12")).toBeUndefined();
    expect(decimal("")).toBeUndefined();
    expect(decimal("1.23.4")).toBeUndefined();
  });
});

describe("rupiah", () => {
  it("are read with and without words for large amounts", () => {
    expect(rupiahOf("Rp 350.000.000")).toBe(350_000_000);
    expect(rupiahOf("350 juta")).toBe(350_000_000);
    expect(rupiahOf("1,2 miliar")).toBe(1_200_000_000);
    expect(rupiahOf("90jt")).toBe(90_000_000);
    expect(rupiahOf("0")).toBe(0);
  });
  it("are none in what cannot be read, or counted exactly", () => {
    expect(rupiahOf("350 ju")).toBeUndefined();
    expect(rupiahOf("")).toBeUndefined();
    expect(rupiahOf("99999999999999999")).toBeUndefined();
  });
});

describe("a whole number", () => {
  it("is read of digits, with the dots that people write", () => {
    expect(wholeOf(" 12 ")).toBe(12);
    expect(wholeOf("1.200")).toBe(1200);
    expect(wholeOf("7,5")).toBeUndefined();
    expect(wholeOf("12 bulan")).toBeUndefined();
    expect(wholeOf("")).toBeUndefined();
  });
});

describe("what is sent of a number", () => {
  it("is what was typed where it cannot be read, so that nothing else is taken for it", () => {
    expect(numberSent("Rp 350 juta", rupiahOf)).toBe(350_000_000);
    expect(numberSent(" sekitar 5 juta ", rupiahOf)).toBe("sekitar 5 juta");
    expect(numberSent("  ", rupiahOf)).toBeUndefined();
  });
});
