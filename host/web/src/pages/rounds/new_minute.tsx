// Noting down what is said while the meeting goes on; the form stays open for the next.
import { useState } from "preact/hooks";

import { type Done, useChange } from "../../api/change";
import { api } from "../../api/client";
import { useOrganisations } from "../../api/organisations";
import { saidOf } from "../../api/problem";
import { Field } from "../../parts/field";
import { ProblemNotice } from "../../parts/notice";
import { OrganisationOptions } from "../../parts/organisation_select";
import { sentences, titled } from "../../words/words";
import type { Round } from "./round";
import words from "./words.json";

const say = sentences(words);
const kinds = ["decision", "contribution"] as const;

interface Props {
  code: string;
  round: Round;
  done: (noted: Done<Round>) => void;
}

export function NewMinute({ code, round, done }: Props) {
  const [kind, setKind] = useState<(typeof kinds)[number]>("decision");
  const [text, setText] = useState("");
  const [person, setPerson] = useState("");
  const [organisation, setOrganisation] = useState("");
  const organisations = useOrganisations(code);
  const change = useChange();
  const note = async (event: SubmitEvent) => {
    event.preventDefault();
    const noted = await change.run((key) =>
      api.POST("/api/v1/regions/{code}/rounds/{id}/minutes", {
        params: { path: { code, id: round.id }, header: { "Idempotency-Key": key } },
        body: { kind, text, person, ...(organisation && { organisation }) },
      }),
    );
    if (!noted) return;
    setText("");
    done(noted);
  };
  return (
    <form class="rounds-box" onSubmit={(event) => void note(event)}>
      <ProblemNotice problem={change.problem} />
      <fieldset>
        <legend>{say("note_what")}</legend>
        {kinds.map((one) => (
          <label key={one}>
            <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />
            {say(`kind_${one}`)}
          </label>
        ))}
      </fieldset>
      <Field label={say("minute_text")} error={saidOf(change.problem, "/text")} required>
        {(given) => (
          <textarea {...given} rows={2} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        )}
      </Field>
      <div class="rounds-pair">
        <Field label={say("minute_person")} error={saidOf(change.problem, "/person")} required>
          {(given) => (
            <input
              {...given}
              value={person}
              maxLength={200}
              autocomplete="off"
              onInput={(event) => setPerson(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={titled(say("organisation"))} error={saidOf(change.problem, "/organisation")}>
          {(given) => (
            <select
              {...given}
              value={organisation}
              onChange={(event) => setOrganisation(event.currentTarget.value)}
            >
              <OrganisationOptions organisations={organisations.list} none={say("choose")} />
            </select>
          )}
        </Field>
      </div>
      <button type="submit" disabled={change.busy} aria-busy={change.busy}>
        {say("note")}
      </button>
    </form>
  );
}
