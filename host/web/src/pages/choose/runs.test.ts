import { expect, test } from "vitest";

import type { Runs, Summary } from "../../parts/choice/answers";
import { rowsOf } from "./runs";

const summary = (id: string) => ({ id, name: id }) as Summary;

test("a run of a round says who made it, another one only when", () => {
  const alone = summary("0197a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b");
  const rounds = [
    {
      name: "Bimtek IV",
      runs: [{ selection: "inside", at: "2026-01-31T09:30:00Z", by: "Ani", since: null }],
    },
  ] as Runs[];
  const rows = rowsOf([summary("inside"), alone], rounds);
  expect(rows[0]).toMatchObject({ by: "Ani", at: "2026-01-31T09:30:00Z", round: "Bimtek IV" });
  expect(rows[1]).toMatchObject({ at: "2025-06-24T11:28:38.461Z", by: undefined, round: undefined });
});
