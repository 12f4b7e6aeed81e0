import { expect, test } from "vitest";

import { moved, type Moves, undone } from "./moves";

const named = (name: string) => ({ name, rules: [] });
const start: Moves = { scenario: named("start"), past: [] };

test("each move can be taken back, the last one first", () => {
  const twice = moved(moved(start, named("first")), named("second"));
  expect(undone(twice).scenario.name).toBe("first");
  expect(undone(undone(twice))).toEqual(start);
  expect(undone(start)).toBe(start);
});

test("a slider that goes on is one move, another slider the next", () => {
  const slid = moved(moved(start, named("3"), "felt"), named("4"), "felt");
  expect(undone(slid).scenario.name).toBe("start");
  const other = moved(slid, named("5"), "soon");
  expect(undone(other).scenario.name).toBe("4");
  expect(undone(moved(undone(other), named("6"), "soon")).scenario.name).toBe("4");
});
