// The map alone, to stand in another site. It shows what everybody may see, whoever looks at it:
// nothing of a session is sent along.
import { useEffect } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { useTaxonomy } from "../../api/taxonomy";
import { number } from "../../formats/formats";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import type { PathProps } from "../../shell/pages";
import { region as here } from "../../shell/region";
import { sentences } from "../../words/words";
import { AreaMap } from "./area_map";
import { listAddress, rowsOf, totalsOf } from "./picture";
import words from "./words.json";

const say = sentences(words);

export default function EmbeddedPage({ region: code = "" }: PathProps) {
  const taxonomy = useTaxonomy();
  const found = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/coverage", {
        params: { path: { code } },
        credentials: "omit",
        signal,
      }),
    [code],
  );
  const title = say("embedded_title", { name: here.value?.name ?? code });
  useEffect(() => {
    document.title = title;
  }, [title]);
  const rows = taxonomy && found.value && rowsOf(taxonomy, found.value.areas);
  const totals = rows && totalsOf(rows);
  return (
    <>
      <h1 class="picture-embedded-title">{title}</h1>
      <ProblemNotice problem={found.problem} again={found.again} />
      {!rows && !found.problem && <Loading />}
      {rows && totals && found.value && (
        <>
          <p>
            {say("embedded_sum", {
              innovations: number(found.value.innovations),
              covered: totals.covered,
              areas: totals.areas,
            })}
          </p>
          <AreaMap
            rows={rows}
            caption={say("caption")}
            listOf={(filter) => listAddress(code, filter)}
            target="_blank"
          />
          <p>
            <a href={`/${code}/peta`} target="_blank" rel="noopener">
              {say("embedded_more")}
            </a>
          </p>
        </>
      )}
    </>
  );
}
