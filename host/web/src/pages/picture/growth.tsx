// How the picture grew from round to round.
import type { components } from "../../api/schema";
import { number } from "../../formats/formats";
import { sentences, titled } from "../../words/words";
import words from "./words.json";

const say = sentences(words);

type Row = components["schemas"]["CoverageRows"]["rows"][number];

export function Growth({ code, rows, areas }: { code: string; rows: readonly Row[]; areas: number }) {
  const title = titled(say("growth"));
  const cell = (count: number | undefined) => (
    <td class="number">{count === undefined ? "" : number(count)}</td>
  );
  return (
    <section>
      <h2>{title}</h2>
      <p>{titled(say("growth_what"))}</p>
      <div class="wide" tabIndex={0} role="region" aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{titled(say("col_round"))}</th>
              <th scope="col" class="number">{say("col_innovations")}</th>
              <th scope="col" class="number">{say("col_verified")}</th>
              <th scope="col" class="number">{say("col_unmapped")}</th>
              <th scope="col" class="number">{titled(say("col_areas"))}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <a href={`/${code}/putaran/${row.key}`}>{row.name}</a>{" "}
                  {row.frozen_revision !== undefined && (
                    <small>
                      (
                      <a
                        href={`/${code}/peta?round=${row.key}`}
                        aria-label={say("frozen_map", { name: row.name ?? "" })}
                      >
                        {say("frozen_word")}
                      </a>
                      )
                    </small>
                  )}
                </th>
                {cell(row.innovations)}
                {cell(row.verified)}
                {cell(row.unmapped)}
                <td class="number">
                  {row.areas_covered === undefined ? "" : `${number(row.areas_covered)} / ${areas}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
