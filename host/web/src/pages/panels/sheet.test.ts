import { expect, test } from "vitest";

import { outboxText, readOutbox, toSend, withGiven, withoutSent } from "./outbox";
import { judgedBy, missingOf, nextMissing, progressOf, scoreOf, type Sheet, stepOfKey } from "./sheet";

const entry = (id: string, own = false, given: Sheet["entries"][number]["given"] = []) => ({
  id,
  name: id,
  own,
  given,
  missing: [],
});

const sheet: Sheet = {
  panel: "p",
  name: "Panel ahli",
  member: "m",
  member_name: "Ani",
  is_open: true,
  criteria: [
    { key: "leverage", title: {}, steps: [] },
    { key: "felt", title: {}, steps: [] },
  ],
  entries: [
    entry("first", false, [
      { criterion: "leverage", step: 3 },
      { criterion: "felt", step: 0 },
    ]),
    entry("own", true),
    entry("second"),
  ],
};

test("nothing of the own organisation is judged or counted", () => {
  expect(judgedBy(sheet).map((one) => one.id)).toEqual(["first", "second"]);
  expect(progressOf(sheet, {})).toEqual({ given: 2, wanted: 4 });
});

test("step 0 is a score, and not a missing one", () => {
  expect(missingOf(sheet, sheet.entries[0]!, {})).toEqual([]);
});

test("what waits on the device counts and stands before what the host has", () => {
  const outbox = withGiven({}, { innovation: "first", criterion: "leverage", step: 1 });
  expect(scoreOf(sheet.entries[0]!, "leverage", outbox).step).toBe(1);
  const more = withGiven(outbox, { innovation: "second", criterion: "felt", step: 2 });
  expect(progressOf(sheet, more)).toEqual({ given: 3, wanted: 4 });
});

test("one goes on where a score is missing, around the end", () => {
  expect(nextMissing(sheet, {}, 0)).toBe(1);
  const all = ["leverage", "felt"].reduce(
    (outbox, criterion) => withGiven(outbox, { innovation: "second", criterion, step: 4 }),
    {},
  );
  expect(nextMissing(sheet, all, 1)).toBeUndefined();
});

test("a note without a step waits for it", () => {
  const outbox = withGiven({}, { innovation: "second", criterion: "felt", note: "Perlu dicek" });
  expect(toSend(outbox)).toEqual([]);
  expect(missingOf(sheet, sheet.entries[2]!, outbox)).toContain("felt");
});

test("what was changed while it was on its way is sent again", () => {
  const before = withGiven({}, { innovation: "second", criterion: "felt", step: 1 });
  const sent = toSend(before);
  const meanwhile = withGiven(before, { innovation: "second", criterion: "felt", step: 2 });
  expect(toSend(withoutSent(meanwhile, sent))).toHaveLength(1);
  expect(withoutSent(before, sent)).toEqual({});
});

test("the device gives back what it kept, and nothing that is not readable", () => {
  const outbox = withGiven({}, { innovation: "second", criterion: "felt", step: 1, note: "Ya" });
  expect(readOutbox(outboxText(outbox))).toEqual(outbox);
  expect(readOutbox("[{\"innovation\": 7}]")).toEqual({});
  expect(readOutbox("no JSON")).toEqual({});
  expect(readOutbox(null)).toEqual({});
});

test("the keys 0 to 4 mean steps, others nothing", () => {
  expect(stepOfKey("0")).toBe(0);
  expect(stepOfKey("4")).toBe(4);
  expect(stepOfKey("5")).toBeUndefined();
  expect(stepOfKey("Enter")).toBeUndefined();
});
