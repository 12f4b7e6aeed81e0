// Which columns the table shows; kept on this device.
import { sentences } from "../../words/words";
import { chosenColumns, type Column, showColumn } from "./columns";
import words from "./words.json";

const say = sentences(words);

export function ColumnChoice({ columns }: { columns: Column[] }) {
  return (
    <details class="catalogue-columns">
      <summary role="button" class="outline secondary">
        {say("columns")}
      </summary>
      <fieldset>
        <legend class="visually-hidden">{say("columns")}</legend>
        {columns.map((column) => (
          <label key={column.key}>
            <input
              type="checkbox"
              checked={chosenColumns.value.includes(column.key)}
              onChange={(event) => showColumn(column.key, event.currentTarget.checked)}
            />
            {column.title()}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
