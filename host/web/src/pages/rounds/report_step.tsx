// How far one step of the region is.
import { useState } from "preact/hooks";

import { type Done, useChange } from "../../api/change";
import { api } from "../../api/client";
import { useOrganisations } from "../../api/organisations";
import { saidOf } from "../../api/problem";
import { said } from "../../api/taxonomy";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { ProblemNotice } from "../../parts/notice";
import { OrganisationOptions } from "../../parts/organisation_select";
import { sentences, titled } from "../../words/words";
import type { Dossier } from "./dossier_typed";
import words from "./words.json";

const say = sentences(words);

export type Step = Dossier["board"][number];
const states = ["not-begun", "under-way", "done"] as const;

interface Props {
  code: string;
  id: string;
  step: Step;
  done: (saved: Done<Dossier>) => void;
  close: () => void;
}

export function ReportStep({ code, id, step, done, close }: Props) {
  const [state, setState] = useState<Step["state"]>(step.state);
  const [owner, setOwner] = useState(step.owner ?? "");
  const [due, setDue] = useState(step.due ?? "");
  const [document, setDocument] = useState(step.document ?? "");
  const change = useChange();
  const organisations = useOrganisations(code);
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const saved = await change.run(() =>
      api.PUT("/api/v1/regions/{code}/rounds/{id}/dossier/steps/{step}", {
        params: { path: { code, id, step: step.step } },
        body: {
          state,
          ...(owner && { owner }),
          ...(due && { due: due.trim() }),
          ...(document && { document: document.trim() }),
        },
      }),
    );
    if (saved) done(saved);
  };
  return (
    <Dialog title={said(step.name)} close={close}>
      <form onSubmit={(event) => void save(event)}>
        <ProblemNotice problem={change.problem} />
        <fieldset>
          <legend>{say("state")}</legend>
          {states.map((one) => (
            <label key={one}>
              <input type="radio" name="state" checked={state === one} onChange={() => setState(one)} />
              {titled(say(`step_${one}`))}
            </label>
          ))}
        </fieldset>
        <Field label={say("in_charge")} error={saidOf(change.problem, "/owner")}>
          {(given) => (
            <select {...given} value={owner} onChange={(event) => setOwner(event.currentTarget.value)}>
              <OrganisationOptions organisations={organisations.list} none={say("nobody")} />
            </select>
          )}
        </Field>
        <Field label={say("due")} help={say("due_help")} error={saidOf(change.problem, "/due")}>
          {(given) => (
            <input
              {...given}
              value={due}
              maxLength={10}
              inputMode="numeric"
              placeholder="2026-06"
              onInput={(event) => setDue(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={say("document")} help={say("document_help")} error={saidOf(change.problem, "/document")}>
          {(given) => (
            <input
              {...given}
              value={document}
              maxLength={500}
              onInput={(event) => setDocument(event.currentTarget.value)}
            />
          )}
        </Field>
        <button type="submit" disabled={change.busy} aria-busy={change.busy}>
          {say("save")}
        </button>
      </form>
    </Dialog>
  );
}
