// Money by year and source.
import { CostLine } from "../../../parts/cost_line";
import type { Budget } from "../typed";
import { Repeated } from "./repeated";
import { sentences } from "../../../words/words";
import words from "./words.json";

const say = sentences(words);

/** As it lies in the working copy, where what is untouched stays as it is. */
const rowOf = ({ year, source, amount }: Budget) => ({
  year: String(year ?? ""),
  source: source ?? ("" as const),
  amount: String(amount ?? ""),
});

export function Budgets({ budgets, change }: { budgets: Budget[]; change: (budgets: Budget[]) => void }) {
  return (
    <Repeated
      what={say("budget_line")}
      items={budgets}
      empty={{}}
      change={change}
      row={(budget, put) => (
        <CostLine
          row={rowOf(budget)}
          change={({ source = budget.source, ...to }) => put({ ...budget, ...to, source: source || undefined })}
        />
      )}
    />
  );
}
