import { describe, expect, it } from "vitest";

import { isOver } from "./deadline";

describe("the deadline of a region", () => {
  it("is over when its minute has passed on the region's own clock", () => {
    const until = "2026-12-31T16:00";
    expect(isOver(until, "WIB", new Date("2026-12-31T09:00:59Z"))).toBe(false);
    expect(isOver(until, "WIB", new Date("2026-12-31T09:01:00Z"))).toBe(true);
  });

  it("comes earlier the further east a region lies", () => {
    const now = new Date("2026-12-31T08:30:00Z");
    expect(isOver("2026-12-31T16:00", "WIB", now)).toBe(false);
    expect(isOver("2026-12-31T16:00", "WITA", now)).toBe(true);
    expect(isOver("2026-12-31T16:00", "WIT", now)).toBe(true);
  });
});
