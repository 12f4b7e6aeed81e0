// One round, and the ways into its parts: the meeting, the region's dossier, the board of steps,
// what changed.
import type { ComponentChildren } from "preact";

import { api } from "../../api/client";
import { type Recorded, useRecord } from "../../api/record";
import { period } from "../../formats/partial_date";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { sentences, titled } from "../../words/words";
import type { Round } from "./round";
import { State } from "./state";
import words from "./words.json";

const say = sentences(words);

const tabs = [
  { key: "meeting", path: "" },
  { key: "dossier", path: "/profil" },
  { key: "board", path: "/papan" },
  { key: "comparison", path: "/banding" },
] as const;

interface Props {
  code: string;
  id: string;
  tab: (typeof tabs)[number]["key"];
  children: (round: Round, record: Recorded<Round>) => ComponentChildren;
}

export function RoundFrame({ code, id, tab, children }: Props) {
  const record = useRecord(
    (signal) =>
      api.GET("/api/v1/regions/{code}/rounds/{id}", { params: { path: { code, id } }, signal }),
    [code, id],
  );
  const round = record.value;
  const address = `/${code}/putaran/${id}`;
  return (
    <Page
      title={round?.name ?? titled(say("round"))}
      actions={<a href={`/${code}/putaran`}>{titled(say("all_rounds"))}</a>}
    >
      <ProblemNotice problem={record.problem} again={record.again} />
      {!round && record.loading && <Loading />}
      {round && (
        <>
          <p>
            <State state={round.state} />{" "}
            {[period(round.from, round.to), round.place].filter(Boolean).join(", ")}
          </p>
          <nav class="menu rounds-tabs no-print" aria-label={round.name}>
            <ul>
              {tabs.map((one) => (
                <li key={one.key}>
                  <a href={address + one.path} aria-current={one.key === tab ? "page" : undefined}>
                    {titled(say(`tab_${one.key}`))}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {children(round, record)}
        </>
      )}
    </Page>
  );
}
