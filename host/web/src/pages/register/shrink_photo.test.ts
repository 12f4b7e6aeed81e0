import { describe, expect, it } from "vitest";

import { jpegName, shrunkSize } from "./shrink_photo";

describe("a photo", () => {
  it("is drawn with at most 1600 pixels a side, in its own proportions", () => {
    expect(shrunkSize(4000, 3000)).toEqual({ width: 1600, height: 1200 });
    expect(shrunkSize(3000, 4000)).toEqual({ width: 1200, height: 1600 });
    expect(shrunkSize(10_000, 1)).toEqual({ width: 1600, height: 1 });
  });
  it("is never made larger", () => {
    expect(shrunkSize(800, 600)).toEqual({ width: 800, height: 600 });
  });
  it("is named as the JPEG that it has become", () => {
    expect(jpegName("IMG_2041.HEIC")).toBe("IMG_2041.jpg");
    expect(jpegName("foto")).toBe("foto.jpg");
    expect(jpegName(".png")).toBe("foto.jpg");
  });
});
