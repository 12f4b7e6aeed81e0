// The entries found: a table, or cards where the screen is narrow. Strips of it that are far out
// of sight give their rows up and keep their place, so that the browser never holds many.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import type { Names } from "../../parts/innovation/names";
import { StatusMark } from "../../parts/innovation/status_mark";
import { language } from "../../words/language";
import { titled, word, sentences } from "../../words/words";
import type { Column } from "./columns";
import type { Sort } from "./filter";
import { type Found, stripSize } from "./found";
import { whenNear } from "./near";
import type { Row } from "./row";
import words from "./words.json";

const say = sentences(words);

/** They fill a window, and are drawn at once. */
const firstStrips = 3;
/** As tall as a strip was measured last; until then a guess. */
let usualHeight = stripSize * 56;

interface Selecting {
  selected: ReadonlyMap<string, Row>;
  select: (row: Row, chosen: boolean) => void;
}

interface RowProps {
  row: Row;
  place: number;
  code: string;
  columns: Column[];
  names: Names;
  selecting?: Selecting;
}

/** What is the same as before is left alone: there are many rows, and each has many cells. */
function EntryRow({ row, place, code, columns, names, selecting }: RowProps) {
  const selected = selecting?.selected.has(row.id) ?? false;
  const select = selecting?.select;
  return useMemo(
    () => (
      <tr role="row" aria-rowindex={place + 2}>
        {select && (
          <td role="cell" class="catalogue-select">
            {row.status === "submitted" && (
              <input
                type="checkbox"
                aria-label={say("select", { name: row.name })}
                checked={selected}
                onChange={(event) => select(row, event.currentTarget.checked)}
              />
            )}
          </td>
        )}
        <th scope="row" role="rowheader" class="catalogue-name">
          <a href={`/${code}/inovasi/${row.id}`}>{row.name || say("nameless")}</a>
          {row.pending && <small class="catalogue-pending">{say("newer")}</small>}
        </th>
        <td role="cell" data-title={titled(word("status"))}>
          <StatusMark status={row.status} />
        </td>
        {columns.map((column) => (
          <td
            key={column.key}
            role="cell"
            class={column.isNumber ? "number" : undefined}
            data-title={column.title()}
          >
            {column.text(row, names) ?? <span class="catalogue-unknown">–</span>}
          </td>
        ))}
      </tr>
    ),
    [row, place, code, columns, names, selected, select, language.value],
  );
}

interface StripProps extends Omit<RowProps, "row" | "place"> {
  rows: Row[];
  strip: number;
}

function Strip({ rows, strip, ...given }: StripProps) {
  const place = useRef<HTMLTableSectionElement>(null);
  // As tall as its rows were, while they are out of sight.
  const [height, setHeight] = useState<number | undefined>(strip < firstStrips ? undefined : usualHeight);
  useEffect(() => {
    const body = place.current;
    return body
      ? whenNear(body, (near, tall) => {
          if (near) return setHeight(undefined);
          if (body.contains(document.activeElement)) return undefined;
          usualHeight = tall;
          return setHeight(tall);
        })
      : undefined;
  }, []);
  if (height !== undefined) {
    return (
      <tbody ref={place} role="rowgroup" aria-hidden="true">
        <tr>
          <td class="catalogue-gap" style={{ height: `${height}px` }} />
        </tr>
      </tbody>
    );
  }
  return (
    <tbody ref={place} role="rowgroup">
      {rows.map((row, index) => (
        <EntryRow key={row.id} row={row} place={strip * stripSize + index} {...given} />
      ))}
    </tbody>
  );
}

interface TitleProps {
  title: string;
  /** How wide the column is, by the style sheet. */
  wide?: string;
  sort?: Sort;
  sorted?: Sort;
  isNumber?: boolean;
  sortBy: (sort: Sort) => void;
}

function Title({ title, wide, sort, sorted, isNumber, sortBy }: TitleProps) {
  // By name from A on; the others the greatest first.
  const order = sort === "name" ? "ascending" : "descending";
  return (
    <th
      scope="col"
      role="columnheader"
      class={[wide, isNumber && "number"].filter(Boolean).join(" ")}
      aria-sort={sort && sort === sorted ? order : undefined}
    >
      {sort ? (
        <button type="button" class="catalogue-sort" onClick={() => sortBy(sort)}>
          {title}
          <span aria-hidden="true">{sort === sorted ? (order === "ascending" ? " ▲" : " ▼") : ""}</span>
        </button>
      ) : (
        title
      )}
    </th>
  );
}

interface Props {
  found: Found;
  code: string;
  columns: Column[];
  names: Names;
  sorted: Sort;
  sortBy: (sort: Sort) => void;
  selecting?: Selecting;
}

export function EntryTable({ found, code, columns, names, sorted, sortBy, selecting }: Props) {
  return (
    <div class="wide" tabIndex={0} role="region" aria-label={say("list")}>
      <table
        role="table"
        class="catalogue-table"
        style={{ "--columns": columns.length }}
        aria-rowcount={found.total === undefined || found.total === null ? -1 : found.total + 1}
      >
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={1}>
            {selecting && (
              <th scope="col" role="columnheader" class="catalogue-select">
                <span class="visually-hidden">{say("selection")}</span>
              </th>
            )}
            <Title title={titled(word("innovation"))} wide="catalogue-name" sort="name" {...{ sorted, sortBy }} />
            <Title title={titled(word("status"))} wide="catalogue-status" sortBy={sortBy} />
            {columns.map((column) => (
              <Title
                key={column.key}
                title={column.title()}
                wide={column.key === "owner" ? "catalogue-owner" : undefined}
                sort={column.sort}
                isNumber={column.isNumber}
                {...{ sorted, sortBy }}
              />
            ))}
          </tr>
        </thead>
        {found.strips.map((rows, strip) => (
          <Strip key={strip} {...{ rows, strip, code, columns, names, selecting }} />
        ))}
      </table>
    </div>
  );
}
