// One panel: who still has to score and what, then what it found; closing it.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { basedOn, useChange } from "../../api/change";
import { useResource } from "../../api/resource";
import type { components } from "../../api/schema";
import { day } from "../../formats/formats";
import { Dialog } from "../../parts/dialog";
import { Loading } from "../../parts/loading";
import { Notice, ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { may } from "../../shell/session";
import { wording } from "../../words/wording";
import { sentences } from "../../words/words";
import { Results } from "./results";
import words from "./words.json";

const say = sentences(words);

type Panel = components["schemas"]["Panel"];
type Missing = components["schemas"]["MissingScores"]["missing"];

function Members({ panel }: { panel: Panel }) {
  return (
    <section>
      <h2>{say("members")}</h2>
      <div class="wide" tabIndex={0} role="region" aria-label={say("members")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say("name")}</th>
              <th scope="col">{say("scores")}</th>
              <th scope="col">{say("organisation")}</th>
              <th scope="col">{say("how")}</th>
            </tr>
          </thead>
          <tbody>
            {panel.members.map((member) => (
              <tr key={member.person}>
                <th scope="row">{member.name || say("erased")}</th>
                <td>
                  {say("given_of", { given: member.given, wanted: member.wanted })}
                  {member.given < member.wanted && (
                    <strong> · {say("lacks", { count: member.wanted - member.given })}</strong>
                  )}
                  {member.wanted > 0 && (
                    <progress
                      value={member.given}
                      max={member.wanted}
                      aria-label={say("progress_of", { name: member.name })}
                    />
                  )}
                </td>
                <td>{member.organisation_name}</td>
                <td>{say(member.has_account ? "by_account" : "on_paper")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {panel.members.some((member) => !member.has_account) && <small>{say("paper_what")}</small>}
    </section>
  );
}

/** By member: the entries that lack scores, and of which criteria. */
function MissingScores({ panel, missing }: { panel: Panel; missing: Missing }) {
  if (missing.length === 0) return <Notice kind="good">{say("nothing_missing")}</Notice>;
  const title = (key: string) => wording(panel.criteria?.find((one) => one.key === key)?.title) || key;
  const members = [...new Set(missing.map((one) => one.assessor))];
  return (
    <section>
      <h2>{say("missing")}</h2>
      {members.map((member) => {
        const own = missing.filter((one) => one.assessor === member);
        return (
          <details key={member}>
            <summary>{say("missing_of", { name: own[0]?.name ?? "", count: own.length })}</summary>
            <ul>
              {own.map((one) => (
                <li key={one.innovation}>
                  {one.entry}: {one.criteria.map(title).join(", ")}
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}

function Close({ code, panel, closed }: { code: string; panel: Panel; closed: () => void }) {
  const [asking, setAsking] = useState(false);
  const change = useChange();
  const lacking = panel.members.reduce((sum, member) => sum + member.wanted - member.given, 0);
  const close = async () => {
    const done = await change.run(() =>
      api.POST("/api/v1/regions/{code}/panels/{id}/close", {
        params: { path: { code, id: panel.id }, header: basedOn(panel.revision) },
      }),
    );
    if (!done) return;
    setAsking(false);
    closed();
  };
  return (
    <>
      <button type="button" class="secondary" onClick={() => setAsking(true)}>
        {say("close")}
      </button>
      {asking && (
        <Dialog title={say("close_ask", { name: panel.name ?? "" })} close={() => setAsking(false)}>
          <p>{say("close_what")}</p>
          {lacking > 0 && <Notice kind="note">{say("close_lacking", { count: lacking })}</Notice>}
          <ProblemNotice problem={change.problem} />
          <button type="button" aria-busy={change.busy} disabled={change.busy} onClick={() => void close()}>
            {say("close")}
          </button>
        </Dialog>
      )}
    </>
  );
}

function Scales({ panel }: { panel: Panel }) {
  return (
    <details>
      <summary>{say("scales")}</summary>
      {(panel.criteria ?? []).map((criterion) => (
        <section key={criterion.key}>
          <h3>{wording(criterion.title)}</h3>
          <ol start={0}>
            {(criterion.steps ?? []).map((step, number) => (
              <li key={number}>{wording(step)}</li>
            ))}
          </ol>
        </section>
      ))}
    </details>
  );
}

export default function PanelPage({ region: code = "", id = "" }: Record<string, string>) {
  const path = { code, id };
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/panels/{id}", { params: { path }, signal }),
    [code, id],
  );
  const missing = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/panels/{id}/missing", { params: { path }, signal }),
    [code, id],
  );
  const panel = found.value?.id === id ? found.value : undefined;
  const refresh = () => {
    found.again();
    missing.again();
  };
  const actions = panel?.is_open && (
    <>
      {may("assess", code) && (
        <a role="button" href={`/${code}/panel/${id}/nilai`}>
          {say("judge")}
        </a>
      )}
      {may("choose", code) && <Close code={code} panel={panel} closed={refresh} />}
    </>
  );
  return (
    <Page title={panel?.name ?? say("title")} actions={actions}>
      <p>
        <a href={`/${code}/panel`}>{say("all")}</a>
      </p>
      <ProblemNotice problem={found.problem} again={refresh} />
      {!panel && !found.problem && <Loading />}
      {panel && (
        <>
          <p>
            {panel.closed_on ? say("closed_on", { day: day(panel.closed_on) }) : say("open_what")}{" "}
            {say("judges", { entries: (panel.entries ?? []).length, criteria: (panel.criteria ?? []).length })}
            {panel.decree && ` ${say("by_decree", { decree: panel.decree })}`}
          </p>
          {!panel.is_open && <Results code={code} panel={panel} />}
          <Members panel={panel} />
          <ProblemNotice problem={missing.problem} again={missing.again} />
          {missing.value && <MissingScores panel={panel} missing={missing.value.missing} />}
          <Scales panel={panel} />
        </>
      )}
    </Page>
  );
}
