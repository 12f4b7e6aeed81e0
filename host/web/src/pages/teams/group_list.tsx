// The innovations of a working group's dimension, and with which other dimensions they meet.
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { areaName, dimensionName, useTaxonomy } from "../../api/taxonomy";
import { number } from "../../formats/formats";
import { ProblemNotice } from "../../parts/notice";
import { sentences, titled } from "../../words/words";
import { intersectionsOf, type Team } from "./team";
import words from "./words.json";

const say = sentences(words);
const most = 200;

function Intersections({ code, dimension }: { code: string; dimension: string }) {
  const taxonomy = useTaxonomy();
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/coverage/pairs", { params: { path: { code } }, signal }),
    [code],
  );
  const own = found.value && intersectionsOf(dimension, found.value.pairs);
  return (
    <section>
      <h2>{titled(say("intersections"))}</h2>
      <ProblemNotice problem={found.problem} again={found.again} />
      {own?.length === 0 && <p>{titled(say("no_intersections"))}</p>}
      {own && own.length > 0 && (
        <>
          <p>{titled(say("intersections_what"))}</p>
          <ul>
            {own.map((one) => (
              <li key={one.other}>
                <a href={`/${code}/peta/irisan/${dimension}/${one.other}`}>
                  {dimensionName(taxonomy, one.other)}
                </a>
                : {say("innovations", { count: number(one.innovations) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

export function GroupList({ code, team, dimension }: { code: string; team: Team; dimension: string }) {
  const taxonomy = useTaxonomy();
  const found = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/teams/{id}/innovations", {
        params: { path: { code, id: team.id }, query: { limit: most } },
        signal,
      }),
    [code, team.id],
  );
  const entries = found.value?.innovations;
  const title = say("list_of", { dimension: dimensionName(taxonomy, dimension) });
  return (
    <>
      <Intersections code={code} dimension={dimension} />
      <section>
        <h2>{title}</h2>
        <p>
          <a href={`/${code}/inovasi?dimension=${encodeURIComponent(dimension)}`}>{say("in_catalogue")}</a>
        </p>
        <ProblemNotice problem={found.problem} again={found.again} />
        {entries?.length === 0 && <p>{titled(say("no_entries"))}</p>}
        {entries && entries.length > 0 && (
          <div class="wide" tabIndex={0} role="region" aria-label={title}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say("col_innovation")}</th>
                  <th scope="col">{titled(say("col_owner"))}</th>
                  <th scope="col">{titled(say("col_area"))}</th>
                </tr>
              </thead>
              <tbody>
                {entries.map((one) => (
                  <tr key={one.id}>
                    <th scope="row">
                      <a href={`/${code}/inovasi/${one.id}`}>{one.name}</a>
                    </th>
                    <td>{one.owner}</td>
                    <td>{one.areas.map((area) => areaName(taxonomy, area)).join(", ")}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
    </>
  );
}
