// Duties with the day on which they are due; whoever has one notes that it is done.
import { useState } from "preact/hooks";

import { basedOn, useChange } from "../../api/change";
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import type { components } from "../../api/schema";
import { day } from "../../formats/formats";
import { Dialog } from "../../parts/dialog";
import { Notice, ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import "./waiting.css";
import words from "./words.json";

const say = sentences(words);

type Duty = components["schemas"]["Duty"];

interface DoneProps {
  code: string;
  duty: Duty;
  close: () => void;
  done: () => void;
}

function DoneQuestion({ code, duty, close, done }: DoneProps) {
  const { run, busy, problem } = useChange();
  const finish = async () => {
    const noted = await run(() =>
      api.POST("/api/v1/regions/{code}/duties/{id}/done", {
        params: { path: { code, id: duty.id }, header: basedOn(duty.revision) },
        body: {},
      }),
    );
    if (noted) done();
  };
  return (
    <Dialog title={say("duty_done_question")} close={close}>
      <ProblemNotice problem={problem} />
      <p>{duty.text}</p>
      <p>{say("duty_done_what")}</p>
      <div class="actions">
        <button type="button" disabled={busy} aria-busy={busy} onClick={() => void finish()}>
          {say("duty_done")}
        </button>
        <button type="button" class="secondary" onClick={close}>
          {say("cancel")}
        </button>
      </div>
    </Dialog>
  );
}

/** The reader's own that are open; without any, nothing. */
export function OwnDuties({ code }: { code: string }) {
  const found = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/duties", {
        params: { path: { code }, query: { open: true } },
        signal,
      }),
    [code],
  );
  const [asking, setAsking] = useState<Duty>();
  const [told, setTold] = useState(false);
  const own = found.value?.duties.filter((duty) => duty.own) ?? [];
  if (!found.value && found.problem && found.problem.status !== 403) {
    return <ProblemNotice problem={found.problem} again={found.again} />;
  }
  if (own.length === 0 && !told) return null;
  return (
    <section class="duties">
      <h2>{say("duties")}</h2>
      <ProblemNotice problem={found.problem} again={found.again} />
      {told && <Notice kind="good">{say("duty_told")}</Notice>}
      {own.length > 0 && (
        <div class="wide" tabIndex={0} role="region" aria-label={say("duties")}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say("duty")}</th>
                <th scope="col">{say("duty_team")}</th>
                <th scope="col">{say("duty_due")}</th>
                <th scope="col">
                  <span class="visually-hidden">{say("duty_done")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {own.map((duty) => (
                <tr key={duty.id}>
                  <th scope="row">{duty.text}</th>
                  <td>
                    {duty.team_name}
                    {duty.person_name && <small> · {duty.person_name}</small>}
                  </td>
                  <td class={duty.late ? "late" : undefined}>
                    {day(duty.due)}
                    {duty.late && ` · ${say("duty_late")}`}
                  </td>
                  <td>
                    <button type="button" class="secondary outline" onClick={() => setAsking(duty)}>
                      {say("duty_done")}
                      <span class="visually-hidden"> {duty.text}</span>
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {asking && (
        <DoneQuestion
          code={code}
          duty={asking}
          close={() => setAsking(undefined)}
          done={() => {
            setAsking(undefined);
            setTold(true);
            found.again();
          }}
        />
      )}
    </section>
  );
}
