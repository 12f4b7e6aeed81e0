// Costs by year and source of funds, to be typed.
import { type Problem, saidOf } from "../api/problem";
import { sentences } from "../words/words";
import "./cost_fields.css";
import { CostLine } from "./cost_line";
import type { CostRow } from "./costs";
import words from "./costs.json";

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
          <div key={index}>
            <div class="cost-row">
              <CostLine row={row} change={(to) => change(index, to)} />
              <button
                type="button"
                class="secondary"
                aria-label={say("remove", { number: index + 1 })}
                onClick={() => put(rows.filter((_, at) => at !== index))}
              >
                ×
              </button>
            </div>
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
