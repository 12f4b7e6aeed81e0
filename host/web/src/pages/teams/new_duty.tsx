// Giving a team, or one of its members, something to do.
import { useState } from "preact/hooks";

import { useChange } from "../../api/change";
import { api } from "../../api/client";
import { saidOf } from "../../api/problem";
import { Field } from "../../parts/field";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import type { Team } from "./team";
import words from "./words.json";

const say = sentences(words);

export function NewDuty({ code, team, done }: { code: string; team: Team; done: () => void }) {
  const [text, setText] = useState("");
  const [person, setPerson] = useState("");
  const [due, setDue] = useState("");
  const change = useChange();
  const give = async (event: SubmitEvent) => {
    event.preventDefault();
    const given = await change.run((key) =>
      api.POST("/api/v1/regions/{code}/duties", {
        params: { path: { code }, header: { "Idempotency-Key": key } },
        body: { text, team: team.id, due, ...(person && { person }) },
      }),
    );
    if (!given) return;
    setText("");
    done();
  };
  return (
    <details class="teams-box no-print">
      <summary>{say("new_duty")}</summary>
      <form onSubmit={(event) => void give(event)}>
        <ProblemNotice problem={change.problem} />
        <div class="teams-cells">
          <Field label={say("duty_text")} error={saidOf(change.problem, "/text")} required>
            {(given) => (
              <input
                {...given}
                value={text}
                maxLength={500}
                onInput={(event) => setText(event.currentTarget.value)}
              />
            )}
          </Field>
          <Field label={say("duty_person")} error={saidOf(change.problem, "/person")}>
            {(given) => (
              <select {...given} value={person} onChange={(event) => setPerson(event.currentTarget.value)}>
                <option value="">{say("whole_team")}</option>
                {(team.members ?? []).map((one) => (
                  <option key={one.person} value={one.person}>
                    {one.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={say("due")} error={saidOf(change.problem, "/due")} required>
            {(given) => (
              <input
                {...given}
                type="date"
                value={due}
                onInput={(event) => setDue(event.currentTarget.value)}
              />
            )}
          </Field>
        </div>
        <button type="submit" disabled={change.busy} aria-busy={change.busy}>
          {say("give")}
        </button>
      </form>
    </details>
  );
}
