// The picture of a region: the map of six dimensions and 18 areas, who has registered nothing,
// what touches two dimensions at once, how it grew, and the plans beside it.
import { useLocation } from "preact-iso";

import { api } from "../../api/client";
import { useOrganisations } from "../../api/organisations";
import { useResource } from "../../api/resource";
import { useTaxonomy } from "../../api/taxonomy";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { Notice, ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { WhoseCount } from "../../parts/whose_count";
import type { PathProps } from "../../shell/pages";
import { region as here } from "../../shell/region";
import { may } from "../../shell/session";
import { sentences } from "../../words/words";
import { AreaMap } from "./area_map";
import { Choices } from "./choices";
import { Embed } from "./embed";
import { Facts } from "./facts";
import { Growth } from "./growth";
import { Pairs } from "./pairs";
import { listAddress, rowsOf, totalsOf } from "./picture";
import { Plans } from "./plans";
import { Silent } from "./silent";
import words from "./words.json";

const say = sentences(words);

export default function PicturePage({ region: code = "" }: PathProps) {
  const { query } = useLocation();
  const owner = query.owner || undefined;
  const round = query.round || undefined;
  const taxonomy = useTaxonomy();
  const picture = useResource(
    (signal) =>
      round
        ? api.GET("/api/v1/regions/{code}/rounds/{id}/coverage", {
            params: { path: { code, id: round }, query: { owner } },
            signal,
          })
        : api.GET("/api/v1/regions/{code}/coverage", {
            params: { path: { code }, query: { owner } },
            signal,
          }),
    [code, owner, round],
  );
  const organisations = useOrganisations(code);
  const rounds = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/coverage/by-round", { params: { path: { code } }, signal }),
    [code],
  );
  const frozen = (rounds.value?.rows ?? []).flatMap((row) =>
    row.frozen_revision === undefined ? [] : [{ id: row.key, name: row.name ?? row.key }],
  );
  const name = frozen.find((one) => one.id === round)?.name;

  const shown = picture.value;
  const rows = taxonomy && shown ? rowsOf(taxonomy, shown.areas) : undefined;
  const totals = rows && totalsOf(rows);
  return (
    <Page title={say("title")}>
      <Choices
        organisations={organisations.list}
        rounds={frozen}
        owner={owner}
        round={round}
      />
      <ProblemNotice problem={picture.problem} again={picture.again} />
      {!rows && !picture.problem && <Loading />}
      {shown && rows && totals && (
        <>
          {round && (
            <Notice kind="note">
              <p>
                {say("frozen", { name: name ?? "" })}{" "}
                <a href={`/${code}/putaran/${round}/banding`}>{say("since")}</a>
              </p>
            </Notice>
          )}
          <WhoseCount code={code} />
          <Facts code={code} owner={owner} picture={shown} totals={totals} linked={!round} />
          {shown.innovations === 0 && !round && (
            <Empty title={say("nothing")} what={say("nothing_what")} />
          )}
          <AreaMap
            rows={rows}
            caption={say("caption")}
            listOf={round ? undefined : (filter) => listAddress(code, { owner, ...filter })}
          />
          {shown.silent && <Silent silent={shown.silent} />}
        </>
      )}
      {taxonomy && !owner && !round && <Pairs code={code} taxonomy={taxonomy} />}
      {rounds.value && rounds.value.rows.length > 0 && totals && (
        <Growth code={code} rows={rounds.value.rows} areas={totals.areas} />
      )}
      {may("read_internal", code) && !owner && !round && <Plans code={code} />}
      <Embed code={code} name={here.value?.name ?? code} />
    </Page>
  );
}
