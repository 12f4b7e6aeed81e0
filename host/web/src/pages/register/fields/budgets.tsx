// Money by year and source.
import { useId } from "preact/hooks";

import { rupiah } from "../../../formats/formats";
import { language } from "../../../words/language";
import { filled, sentences, titled } from "../../../words/words";
import { rupiahOf } from "../numbers";
import { fundingSources } from "../schema";
import type { Budget } from "../typed";
import { Repeated } from "./repeated";
import words from "./words.json";

const say = sentences(words);

function sourceOf(value: string): Budget["source"] {
  switch (value) {
    case "apbd": case "apbn": case "csr": case "community": case "village_fund": case "grant": case "other":
      return value;
    default:
      return undefined;
  }
}

function BudgetLine({ budget, change }: { budget: Budget; change: (budget: Budget) => void }) {
  const id = useId();
  const amount = String(budget.amount ?? "");
  const read = rupiahOf(amount);
  const unread = amount.trim() !== "" && read === undefined;
  return (
    <>
      <div class="register-row">
        <div>
          <label for={`${id}-year`}>{say("year")}</label>
          <input
            id={`${id}-year`}
            inputMode="numeric"
            autocomplete="off"
            maxLength={4}
            value={budget.year || ""}
            onInput={(event) => change({ ...budget, year: event.currentTarget.value })}
          />
        </div>
        <div>
          <label for={`${id}-source`}>{say("source")}</label>
          <select
            id={`${id}-source`}
            value={budget.source ?? ""}
            onChange={(event) => change({ ...budget, source: sourceOf(event.currentTarget.value) })}
          >
            <option value="">{say("not_said")}</option>
            {fundingSources.map((source) => (
              <option key={source.value} value={source.value}>
                {titled(filled(source.label[language.value]))}
              </option>
            ))}
          </select>
        </div>
      </div>
      <label for={`${id}-amount`}>{say("amount")} (Rp)</label>
      <input
        id={`${id}-amount`}
        type="text"
        autocomplete="off"
        maxLength={40}
        aria-describedby={`${id}-read`}
        aria-invalid={unread ? "true" : undefined}
        value={amount}
        onInput={(event) => change({ ...budget, amount: event.currentTarget.value })}
      />
      <small id={`${id}-read`} class={unread ? "error" : "help"}>
        {read !== undefined && say("amount_read", { amount: rupiah(read) })}
        {unread && say("amount_unread")}
      </small>
    </>
  );
}

export function Budgets({ budgets, change }: { budgets: Budget[]; change: (budgets: Budget[]) => void }) {
  return (
    <Repeated
      what={say("budget_line")}
      items={budgets}
      empty={{}}
      change={change}
      row={(budget, put) => <BudgetLine budget={budget} change={put} />}
    />
  );
}
