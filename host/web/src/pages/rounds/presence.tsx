// Who took part: one tap for each organisation. A tap is shown at once; taps are sent one after
// the other, so that no answer overtakes another. One that was not stored is named and kept.
import { useRef, useState } from "preact/hooks";

import { useChange } from "../../api/change";
import { api } from "../../api/client";
import { useOrganisations } from "../../api/organisations";
import { number } from "../../formats/formats";
import { Field } from "../../parts/field";
import { Notice, ProblemNotice } from "../../parts/notice";
import { sentences, titled } from "../../words/words";
import type { Given } from "./given";
import { PresenceLine } from "./presence_line";
import { type Presence, presenceCounts, presenceRows } from "./round";
import words from "./words.json";

const say = sentences(words);

interface Tap {
  presence: Presence;
  replacedBy?: string;
}

function without<Value>(all: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  const after = new Map(all);
  after.delete(key);
  return after;
}

export function PresenceList({ code, round, record, changes }: Given) {
  const organisations = useOrganisations(code);
  const all = organisations.list;
  const [further, setFurther] = useState<readonly string[]>([]);
  const [tapped, setTapped] = useState<ReadonlyMap<string, Presence>>(new Map());
  // The rows that were open when only those were asked for: a row stays where it was tapped.
  const [only, setOnly] = useState<ReadonlySet<string>>();
  const [lost, setLost] = useState<ReadonlyMap<string, Tap>>(new Map());
  const change = useChange();
  const line = useRef<Promise<unknown>>(Promise.resolve());

  const tap = (organisation: string, presence: Presence, replacedBy?: string) => {
    setTapped((before) => new Map(before).set(organisation, presence));
    setLost((before) => without(before, organisation));
    line.current = line.current.then(async () => {
      const noted = await change.run(() =>
        api.PUT("/api/v1/regions/{code}/rounds/{id}/attendance", {
          params: { path: { code, id: round.id } },
          body: {
            organisation,
            presence,
            ...(presence !== "absent" && replacedBy && { replaced_by: replacedBy }),
          },
        }),
      );
      if (noted) record.take(noted);
      else setLost((before) => new Map(before).set(organisation, { presence, replacedBy }));
      setTapped((before) =>
        before.get(organisation) === presence ? without(before, organisation) : before,
      );
    });
  };

  const rows = presenceRows(round, all, further).map((row) => ({
    ...row,
    presence: tapped.get(row.organisation) ?? row.presence,
  }));
  const counts = presenceCounts(rows);
  // What cannot be noted any more is told short.
  const recorded = changes ? rows : rows.filter((row) => row.presence);
  const shown = only ? recorded.filter((row) => only.has(row.organisation)) : recorded;
  const others = all.filter((one) => !rows.some((row) => row.organisation === one.id));
  return (
    <section>
      <h2>{say("presence")}</h2>
      <p role="status">
        {say("presence_counts", {
          present: number(counts.present),
          online: number(counts.online),
          absent: number(counts.absent),
          unknown: number(counts.unknown),
        })}
      </p>
      <ProblemNotice problem={organisations.problem} again={organisations.again} />
      {lost.size === 0 && <ProblemNotice problem={change.problem} />}
      {lost.size > 0 && (
        <Notice kind="bad">
          <p>
            {say("not_stored", {
              names: rows
                .filter((row) => lost.has(row.organisation))
                .map((row) => row.name)
                .join(", "),
            })}{" "}
            {change.problem?.title}
          </p>
          <button
            type="button"
            class="secondary"
            onClick={() =>
              lost.forEach((one, organisation) => tap(organisation, one.presence, one.replacedBy))
            }
          >
            {say("again")}
          </button>
        </Notice>
      )}
      {changes && counts.unknown + (only?.size ?? 0) > 0 && (
        <label class="no-print">
          <input
            type="checkbox"
            checked={only !== undefined}
            onChange={(event) =>
              setOnly(
                event.currentTarget.checked
                  ? new Set(rows.filter((row) => !row.presence).map((row) => row.organisation))
                  : undefined,
              )
            }
          />
          {say("only_unknown")}
        </label>
      )}
      <ul class="rounds-presence">
        {shown.map((row) => (
          <PresenceLine
            key={row.organisation}
            row={row}
            changes={changes}
            tap={(presence, replacedBy) => tap(row.organisation, presence, replacedBy)}
          />
        ))}
      </ul>
      {!changes && counts.unknown > 0 && (
        <details>
          <summary>{say("not_recorded", { count: number(counts.unknown) })}</summary>
          <ul class="rounds-columns">
            {rows
              .filter((row) => !row.presence)
              .map((row) => (
                <li key={row.organisation}>{row.name}</li>
              ))}
          </ul>
        </details>
      )}
      {changes && others.length > 0 && (
        <Field label={titled(say("further"))} help={titled(say("further_help"))}>
          {(given) => (
            <select
              {...given}
              value=""
              onChange={(event) => {
                const chosen = event.currentTarget.value;
                setOnly(undefined);
                if (chosen) setFurther([...further, chosen]);
              }}
            >
              <option value="">{say("choose")}</option>
              {others.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </section>
  );
}
