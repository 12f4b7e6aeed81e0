// The values of a candidate's indicators, to be typed.
import { type Problem, saidOf } from "../../api/problem";
import { decimal } from "../../formats/decimal";
import { Field } from "../../parts/field";
import { sentences } from "../../words/words";
import type { IndicatorRow, NewReport } from "./report";
import words from "./report_words.json";

const say = sentences(words);

interface Props {
  rows: IndicatorRow[];
  put: (rows: IndicatorRow[]) => void;
  problem?: Problem;
  /** Those with a value, as they are sent: the API tells their place in this list. */
  sent: NonNullable<NewReport["indicators"]>;
}

export function IndicatorFields({ rows, put, problem, sent }: Props) {
  if (rows.length === 0) return null;
  return (
    <fieldset>
      <legend>{say("indicators")}</legend>
      {rows.map((row, index) => {
        const place = sent.findIndex(
          (one) => one.innovation === row.innovation && one.definition === row.definition,
        );
        const error =
          place < 0
            ? undefined
            : (saidOf(problem, `/indicators/${place}/value`) ?? saidOf(problem, `/indicators/${place}/definition`));
        const help = say("indicator_help", {
          from: decimal(row.baseline) || say("unknown"),
          to: decimal(row.target) || say("unknown"),
          unit: row.unit,
        });
        return (
          <Field key={`${row.innovation}/${row.definition}`} label={row.definition} help={help} error={error}>
            {(given) => (
              <input
                {...given}
                inputMode="decimal"
                maxLength={40}
                value={row.value}
                onInput={(event) =>
                  put(rows.map((one, at) => (at === index ? { ...one, value: event.currentTarget.value } : one)))
                }
              />
            )}
          </Field>
        );
      })}
    </fieldset>
  );
}
