// How many innovations touch two dimensions at once; each cell leads to them.
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { dimensionName, said, type Taxonomy } from "../../api/taxonomy";
import { number } from "../../formats/formats";
import { ProblemNotice } from "../../parts/notice";
import { sentences, titled } from "../../words/words";
import { listAddress, type PairCell, pairList, pairRows } from "./picture";
import words from "./words.json";

const say = sentences(words);

function Cell({ code, cell, taxonomy }: { code: string; cell: PairCell; taxonomy: Taxonomy }) {
  const first = dimensionName(taxonomy, cell.first);
  const second = dimensionName(taxonomy, cell.second);
  const count = number(cell.innovations);
  if (cell.same) {
    return (
      <td class="picture-pair picture-same">
        <a
          href={listAddress(code, { dimension: cell.first })}
          aria-label={say("all_label", { name: first, count })}
        >
          {count}
        </a>
      </td>
    );
  }
  if (cell.innovations === 0) return <td class="picture-pair picture-none">{count}</td>;
  return (
    <td class={`picture-pair picture-shade-${cell.shade}`}>
      <a
        href={`/${code}/peta/irisan/${cell.first}/${cell.second}`}
        aria-label={say("pair_label", { first, second, count })}
      >
        {count}
      </a>
    </td>
  );
}

export function Pairs({ code, taxonomy }: { code: string; taxonomy: Taxonomy }) {
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/coverage/pairs", { params: { path: { code } }, signal }),
    [code],
  );
  const title = titled(say("pairs"));
  const rows = found.value && pairRows(taxonomy, found.value.pairs);
  return (
    <section>
      <h2>{title}</h2>
      <p>{say("pairs_what")}</p>
      <ProblemNotice problem={found.problem} again={found.again} />
      {rows && (
        <ul class="picture-pair-list">
          {pairList(rows).map((cell) => (
            <li key={`${cell.first} ${cell.second}`}>
              <a href={`/${code}/peta/irisan/${cell.first}/${cell.second}`}>
                {say("pair_label", {
                  first: dimensionName(taxonomy, cell.first),
                  second: dimensionName(taxonomy, cell.second),
                  count: number(cell.innovations),
                })}
              </a>
            </li>
          ))}
        </ul>
      )}
      {rows && (
        <div class="wide picture-matrix" tabIndex={0} role="region" aria-label={title}>
          <table class="picture-pairs">
            <thead>
              <tr>
                <td />
                {taxonomy.dimensions.map((one) => (
                  <th key={one.key} scope="col">
                    {said(one.name)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, place) => (
                <tr key={taxonomy.dimensions[place]?.key}>
                  <th scope="row">{said(taxonomy.dimensions[place]!.name)}</th>
                  {row.map((cell) => (
                    <Cell key={cell.second} code={code} cell={cell} taxonomy={taxonomy} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
