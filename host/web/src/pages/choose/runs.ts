// The runs so far, newest first: what the list of selections tells, and who made it and what was
// otherwise than before, as the runs of a round tell.
import { madeAt, type Run, type Runs, type Summary } from "../../parts/choice/answers";

export interface Row {
  selection: Summary;
  at?: string;
  by?: string;
  round?: string;
  since?: NonNullable<Run["since"]>;
}

export function rowsOf(selections: Summary[], rounds: Runs[]): Row[] {
  const runs = new Map(
    rounds.flatMap((round) =>
      round.runs.map((run) => [run.selection, { run, round: round.name }] as const),
    ),
  );
  return selections.map((selection) => {
    const known = runs.get(selection.id);
    return {
      selection,
      at: known?.run.at ?? madeAt(selection.id),
      by: known?.run.by,
      round: known?.round,
      since: known?.run.since ?? undefined,
    };
  });
}
