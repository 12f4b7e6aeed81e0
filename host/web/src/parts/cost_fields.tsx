// Costs by year and source of funds, to be typed.
import { type Problem, saidOf } from "../api/problem";
import { sentences } from "../words/words";
import words from "./costs.json";
import { type CostRow, sources, sourceWord } from "./costs";
import "./cost_fields.css";

const say = sentences(words);

interface Props {
  rows: CostRow[];
  put: (rows: CostRow[]) => void;
  problem?: Problem;
  /** Where the API says the costs lie, "/costs". */
  pointer: string;
}

export function CostFields({ rows, put, problem, pointer }: Props) {
  const change = (index: number, to: Partial<CostRow>) =>
    put(rows.map((row, at) => (at === index ? { ...row, ...to } : row)));
  const nextYear = String((Number(rows.at(-1)?.year) || new Date().getFullYear()) + (rows.length > 0 ? 1 : 0));
  return (
    <fieldset>
      <legend>{say("costs")}</legend>
      <small class="cost-help">{say("costs_help")}</small>
      {rows.map((row, index) => {
        const error = ["", "/year", "/amount", "/source"]
          .map((field) => saidOf(problem, `${pointer}/${index}${field}`))
          .find((sentence) => sentence !== undefined);
        return (
          <div key={index} class="cost-row">
            <label>
              {say("year")}
              <input
                inputMode="numeric"
                maxLength={4}
                value={row.year}
                onInput={(event) => change(index, { year: event.currentTarget.value })}
              />
            </label>
            <label>
              {say("amount")}
              <input
                inputMode="numeric"
                maxLength={24}
                value={row.amount}
                onInput={(event) => change(index, { amount: event.currentTarget.value })}
              />
            </label>
            <label>
              {say("source")}
              <select
                value={row.source}
                onChange={(event) =>
                  change(index, { source: sources.find((one) => one === event.currentTarget.value) ?? "" })
                }
              >
                <option value="">{say("no_source")}</option>
                {sources.map((source) => (
                  <option key={source} value={source}>
                    {sourceWord(source)}
                  </option>
                ))}
              </select>
            </label>
            <button
              type="button"
              class="secondary"
              aria-label={say("remove", { number: index + 1 })}
              onClick={() => put(rows.filter((_, at) => at !== index))}
            >
              ×
            </button>
            {error && (
              <small class="error" role="alert">
                {error}
              </small>
            )}
          </div>
        );
      })}
      <button
        type="button"
        class="secondary"
        onClick={() => put([...rows, { year: nextYear, source: "apbd", amount: "" }])}
      >
        {say("add")}
      </button>
    </fieldset>
  );
}
