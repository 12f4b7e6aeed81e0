// Decisions and contributions, each with the name of who said it.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useRecordChange } from "../../api/record";
import { Notice, ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import type { Given } from "./given";
import { NewMinute } from "./new_minute";
import type { Round } from "./round";
import words from "./words.json";

const say = sentences(words);

type Minute = Round["minutes"][number];

/** As it is sent: names are looked up again by the host. */
const bare = ({ kind, text, person, organisation }: Minute) => ({ kind, text, person, organisation });

export function Minutes({ code, round, record, changes }: Given) {
  const change = useRecordChange(record);
  const [before, setBefore] = useState<Round["minutes"]>();
  const put = (minutes: Round["minutes"]) =>
    change.run((etag) =>
      api.PATCH("/api/v1/regions/{code}/rounds/{id}", {
        params: { path: { code, id: round.id }, header: { "If-Match": etag } },
        body: { minutes: minutes.map(bare) },
      }),
    );
  const takeAway = async (place: number) => {
    const minutes = round.minutes;
    if (await put(minutes.filter((_, each) => each !== place))) setBefore(minutes);
  };
  const putBack = async (minutes: Round["minutes"]) => {
    if (await put(minutes)) setBefore(undefined);
  };
  return (
    <section>
      <h2>{say("minutes")}</h2>
      <ProblemNotice problem={change.problem} />
      {before && changes && (
        <Notice kind="note">
          <p>{say("minute_gone")}</p>
          <button
            type="button"
            class="secondary"
            disabled={change.busy}
            onClick={() => void putBack(before)}
          >
            {say("undo")}
          </button>
        </Notice>
      )}
      {(["decision", "contribution"] as const).map((kind) => {
        const minutes = round.minutes
          .map((minute, place) => ({ minute, place }))
          .filter((one) => one.minute.kind === kind);
        return (
          <div key={kind}>
            <h3>{say(`minutes_${kind}`)}</h3>
            {minutes.length === 0 && <p>{say(`no_${kind}`)}</p>}
            <ul class="rounds-minutes">
              {minutes.map(({ minute, place }) => (
                <li key={place}>
                  <span>
                    {minute.text}{" "}
                    <small>
                      {[minute.person_name, minute.organisation_name].filter(Boolean).join(", ")}
                    </small>
                  </span>
                  {changes && (
                    <button
                      type="button"
                      class="quiet"
                      disabled={change.busy}
                      aria-label={say("take_away_what", { what: minute.text ?? "" })}
                      onClick={() => void takeAway(place)}
                    >
                      {say("take_away")}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {changes && (
        <NewMinute
          code={code}
          round={round}
          done={(noted) => {
            setBefore(undefined);
            record.take(noted);
          }}
        />
      )}
    </section>
  );
}
