// What has become of a proposal, for whoever has its address; and its withdrawal.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { useChange } from "../../api/change";
import { day } from "../../formats/formats";
import { Dialog } from "../../parts/dialog";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import type { PathProps } from "../../shell/pages";
import { sentences } from "../../words/words";
import words from "./words.json";
import "./propose.css";

const say = sentences(words);

const dayOf = (milliseconds: number) => day(new Date(milliseconds).toISOString());

export default function TrackPage({ tracking = "" }: PathProps) {
  const found = useResource(
    (signal) => api.GET("/api/v1/proposals/{tracking}", { params: { path: { tracking } }, signal }),
    [tracking],
  );
  const withdrawing = useChange();
  const [asked, setAsked] = useState(false);
  const [gone, setGone] = useState(false);
  const proposal = found.value;

  const withdraw = async () => {
    const done = await withdrawing.run(() =>
      api.DELETE("/api/v1/proposals/{tracking}", { params: { path: { tracking } } }),
    );
    setAsked(false);
    if (done) setGone(true);
  };

  if (gone) return <Empty title={say("track_title")} what={say("state_withdrawn")} />;
  if (found.problem) return <Empty title={say("track_missing")} what={found.problem.title} />;
  if (!proposal) return <Loading />;
  return (
    <Page title={proposal.name || say("track_title")}>
      <div class="propose">
        <p>
          <strong>{say(`state_${proposal.state}`)}</strong>
        </p>
        {proposal.reason && <p>{say("reason", { reason: proposal.reason })}</p>}
        <p>
          {say("received_on", { day: dayOf(proposal.received) })}
          {proposal.decided ? `. ${say("decided_on", { day: dayOf(proposal.decided) })}` : ""}.
        </p>
        <ProblemNotice problem={withdrawing.problem} />
        {proposal.state !== "withdrawn" && (
          <button type="button" class="secondary" onClick={() => setAsked(true)}>
            {say("withdraw")}
          </button>
        )}
      </div>
      {asked && (
        <Dialog title={say("withdraw")} close={() => setAsked(false)}>
          <p>{say("withdraw_what")}</p>
          <div class="actions">
            <button type="button" aria-busy={withdrawing.busy} disabled={withdrawing.busy} onClick={() => void withdraw()}>
              {say("withdraw_do")}
            </button>
            <button type="button" class="secondary" onClick={() => setAsked(false)}>
              {say("keep")}
            </button>
          </div>
        </Dialog>
      )}
    </Page>
  );
}
