import { expect, test } from "vitest";

import type { Candidate } from "../../parts/choice/answers";
import { sheetsOf } from "./sheets";

const candidate = (name: string, owner: Candidate["owner"]) => ({ name, owner }) as Candidate;
const health = { code: "DINKES", name: "Dinas Kesehatan" };
const schools = { code: "DISDIK", name: "Badan Pendidikan" };

test("each organisation has one sheet with its entries, whoever has no owner comes last", () => {
  const sheets = sheetsOf(
    [candidate("a", health), candidate("b", null), candidate("c", schools), candidate("d", health)],
    "Tanpa pemilik",
  );
  expect(sheets.map((one) => [one.name, one.candidates.map((entry) => entry.name)])).toEqual([
    ["Badan Pendidikan", ["c"]],
    ["Dinas Kesehatan", ["a", "d"]],
    ["Tanpa pemilik", ["b"]],
  ]);
});
