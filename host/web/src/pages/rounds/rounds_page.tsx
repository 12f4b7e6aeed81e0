// The rounds of a region in their order: what each still needs, and what it produced.
import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { number } from "../../formats/formats";
import { period } from "../../formats/partial_date";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import type { PathProps } from "../../shell/pages";
import { may } from "../../shell/session";
import { sentences, titled } from "../../words/words";
import { NewRound } from "./new_round";
import { needsOf, produced, type Round } from "./round";
import { State } from "./state";
import words from "./words.json";

const say = sentences(words);

function Needed({ round, rounds }: { round: Round; rounds: readonly Round[] }) {
  const needs = needsOf(round, rounds);
  if (!needs.before && needs.documents.length === 0) return null;
  return (
    <div>
      <dt>{say("needs")}</dt>
      {needs.before && <dd>{titled(say("needs_before", { name: needs.before }))}</dd>}
      {needs.documents.map((name) => (
        <dd key={name}>{say("needs_document", { name })}</dd>
      ))}
    </div>
  );
}

function Came({ code, round }: { code: string; round: Round }) {
  const products = produced(round);
  const came = round.attendance.filter((one) => one.presence !== "absent").length;
  return (
    <>
      {products.length > 0 && (
        <div>
          <dt>{say("produced")}</dt>
          {products.map((one) => (
            <dd key={one.name}>
              {one.name} <small>({one.document})</small>
            </dd>
          ))}
        </div>
      )}
      {round.attendance.length > 0 && (
        <div>
          <dt>{say("presence")}</dt>
          <dd>
            {say("came", { came: number(came), unknown: number(round.not_recorded.length) })}
          </dd>
        </div>
      )}
      {round.frozen_revision !== undefined && (
        <div>
          <dt>{titled(say("snapshot"))}</dt>
          <dd>
            <a href={`/${code}/peta?round=${round.id}`}>{round.snapshot || round.name}</a>
          </dd>
        </div>
      )}
    </>
  );
}

function Card({ code, round, rounds }: { code: string; round: Round; rounds: readonly Round[] }) {
  const when = [period(round.from, round.to), round.place].filter(Boolean).join(", ");
  return (
    <li>
      <article class="rounds-card">
        <header>
          <h2>
            <a href={`/${code}/putaran/${round.id}`}>{round.name}</a>
          </h2>
          <State state={round.state} />
        </header>
        {when && <p>{when}</p>}
        <dl class="rounds-facts">
          {round.follows_name && (
            <div>
              <dt>{say("follows")}</dt>
              <dd>{round.follows_name}</dd>
            </div>
          )}
          <Needed round={round} rounds={rounds} />
          <Came code={code} round={round} />
        </dl>
      </article>
    </li>
  );
}

export default function RoundsPage({ region: code = "" }: PathProps) {
  const { route } = useLocation();
  const [planning, setPlanning] = useState(false);
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/rounds", { params: { path: { code } }, signal }),
    [code],
  );
  const rounds = found.value?.rounds;
  const button = may("choose", code) && rounds && (
    <button type="button" onClick={() => setPlanning(true)}>
      {titled(say("plan_new"))}
    </button>
  );
  return (
    <Page title={titled(say("title"))} actions={rounds && rounds.length > 0 && button}>
      <ProblemNotice problem={found.problem} again={found.again} />
      {!rounds && found.loading && <Loading />}
      {rounds?.length === 0 && (
        <Empty title={say("none")} what={titled(say("none_what"))}>
          {button}
        </Empty>
      )}
      {rounds && rounds.length > 0 && (
        <ol class="rounds-list">
          {rounds.map((round) => (
            <Card key={round.id} code={code} round={round} rounds={rounds} />
          ))}
        </ol>
      )}
      {planning && (
        <NewRound
          code={code}
          rounds={rounds ?? []}
          done={(round) => route(`/${code}/putaran/${round.id}`)}
          close={() => setPlanning(false)}
        />
      )}
    </Page>
  );
}
