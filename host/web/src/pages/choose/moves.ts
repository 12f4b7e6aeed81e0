// The scenario under work and those before it, so that each move can be taken back.
import type { Scenario } from "../../parts/choice/scenario";

export interface Moves {
  scenario: Scenario;
  past: Scenario[];
  /** What moved last: a slider that goes on is still the same move. */
  of?: string;
}

const mostMoves = 100;

export function moved(before: Moves, scenario: Scenario, of?: string): Moves {
  if (of !== undefined && of === before.of) return { ...before, scenario };
  return { scenario, past: [...before.past, before.scenario].slice(-mostMoves), of };
}

export function undone(before: Moves): Moves {
  const scenario = before.past.at(-1);
  return scenario ? { scenario, past: before.past.slice(0, -1) } : before;
}
