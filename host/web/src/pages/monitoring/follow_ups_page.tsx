// What reports and recommendations leave to be done: by whom, until when, and what became of it.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import type { components } from "../../api/schema";
import { today } from "../../formats/months";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { may } from "../../shell/session";
import { sentences } from "../../words/words";
import { AnswerDialog } from "./answer_dialog";
import { FollowUpDialog } from "./follow_up_dialog";
import { followUpState } from "./follow_up_state";
import words from "./follow_up_words.json";
import "./monitoring.css";
import { PartsNav } from "./parts_nav";

const say = sentences(words);

type FollowUp = components["schemas"]["FollowUp"];
type State = FollowUp["state"];

const states: readonly State[] = ["late", "explained", "open", "done"];

function origin(one: FollowUp): string {
  const parts = [say(`source_${one.source}`), one.from, one.period_name];
  return parts.filter(Boolean).join(" · ");
}

function Row({ code, one, answer }: { code: string; one: FollowUp; answer: (one: FollowUp) => void }) {
  return (
    <tr>
      <th scope="row">
        {one.text}
        <br />
        <small>{origin(one)}</small>
        {one.name && one.set && one.candidate && (
          <>
            <br />
            <small>
              <a href={`/${code}/quick-win/${one.set}/${one.candidate}`}>{one.name}</a>
            </small>
          </>
        )}
      </th>
      <td class={one.state === "late" ? "monitoring-late" : undefined}>{followUpState(one, today())}</td>
      <td>{one.owner_name}</td>
      <td>{one.answer || say("no_answer")}</td>
      <td>
        {one.state !== "done" && may("report", code) && (
          <button type="button" class="quiet" aria-label={say("answer_of", { text: one.text ?? "" })} onClick={() => answer(one)}>
            {say("answer_it")}
          </button>
        )}
      </td>
    </tr>
  );
}

export default function FollowUpsPage({ region: code = "" }: Record<string, string>) {
  const [state, setState] = useState<State>();
  const [making, setMaking] = useState(false);
  const [answering, setAnswering] = useState<FollowUp>();
  const found = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/follow-ups", {
        params: { path: { code }, query: state ? { state } : {} },
        signal,
      }),
    [code, state],
  );
  const all = found.value?.follow_ups;
  const kept = () => {
    setMaking(false);
    setAnswering(undefined);
    found.again();
  };
  return (
    <Page
      title={say("title")}
      actions={
        may("report", code) && (
          <button type="button" onClick={() => setMaking(true)}>
            {say("new")}
          </button>
        )
      }
    >
      <PartsNav code={code} />
      <label>
        {say("which")}
        <select
          value={state ?? ""}
          onChange={(event) => setState(states.find((one) => one === event.currentTarget.value))}
        >
          <option value="">{say("all")}</option>
          {states.map((one) => (
            <option key={one} value={one}>
              {say(`state_${one}`)}
            </option>
          ))}
        </select>
      </label>
      <ProblemNotice problem={found.problem} again={found.again} />
      {!all && found.loading && <Loading />}
      {all?.length === 0 && <Empty title={say("none")} what={say("none_what")} />}
      {all && all.length > 0 && (
        <div class="wide monitoring-list" tabIndex={0} role="region" aria-label={say("title")}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say("what")}</th>
                <th scope="col">{say("state")}</th>
                <th scope="col">{say("owner")}</th>
                <th scope="col">{say("answer")}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {all.map((one) => (
                <Row key={one.id} code={code} one={one} answer={setAnswering} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {making && <FollowUpDialog code={code} close={() => setMaking(false)} kept={kept} />}
      {answering && (
        <AnswerDialog code={code} followUp={answering} close={() => setAnswering(undefined)} kept={kept} />
      )}
    </Page>
  );
}
