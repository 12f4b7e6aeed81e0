import { expect, test } from "vitest";

import { followUpState } from "./follow_up_state";

test("a follow-up says until when, how late, or when it was done", () => {
  expect(followUpState({ state: "open", due: "2199-05-31" }, "2026-01-01")).toBe("sampai 31 Mei 2199");
  expect(followUpState({ state: "late", due: "2025-06-30" }, "2025-07-02")).toBe(
    "Seharusnya 30 Juni 2025; terlambat 2 hari.",
  );
  expect(followUpState({ state: "done", due: "2025-06-30", done_on: "2025-08-01" }, "2026-01-01")).toBe(
    "selesai 1 Agustus 2025",
  );
});
