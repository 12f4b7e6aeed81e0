import { describe, expect, it } from "vitest";

import { likeEarlier } from "./prefill";
import { typedOf } from "./typed";

const earlier = typedOf({
  name: "Antrean Daring 2025",
  status: "verified",
  summary: "Nomor antrean dari rumah.",
  applied: "2025-03",
  budgets: [{ year: 2025, source: "apbd", amount: 200_000_000 }],
  evidence: [{ sha256: "00", file_name: "sk.pdf", field: "/summary" }],
  indicators: [
    {
      definition: "waktu tunggu", unit: "menit", baseline: "90", target: "30",
      measured: [{ date: "2025-06", value: "45" }],
      verified: [{ date: "2025-06", value: "46" }],
    },
  ],
});

describe("an entry like last year's", () => {
  const { typed, filled } = likeEarlier({ name: "Antrean Daring 2026", summary: " " }, earlier);
  it("keeps what is typed already", () => {
    expect(typed.name).toBe("Antrean Daring 2026");
    expect(filled).not.toContain("name");
  });
  it("takes no status, evidence, measured or verified values", () => {
    expect(JSON.stringify(typed)).not.toMatch(/status|evidence|sha256|measured|verified|45|46/);
    expect(typed.indicators).toMatchObject([{ definition: "waktu tunggu", baseline: "90", target: "30" }]);
  });
  it("takes where the money came from, for the next year, not how much it was", () => {
    expect(typed.budgets).toEqual([{ year: 2026, source: "apbd" }]);
    expect(typed.applied).toBeUndefined();
  });
});
