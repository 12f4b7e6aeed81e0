// Duties of all teams or of one: open ones by the day on which they are due, then what is done.
import { useState } from "preact/hooks";

import { useChange } from "../../api/change";
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { number } from "../../formats/formats";
import { partialDate } from "../../formats/partial_date";
import { Loading } from "../../parts/loading";
import { Notice, ProblemNotice } from "../../parts/notice";
import { may } from "../../shell/session";
import { sentences, titled } from "../../words/words";
import { NewDuty } from "./new_duty";
import { asksWho, type Duty, dutyCounts, type Team } from "./team";
import { WhoDid } from "./who_did";
import words from "./words.json";
import "./teams.css";

const say = sentences(words);

interface LineProps {
  duty: Duty;
  shared: boolean;
  mayDo: boolean;
  busy: boolean;
  done: () => void;
}

function Line({ duty, shared, mayDo, busy, done }: LineProps) {
  const whose = [shared && duty.team_name, duty.person_name].filter(Boolean).join(", ");
  return (
    <li>
      <span>
        {duty.text} {whose && <small>({whose})</small>}
        <br />
        {duty.done_on ? (
          <small>
            ✓{" "}
            {say("done_on", { day: partialDate(duty.done_on), by: duty.done_by_name ?? "" })}
          </small>
        ) : (
          <small class={duty.late ? "teams-late" : undefined}>
            {say(duty.late ? "late_since" : "due_on", { day: partialDate(duty.due) })}
          </small>
        )}
      </span>
      {!duty.done_on && mayDo && (
        <button
          type="button"
          class="secondary no-print"
          disabled={busy}
          aria-label={say("done_what", { what: duty.text ?? "" })}
          onClick={done}
        >
          {say("done")}
        </button>
      )}
    </li>
  );
}

/** `team`: of that one alone, and where one may, to give it a further duty. */
export function Duties({ code, team }: { code: string; team?: Team }) {
  const [openOnly, setOpenOnly] = useState(true);
  const [asking, setAsking] = useState<Duty>();
  const [finished, setFinished] = useState<string>();
  const change = useChange();
  const found = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/duties", {
        params: { path: { code }, query: { team: team?.id } },
        signal,
      }),
    [code, team?.id],
  );
  const duties = found.value?.duties;
  const counts = duties && dutyCounts(duties);
  const shown = duties?.filter((one) => !openOnly || !one.done_on);

  const finish = async (duty: Duty, by?: string) => {
    const done = await change.run(async () => {
      const path = { code, id: duty.id };
      const read = await api.GET("/api/v1/regions/{code}/duties/{id}", { params: { path } });
      if (!read.data) return read;
      const etag = read.response.headers.get("ETag") ?? "";
      return api.POST("/api/v1/regions/{code}/duties/{id}/done", {
        params: { path, header: { "If-Match": etag } },
        body: by ? { by } : {},
      });
    });
    if (!done) return;
    setAsking(undefined);
    setFinished(duty.text);
    found.again();
  };

  return (
    <section>
      <h2>{say("duties")}</h2>
      <ProblemNotice problem={found.problem} again={found.again} />
      {!asking && <ProblemNotice problem={change.problem} />}
      {!duties && found.loading && <Loading />}
      {finished !== undefined && (
        <Notice kind="good">
          <p>{say("noted_done", { what: finished })}</p>
        </Notice>
      )}
      {counts && duties && duties.length > 0 && (
        <>
          <p>
            {say("duty_counts", {
              open: number(counts.open),
              late: number(counts.late),
              done: number(counts.done),
            })}
          </p>
          <label class="no-print">
            <input
              type="checkbox"
              checked={openOnly}
              onChange={(event) => setOpenOnly(event.currentTarget.checked)}
            />
            {say("open_only")}
          </label>
        </>
      )}
      {shown?.length === 0 && <p>{titled(say(duties?.length === 0 ? "no_duties" : "no_open"))}</p>}
      <ul class="teams-duties">
        {shown?.map((duty) => (
          <Line
            key={duty.id}
            duty={duty}
            shared={!team}
            mayDo={duty.own || may("do_duties", code)}
            busy={change.busy}
            done={() => (asksWho(duty) ? setAsking(duty) : void finish(duty))}
          />
        ))}
      </ul>
      {team && may("choose", code) && <NewDuty code={code} team={team} done={found.again} />}
      {asking && (
        <WhoDid
          code={code}
          duty={asking}
          busy={change.busy}
          problem={change.problem}
          done={(by) => void finish(asking, by)}
          close={() => setAsking(undefined)}
        />
      )}
    </section>
  );
}
