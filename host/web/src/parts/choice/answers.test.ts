import { expect, test } from "vitest";

import { type Candidate, madeAt, reasonsOf } from "./answers";

test("the instant of a selection stands in its id", () => {
  expect(madeAt("0197a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b")).toBe(
    new Date(0x0197a1b27c3d).toISOString(),
  );
  expect(madeAt("0197a1b2-7c3d-4e4f-8a5b-6c7d8e9f0a1b")).toBeUndefined();
});

test("reasons are told apart: why, what it lacks, the way in", () => {
  const said = (kind: string) => ({ kind, arguments: {}, text: { id: kind, en: kind } });
  const candidate = {
    reasons: [
      said("choice.out.group_full"),
      said("choice.out.lacks"),
      said("choice.out.lift"),
      said("choice.way.chosen"),
    ],
  } as Pick<Candidate, "reasons"> as Candidate;
  const { why, lacks, ways } = reasonsOf(candidate);
  expect(why.map((one) => one.kind)).toEqual(["choice.out.group_full"]);
  expect(lacks.map((one) => one.kind)).toEqual(["choice.out.lacks", "choice.out.lift"]);
  expect(ways.map((one) => one.kind)).toEqual(["choice.way.chosen"]);
});
