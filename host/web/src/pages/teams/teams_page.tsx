// Council, executing team and working groups: on which decree they rest, who is in them, what they
// have to do.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { dimensionName, type Taxonomy, useTaxonomy } from "../../api/taxonomy";
import { number } from "../../formats/formats";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import type { PathProps } from "../../shell/pages";
import { may } from "../../shell/session";
import { sentences, titled } from "../../words/words";
import { Decrees } from "./decrees";
import { Duties } from "./duties";
import { NewTeam } from "./new_team";
import { byKind, type Team } from "./team";
import words from "./words.json";
import "./teams.css";

const say = sentences(words);

function Card({ code, team, taxonomy }: { code: string; team: Team; taxonomy?: Taxonomy }) {
  return (
    <li>
      <article class="teams-card">
        <h3>
          <a href={`/${code}/pokja/${team.id}`}>{team.name}</a>
        </h3>
        {!team.counts && <p class="teams-over">{say("does_not_count")}</p>}
        <dl class="teams-facts">
          {team.dimension && (
            <>
              <dt>{titled(say("dimension"))}</dt>
              <dd>
                {dimensionName(taxonomy, team.dimension)}
                {team.innovations !== undefined &&
                  `, ${say("innovations", { count: number(team.innovations) })}`}
              </dd>
            </>
          )}
          {team.members && (
            <>
              <dt>{say("members")}</dt>
              <dd>{number(team.members.length)}</dd>
            </>
          )}
          <dt>{titled(say("decree"))}</dt>
          {team.decrees.length === 0 && <dd>{say("no_decree")}</dd>}
          {team.decrees.map((one) => (
            <dd key={one.id}>
              {one.number} <small>({say(`decree_${one.state}`)})</small>
            </dd>
          ))}
        </dl>
      </article>
    </li>
  );
}

export default function TeamsPage({ region: code = "" }: PathProps) {
  const taxonomy = useTaxonomy();
  const [adding, setAdding] = useState(false);
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/teams", { params: { path: { code } }, signal }),
    [code],
  );
  const decrees = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/decrees", { params: { path: { code } }, signal }),
    [code],
  );
  const groups = found.value && byKind(found.value.teams);
  const changes = may("choose", code);
  const again = () => {
    found.again();
    decrees.again();
  };
  const button = changes && (
    <button type="button" onClick={() => setAdding(true)}>
      {say("new_team")}
    </button>
  );
  return (
    <Page title={titled(say("title"))} actions={groups && groups.length > 0 && button}>
      <ProblemNotice problem={found.problem} again={found.again} />
      {!groups && found.loading && <Loading />}
      {groups?.length === 0 && (
        <Empty title={say("none")} what={titled(say("none_what"))}>
          {button}
        </Empty>
      )}
      {groups?.map((group) => (
        <section key={group.kind}>
          <h2>{titled(say(`kind_${group.kind}`))}</h2>
          <ul class="teams-cards">
            {group.teams.map((team) => (
              <Card key={team.id} code={code} team={team} taxonomy={taxonomy} />
            ))}
          </ul>
        </section>
      ))}
      {groups && groups.length > 0 && <Duties code={code} />}
      <Decrees code={code} found={decrees} changes={changes} again={again} />
      {adding && (
        <NewTeam
          code={code}
          taxonomy={taxonomy}
          decrees={decrees.value?.decrees ?? []}
          done={() => {
            setAdding(false);
            again();
          }}
          close={() => setAdding(false)}
        />
      )}
    </Page>
  );
}
