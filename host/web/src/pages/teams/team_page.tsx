// One team: its decrees, members and duties; of a working group its innovations, too.
import { api } from "../../api/client";
import { useRecord } from "../../api/record";
import { dimensionName, useTaxonomy } from "../../api/taxonomy";
import { Loading } from "../../parts/loading";
import { Notice, ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import type { PathProps } from "../../shell/pages";
import { may } from "../../shell/session";
import { sentences, titled } from "../../words/words";
import { Duties } from "./duties";
import { GroupList } from "./group_list";
import { Members } from "./members";
import words from "./words.json";

const say = sentences(words);

export default function TeamPage({ region: code = "", id = "" }: PathProps) {
  const taxonomy = useTaxonomy();
  const record = useRecord(
    (signal) =>
      api.GET("/api/v1/regions/{code}/teams/{id}", { params: { path: { code, id } }, signal }),
    [code, id],
  );
  const team = record.value;
  return (
    <Page
      title={team?.name ?? say("team")}
      actions={<a href={`/${code}/pokja`}>{say("all_teams")}</a>}
    >
      <ProblemNotice problem={record.problem} again={record.again} />
      {!team && record.loading && <Loading />}
      {team && (
        <>
          {!team.counts && (
            <Notice kind="note">
              <p>{say("does_not_count_what")}</p>
            </Notice>
          )}
          <p>
            {[
              titled(say(`kind_${team.kind}`)),
              team.dimension && dimensionName(taxonomy, team.dimension),
              ...team.decrees.map((one) => `${one.number} (${say(`decree_${one.state}`)})`),
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
          <Duties code={code} team={team} />
          <Members code={code} team={team} record={record} changes={may("choose", code)} />
          {team.dimension && <GroupList code={code} team={team} dimension={team.dimension} />}
        </>
      )}
    </Page>
  );
}
