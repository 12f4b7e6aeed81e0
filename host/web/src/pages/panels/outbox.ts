// What a member has given and the host does not have yet: kept on the device until it does.
import type { components } from "../../api/schema";

/** Without a step: a note that waits for its step. */
export type Given = Omit<components["schemas"]["NewJudgements"]["judgements"][number], "step"> & {
  step?: number;
};
type Judgement = Given & { step: number };

/** By entry and criterion. */
export type Outbox = Readonly<Record<string, Given>>;

const mostAtOnce = 1000; // of one request

export const keyOf = (innovation: string, criterion: string) => `${innovation}/${criterion}`;

export const withGiven = (outbox: Outbox, given: Given): Outbox => ({
  ...outbox,
  [keyOf(given.innovation, given.criterion)]: given,
});

/** What can be sent now. */
export const toSend = (outbox: Outbox): Judgement[] =>
  Object.values(outbox)
    .filter((given): given is Judgement => given.step !== undefined)
    .slice(0, mostAtOnce);

/** Without what has arrived; what was changed while it was on its way stays. */
export function withoutSent(outbox: Outbox, sent: readonly Given[]): Outbox {
  const arrived = new Set<Given>(sent);
  return Object.fromEntries(Object.entries(outbox).filter(([, given]) => !arrived.has(given)));
}

function isGiven(value: unknown): value is Given {
  if (typeof value !== "object" || value === null) return false;
  const { innovation, criterion, step, note } = value as Record<string, unknown>;
  return (
    typeof innovation === "string" &&
    typeof criterion === "string" &&
    (step === undefined || typeof step === "number") &&
    (note === undefined || typeof note === "string")
  );
}

/** Of what the device kept as text; what cannot be read is left out. */
export function readOutbox(text: string | null): Outbox {
  try {
    const values: unknown = JSON.parse(text ?? "[]");
    return (Array.isArray(values) ? values : []).filter(isGiven).reduce<Outbox>(withGiven, {});
  } catch {
    return {};
  }
}

export const outboxText = (outbox: Outbox): string => JSON.stringify(Object.values(outbox));
