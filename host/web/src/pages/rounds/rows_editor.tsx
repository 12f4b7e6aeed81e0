// Rows of a few fields each, to add to, change and take away from.
import { type Problem, saidOf } from "../../api/problem";
import { Field } from "../../parts/field";
import { sentences } from "../../words/words";
import type { TypedRow } from "./dossier_typed";
import words from "./words.json";

const say = sentences(words);

interface Option {
  value: string;
  text: string;
}

export interface Column {
  key: string;
  label: string;
  /** A choice; may depend on what else the row says. */
  options?: (row: TypedRow) => readonly Option[];
  kind?: "number" | "long";
  required?: boolean;
}

interface Props {
  /** The member of the document, where problems point to: "figures". */
  member: string;
  /** "Angka 1" */
  rowName: (place: number) => string;
  columns: readonly Column[];
  rows: readonly TypedRow[];
  set: (rows: TypedRow[]) => void;
  problem?: Problem;
  /** A new row; without: rows are neither added nor taken away. */
  fresh?: TypedRow;
}

function Cell(props: { column: Column; row: TypedRow; error?: string; set: (value: string) => void }) {
  const { column, row, error, set } = props;
  const value = row[column.key] ?? "";
  const typed = (event: { currentTarget: { value: string } }) => set(event.currentTarget.value);
  return (
    <Field label={column.label} error={error} required={column.required}>
      {(given) => {
        if (column.options) {
          return (
            <select {...given} value={value} onChange={typed}>
              {column.options(row).map((one) => (
                <option key={one.value} value={one.value}>
                  {one.text}
                </option>
              ))}
            </select>
          );
        }
        if (column.kind === "long") {
          return <textarea {...given} rows={2} value={value} onInput={typed} />;
        }
        const number = column.kind === "number";
        return <input {...given} type={number ? "number" : "text"} value={value} onInput={typed} />;
      }}
    </Field>
  );
}

export function RowsEditor({ member, rowName, columns, rows, set, problem, fresh }: Props) {
  const change = (place: number, key: string, value: string) =>
    set(rows.map((row, each) => (each === place ? { ...row, [key]: value } : row)));
  return (
    <>
      {rows.map((row, place) => (
        <fieldset key={place} class="rounds-row">
          <legend>{rowName(place)}</legend>
          <div class="rounds-cells">
            {columns.map((column) => (
              <Cell
                key={column.key}
                column={column}
                row={row}
                error={saidOf(problem, `/${member}/${place}/${column.key}`)}
                set={(value) => change(place, column.key, value)}
              />
            ))}
          </div>
          {fresh && (
            <button
              type="button"
              class="quiet"
              aria-label={say("take_away_what", { what: rowName(place) })}
              onClick={() => set(rows.filter((_, each) => each !== place))}
            >
              {say("take_away")}
            </button>
          )}
        </fieldset>
      ))}
      {fresh && (
        <button type="button" class="secondary" onClick={() => set([...rows, fresh])}>
          {say("add_row")}
        </button>
      )}
    </>
  );
}
