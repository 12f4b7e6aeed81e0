// What came in without an account: accepted for an organisation, or declined with a reason.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useOrganisations } from "../../api/organisations";
import { useResource } from "../../api/resource";
import { useTaxonomy } from "../../api/taxonomy";
import { Empty } from "../../parts/empty";
import { Field } from "../../parts/field";
import { Loading } from "../../parts/loading";
import { Notice, ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import type { PathProps } from "../../shell/pages";
import { sentences, titled } from "../../words/words";
import { ProposalCard } from "./proposal_card";
import { type Decided, type Proposal, states } from "./proposal";
import { SettingsTabs } from "./settings_tabs";
import words from "./words.json";

const say = sentences(words);

export default function ProposalsPage({ region: code = "" }: PathProps) {
  const [state, setState] = useState<Proposal["state"]>("received");
  const [after, setAfter] = useState<string>();
  const [earlier, setEarlier] = useState<Proposal[]>([]); // the pages before this one
  const [decided, setDecided] = useState<Decided>();
  const organisations = useOrganisations(code);
  const taxonomy = useTaxonomy();
  const found = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/proposals", {
        params: { path: { code }, query: { state, limit: 50, after } },
        signal,
      }),
    [code, state, after],
  );
  const shown = [...earlier, ...(found.value?.proposals ?? [])].filter((one) => one.state === state);
  const next = found.value?.next;

  const begin = (wanted: Proposal["state"]) => {
    setState(wanted);
    setEarlier([]);
    setAfter(undefined);
  };
  const settle = (done: Decided) => {
    setDecided(done);
    setEarlier(earlier.filter((one) => one.id !== done.id));
    found.again();
  };
  const more = (from: string) => {
    setEarlier(shown);
    setAfter(from);
  };

  return (
    <Page title={say("part_proposals")}>
      <SettingsTabs code={code} />
      <p>{say("proposals_what")}</p>
      <div class="narrow">
        <Field label={say("state")}>
          {(given) => (
            <select
              {...given}
              value={state}
              onChange={(event) => begin(states.find((one) => one === event.currentTarget.value) ?? "received")}
            >
              {states.map((one) => (
                <option key={one} value={one}>
                  {titled(say(`state_${one}`))}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {decided && (
        <Notice kind="good">
          <p>{say(decided.innovation ? "accepted" : "declined", { name: decided.name })}</p>
          {decided.innovation && <a href={`/${code}/inovasi/${decided.innovation}`}>{say("see_draft")}</a>}
        </Notice>
      )}
      <ProblemNotice problem={found.problem ?? organisations.problem} again={found.again} />
      {!found.value && found.loading && <Loading />}
      {found.value && shown.length === 0 && (
        <Empty title={say("proposals_none", { state: say(`state_${state}`) })} what={say("proposals_none_what")}>
          <a href={`/${code}/atur/tautan`}>{say("part_links")}</a>
        </Empty>
      )}
      {shown.map((one) => (
        <ProposalCard
          key={one.id}
          code={code}
          proposal={one}
          organisations={organisations.list}
          dimensions={taxonomy?.dimensions ?? []}
          done={settle}
        />
      ))}
      {next && (
        <button type="button" class="secondary" disabled={found.loading} onClick={() => more(next)}>
          {say("more")}
        </button>
      )}
    </Page>
  );
}
