import { expect, test } from "vitest";

import { qrPath } from "./qr_path";

test("neighbours of a row are one rectangle, a gap begins another", () => {
  expect(
    qrPath([
      [true, true, false, true],
      [false, false, false, false],
      [false, true, true, true],
    ]),
  ).toBe("M0 0h2v1H0zM3 0h1v1H3zM1 2h3v1H1z");
});

test("nothing dark is no path", () => {
  expect(qrPath([[false, false]])).toBe("");
});
