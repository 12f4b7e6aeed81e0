// What became of each row, and why.
import { useEffect, useMemo, useState } from "preact/hooks";

import { number } from "../../formats/formats";
import { sentences } from "../../words/words";
import type { Fate, ImportedList } from "./list";
import words from "./words.json";

const say = sentences(words);
const atOnce = 100;

export function RowTable({ list, shown }: { list: ImportedList; shown: Fate | undefined }) {
  const [length, setLength] = useState(atOnce);
  useEffect(() => setLength(atOnce), [list, shown]);
  const rows = useMemo(
    () => list.rows.filter((row) => shown === undefined || row.fate === shown),
    [list, shown],
  );
  const left = rows.length - length;
  return (
    <section>
      <h3>{say("rows")}</h3>
      {rows.length === 0 && <p>{say("no_rows")}</p>}
      {rows.length > 0 && (
        <div class="wide" tabIndex={0} role="region" aria-label={say("rows")}>
          <table class="striped list-rows">
            <thead>
              <tr>
                <th scope="col" class="number">
                  {say("row")}
                </th>
                <th scope="col">{say("fate")}</th>
                <th scope="col">{say("where")}</th>
                <th scope="col">{say("why")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, length).map((row) => (
                <tr key={`${row.sheet} ${row.row}`}>
                  <td class="number">
                    {row.sheet && <small>{row.sheet} </small>}
                    {number(row.row)}
                  </td>
                  <td class={`list-fate ${row.fate}`}>{say(row.fate)}</td>
                  <td>{row.column}</td>
                  <td>
                    {row.reason}
                    {row.warnings?.map((warning) => (
                      <span key={warning.text} class="list-warning">
                        {warning.text}
                      </span>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {left > 0 && (
        <button type="button" class="secondary" onClick={() => setLength(length + atOnce)}>
          {say("more", { count: number(Math.min(atOnce, left)) })}
        </button>
      )}
      {list.rows_left_out > 0 && <p>{say("rows_left_out", { count: number(list.rows_left_out) })}</p>}
    </section>
  );
}
