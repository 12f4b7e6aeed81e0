import { describe, expect, it } from "vitest";

import { subjectAddress } from "./subject_address";

describe("the page that a notification leads to", () => {
  it("is the entry that it is about", () => {
    expect(subjectAddress("13.11", { kind: "innovation", id: "0197a1b2" })).toBe("/13.11/inovasi/0197a1b2");
  });

  it("is the monitoring for periods and follow-ups", () => {
    expect(subjectAddress("13.11", { kind: "follow_up", id: "x" })).toBe("/13.11/pemantauan");
    expect(subjectAddress("13.11", { kind: "monitoring_period", id: "x" })).toBe("/13.11/pemantauan");
  });

  it("is none for an account", () => {
    expect(subjectAddress("13.11", { kind: "account", id: "x" })).toBeUndefined();
  });
});
