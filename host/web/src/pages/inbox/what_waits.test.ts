import { describe, expect, it } from "vitest";

import { addressOf } from "../catalogue/filter";
import { entriesWaiting } from "./what_waits";

const dinkes = "0197a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b";
const who = (deeds: string[], organisations: string[] = [], byHead = false) => ({
  may: (deed: string) => deeds.includes(deed),
  organisations,
  byHead,
});
const kinds = (...given: Parameters<typeof who>) => entriesWaiting(who(...given)).map((one) => one.kind);

describe("what waits", () => {
  it("is nothing for a reader", () => {
    expect(kinds([])).toEqual([]);
  });

  it("is what came back, then the drafts, for an official", () => {
    expect(kinds(["register"], [dinkes])).toEqual(["returned", "drafts"]);
    const [returned] = entriesWaiting(who(["register"], [dinkes]));
    expect(returned && addressOf(returned.filter)).toBe(`?status=returned&owner=${dinkes}`);
  });

  it("is what was submitted, for a verifier of the whole region", () => {
    expect(kinds(["verify"])).toEqual(["verify", "newer"]);
    const [submitted] = entriesWaiting(who(["verify"]));
    expect(submitted && addressOf(submitted.filter)).toBe("?status=submitted");
  });

  it("is what a head has to approve, only where the region asks for it", () => {
    expect(kinds(["register", "approve"], [dinkes])).not.toContain("approve");
    expect(kinds(["register", "approve"], [dinkes], true)).toContain("approve");
  });

  it("is no draft of others for an administrator without an organisation", () => {
    expect(kinds(["register", "verify"])).toEqual(["verify", "newer"]);
  });
});
