import { expect, test } from "vitest";

import { latest } from "./latest";

/** Questions whose answers come when the test says so. */
function slow() {
  const waiting = new Map<string, { answer: (text: string) => void; fail: () => void }>();
  const signals = new Map<string, AbortSignal>();
  const ask = (question: string, signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      signals.set(question, signal);
      waiting.set(question, { answer: resolve, fail: () => reject(new Error(question)) });
    });
  return { waiting, signals, ask };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test("an answer that is overtaken is told to nobody", async () => {
  const { waiting, signals, ask } = slow();
  const told: string[] = [];
  const asking = latest(ask, (outcome) => told.push("answer" in outcome ? outcome.answer : "failed"));
  asking.ask("first");
  asking.ask("second");
  expect(signals.get("first")?.aborted).toBe(true);
  expect(signals.get("second")?.aborted).toBe(false);
  waiting.get("second")?.answer("new");
  await settled();
  waiting.get("first")?.answer("old");
  await settled();
  expect(told).toEqual(["new"]);
});

test("the failure of what was broken off is told to nobody, that of the last is", async () => {
  const { waiting, ask } = slow();
  const told: string[] = [];
  const asking = latest(ask, (outcome, question) => {
    told.push(`${question} ${"answer" in outcome ? outcome.answer : "failed"}`);
  });
  asking.ask("first");
  asking.ask("second");
  waiting.get("first")?.fail();
  waiting.get("second")?.fail();
  await settled();
  expect(told).toEqual(["second failed"]);
});

test("after the end nothing is told", async () => {
  const { waiting, signals, ask } = slow();
  const told: unknown[] = [];
  const asking = latest(ask, (outcome) => told.push(outcome));
  asking.ask("only");
  asking.end();
  waiting.get("only")?.answer("late");
  await settled();
  expect(signals.get("only")?.aborted).toBe(true);
  expect(told).toEqual([]);
});
