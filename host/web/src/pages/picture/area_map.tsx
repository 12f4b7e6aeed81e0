// The map itself: a row for each dimension, a cell for each of its areas. A real table; on a phone
// its rows become blocks, and the roles say that it is a table all the same.
import { said } from "../../api/taxonomy";
import { number } from "../../formats/formats";
import { titled } from "../../words/words";
import { dimensionWords as say } from "./map_words";
import type { AreaCell, DimensionRow } from "./picture";
import "./picture.css";

interface Props {
  rows: readonly DimensionRow[];
  caption: string;
  /** Where the list behind a number is; without: the numbers are not of now and lead nowhere. */
  listOf?: (filter: Record<string, string>) => string;
  /** "_blank" from within another site. */
  target?: string;
}

type Links = Pick<Props, "listOf" | "target">;

function Count(props: Links & { filter: Record<string, string>; label: string; children: string }) {
  const { listOf, target, filter, label, children } = props;
  if (!listOf) return <>{children}</>;
  return (
    <a href={listOf(filter)} target={target} rel={target && "noopener"} aria-label={label}>
      {children}
    </a>
  );
}

function Area({ cell, ...links }: Links & { cell: AreaCell }) {
  const name = said(cell.name);
  if (cell.hole) {
    return (
      <td role="cell" class="picture-area picture-hole">
        <span class="picture-name">{name}</span>
        <span class="picture-empty">{say("hole")}</span>
      </td>
    );
  }
  const counts = { primary: number(cell.primary), secondary: number(cell.secondary) };
  return (
    <td role="cell" class={`picture-area picture-shade-${cell.shade}`}>
      <span class="picture-name">{name}</span>
      <span class="picture-count">
        <Count {...links} filter={{ area: cell.key }} label={say("in_area", { name, count: number(cell.total) })}>
          {number(cell.total)}
        </Count>
      </span>
      <span class="picture-parts">
        {cell.primary > 0 ? (
          <Count
            {...links}
            filter={{ primary_area: cell.key }}
            label={say("primary_in_area", { name, count: counts.primary })}
          >
            {say("primary", { count: counts.primary })}
          </Count>
        ) : (
          say("primary", { count: counts.primary })
        )}
        {", "}
        {say("secondary", { count: counts.secondary })}
      </span>
    </td>
  );
}

export function AreaMap({ rows, caption, ...links }: Props) {
  return (
    <table role="table" class="picture-map">
      <caption class="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {titled(say("dimension"))}
          </th>
          <th role="columnheader" scope="colgroup" colSpan={3}>
            {titled(say("areas"))}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" key={row.key}>
            <th role="rowheader" scope="row">
              <span class="picture-dimension">
                <Count {...links} filter={{ dimension: row.key }} label={say("in_dimension", { name: said(row.name) })}>
                  {said(row.name)}
                </Count>
              </span>
              <small>{say("covered", { covered: row.covered, areas: row.areas.length })}</small>
            </th>
            {row.areas.map((cell) => (
              <Area key={cell.key} cell={cell} {...links} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
