// Setting up a team.
import { useState } from "preact/hooks";

import { useChange } from "../../api/change";
import { api } from "../../api/client";
import { saidOf } from "../../api/problem";
import { said, type Taxonomy } from "../../api/taxonomy";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { ProblemNotice } from "../../parts/notice";
import { sentences, titled } from "../../words/words";
import { type Decree, teamKinds, type TeamKind } from "./team";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  taxonomy?: Taxonomy;
  decrees: readonly Decree[];
  done: () => void;
  close: () => void;
}

export function NewTeam({ code, taxonomy, decrees, done, close }: Props) {
  const [kind, setKind] = useState<TeamKind>("working-group");
  const [name, setName] = useState("");
  const [dimension, setDimension] = useState("");
  const lasting = decrees.filter((one) => one.state === "runs" || one.state === "not-begun");
  const [decree, setDecree] = useState(lasting[0]?.id ?? "");
  const change = useChange();
  const isGroup = kind === "working-group";
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    const added = await change.run((key) =>
      api.POST("/api/v1/regions/{code}/teams", {
        params: { path: { code }, header: { "Idempotency-Key": key } },
        body: { kind, name, ...(isGroup && { dimension }), ...(decree && { decree }) },
      }),
    );
    if (added) done();
  };
  return (
    <Dialog title={say("new_team")} close={close}>
      <form onSubmit={(event) => void add(event)}>
        <ProblemNotice problem={change.problem} />
        <fieldset>
          <legend>{say("kind")}</legend>
          {teamKinds.map((one) => (
            <label key={one}>
              <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />
              {titled(say(`kind_${one}`))}
            </label>
          ))}
        </fieldset>
        <Field label={say("name")} error={saidOf(change.problem, "/name")} required>
          {(given) => (
            <input
              {...given}
              value={name}
              maxLength={200}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        {isGroup && (
          <Field label={titled(say("dimension"))} error={saidOf(change.problem, "/dimension")} required>
            {(given) => (
              <select
                {...given}
                value={dimension}
                onChange={(event) => setDimension(event.currentTarget.value)}
              >
                <option value="">{say("choose")}</option>
                {taxonomy?.dimensions.map((one) => (
                  <option key={one.key} value={one.key}>
                    {said(one.name)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Field
          label={titled(say("decree"))}
          help={say("decree_help")}
          error={saidOf(change.problem, "/decree")}
        >
          {(given) => (
            <select {...given} value={decree} onChange={(event) => setDecree(event.currentTarget.value)}>
              <option value="">{say("no_decree")}</option>
              {lasting.map((one) => (
                <option key={one.id} value={one.id}>
                  {[one.number, one.subject].filter(Boolean).join(", ")}
                </option>
              ))}
            </select>
          )}
        </Field>
        <button type="submit" disabled={change.busy} aria-busy={change.busy}>
          {say("set_up")}
        </button>
      </form>
    </Dialog>
  );
}
