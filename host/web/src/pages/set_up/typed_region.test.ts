import { expect, test } from "vitest";

import { typedCode } from "./typed_region";

const known = [
  { code: "17", name: "Bengkulu" },
  { code: "17.71", name: "Kota Bengkulu" },
  { code: "13.11", name: "Kabupaten Solok Selatan" },
];

test("a region is meant by its name, however it is spaced and written", () => {
  expect(typedCode("Kabupaten Solok Selatan", known)).toBe("13.11");
  expect(typedCode("  kabupaten  solok selatan ", known)).toBe("13.11");
  expect(typedCode("Bengkulu", known)).toBe("17");
});

test("what is no region's name is handed on as it was typed", () => {
  expect(typedCode(" 51.08 ", known)).toBe("51.08");
  expect(typedCode("Solok", known)).toBe("Solok");
  expect(typedCode("", [])).toBe("");
});
