// Two versions side by side, field by field: what went is struck out, what came is marked.
import { fieldName, placeName } from "../../parts/innovation/field_names";
import type { Names } from "../../parts/innovation/names";
import { linesAt } from "../../parts/innovation/value_text";
import { unknownWord } from "../../parts/innovation/value_words";
import { sentences } from "../../words/words";
import type { FieldDifference } from "./entry_difference";
import { type Piece, wordDifference } from "./word_difference";
import words from "./words.json";

const say = sentences(words);

export interface Change extends FieldDifference {
  /** Where within the field; without: the whole of it. */
  pointer?: string;
}

interface Props {
  caption: string;
  /** What the two columns are called. */
  titles?: [string, string];
  changes: Change[];
  names: Names;
}

const text = (change: Change, value: unknown, names: Names) =>
  linesAt(change.pointer ?? `/${change.field}`, value, names).join("\n");

function Side({ pieces, mark }: { pieces: Piece[]; mark: "del" | "ins" }) {
  const Mark = mark;
  if (pieces.length === 0) return <em>{unknownWord()}</em>;
  return (
    <span class="entry-text">
      {pieces.map((piece, index) =>
        piece.same ? piece.text : <Mark key={index}>{piece.text}</Mark>,
      )}
    </span>
  );
}

export function DifferenceTable({ caption, titles, changes, names }: Props) {
  const [old, now] = titles ?? [say("before"), say("after")];
  return (
    <div class="wide" tabIndex={0} role="region" aria-label={caption}>
      <table role="table" class="entry-difference entry-stacked">
        <caption class="visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">{say("field")}</th>
            <th scope="col" role="columnheader">{old}</th>
            <th scope="col" role="columnheader">{now}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {changes.map((change) => {
            const told = wordDifference(
              text(change, change.before, names),
              text(change, change.after, names),
            );
            return (
              <tr key={change.pointer ?? change.field} role="row">
                <th scope="row" role="rowheader">
                  {change.pointer ? placeName(change.pointer) : fieldName(change.field)}
                </th>
                <td role="cell" data-title={old}>
                  <Side pieces={told.before} mark="del" />
                </td>
                <td role="cell" data-title={now}>
                  <Side pieces={told.after} mark="ins" />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
