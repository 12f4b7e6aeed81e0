import { expect, test } from "vitest";

import { oneTimeLink } from "./one_time_link";

test("the secret lies behind the #", () => {
  expect(oneTimeLink("#link-abc_1")).toEqual({ secret: "link-abc_1", first: false });
});

test("a whole address may be pasted, with blanks around it", () => {
  expect(oneTimeLink(" https://pilah.example/set-password#link-abc \n")).toEqual({
    secret: "link-abc",
    first: false,
  });
});

test("the link of the first account says so behind a colon", () => {
  expect(oneTimeLink("#link-abc:first")).toEqual({ secret: "link-abc", first: true });
});

test("an address without a secret has none", () => {
  expect(oneTimeLink("").secret).toBe("");
  expect(oneTimeLink("#").secret).toBe("");
});
