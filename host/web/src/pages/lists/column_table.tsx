// The columns of a list with what stands in them, and which field each is read as.
import { Notice } from "../../parts/notice";
import { sentences } from "../../words/words";
import { type ColumnChoice, type SeenHeader, fieldOf } from "./column_choice";
import type { ListField } from "./list";
import words from "./words.json";

const say = sentences(words);

interface Props {
  headers: SeenHeader[];
  fields: ListField[];
  choice: ColumnChoice;
  choose: (column: string, field: string | null) => void;
  /** Whether the list could be read with the columns as they are. */
  isRead: boolean;
  unreadSheets: string[];
  isChecked: boolean;
  busy: boolean;
  check: () => void;
}

export function ColumnTable(props: Props) {
  const { headers, fields, choice, choose, isRead, unreadSheets, isChecked, busy, check } = props;
  return (
    <section>
      <h3>{say("columns")}</h3>
      <p>{say(isRead ? "columns_what" : "columns_needed")}</p>
      {unreadSheets.length > 0 && (
        <Notice kind="note">
          <p>{say("unread_sheets", { sheets: unreadSheets.join(", ") })}</p>
        </Notice>
      )}
      <div class="wide" tabIndex={0} role="region" aria-label={say("columns")}>
        <table class="list-columns">
          <thead>
            <tr>
              <th scope="col">{say("column")}</th>
              <th scope="col">{say("read_as")}</th>
              <th scope="col">{say("samples")}</th>
            </tr>
          </thead>
          <tbody>
            {headers.map((header) => {
              const field = fieldOf(header, choice);
              return (
                <tr key={header.column} class={field === null ? "unused" : undefined}>
                  <th scope="row">
                    {header.column}
                    {header.sheets.length > 1 && (
                      <small> ({say("sheet", { sheets: header.sheets.join(", ") })})</small>
                    )}
                  </th>
                  <td>
                    <select
                      aria-label={say("read_as_of", { column: header.column })}
                      value={field ?? ""}
                      onChange={(event) => choose(header.column, event.currentTarget.value || null)}
                    >
                      <option value="">{say("not_read")}</option>
                      {fields.map((one) => (
                        <option key={one.field} value={one.field}>
                          {one.label}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td>{header.samples.slice(0, 3).join(" · ")}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div class="actions">
        <button type="button" class="secondary" disabled={isChecked || busy} onClick={check}>
          {say("check_again")}
        </button>
        {isRead && !isChecked && <small role="status">{say("check_first")}</small>}
      </div>
    </section>
  );
}
