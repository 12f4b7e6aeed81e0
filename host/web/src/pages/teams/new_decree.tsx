// Noting a decree; one that replaces another goes on with its teams.
import { useState } from "preact/hooks";

import { useChange } from "../../api/change";
import { api } from "../../api/client";
import { saidOf } from "../../api/problem";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { ProblemNotice } from "../../parts/notice";
import { sentences, titled } from "../../words/words";
import type { Decree } from "./team";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  decrees: readonly Decree[];
  done: () => void;
  close: () => void;
}

const texts = [
  { key: "number", type: "text", required: true },
  { key: "subject", type: "text", required: false },
  { key: "signed_by", type: "text", required: true },
  { key: "office", type: "text", required: true },
  { key: "signed_on", type: "date", required: true },
  { key: "from", type: "date", required: true },
  { key: "to", type: "date", required: false },
] as const;
type Typed = Record<(typeof texts)[number]["key"] | "replaces", string>;

export function NewDecree({ code, decrees, done, close }: Props) {
  const [typed, setTyped] = useState<Typed>({
    number: "",
    subject: "",
    signed_by: "",
    office: "",
    signed_on: "",
    from: "",
    to: "",
    replaces: "",
  });
  const change = useChange();
  const { number, signed_by, office, signed_on, from, subject, to, replaces } = typed;
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    const noted = await change.run((key) =>
      api.POST("/api/v1/regions/{code}/decrees", {
        params: { path: { code }, header: { "Idempotency-Key": key } },
        body: {
          number,
          signed_by,
          office,
          signed_on,
          from,
          ...(subject && { subject }),
          ...(to && { to }),
          ...(replaces && { replaces }),
        },
      }),
    );
    if (noted) done();
  };
  const open = decrees.filter((one) => one.state !== "replaced");
  return (
    <Dialog title={titled(say("new_decree"))} close={close}>
      <form onSubmit={(event) => void add(event)}>
        <ProblemNotice problem={change.problem} />
        {texts.map((one) => (
          <Field
            key={one.key}
            label={titled(say(`decree_${one.key}`))}
            error={saidOf(change.problem, `/${one.key}`)}
            required={one.required}
          >
            {(given) => (
              <input
                {...given}
                type={one.type}
                value={typed[one.key]}
                maxLength={200}
                onInput={(event) => setTyped({ ...typed, [one.key]: event.currentTarget.value })}
              />
            )}
          </Field>
        ))}
        {open.length > 0 && (
          <Field
            label={say("replaces")}
            help={say("replaces_help")}
            error={saidOf(change.problem, "/replaces")}
          >
            {(given) => (
              <select
                {...given}
                value={replaces}
                onChange={(event) => setTyped({ ...typed, replaces: event.currentTarget.value })}
              >
                <option value="">{say("replaces_none")}</option>
                {open.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.number}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <button type="submit" disabled={change.busy} aria-busy={change.busy}>
          {say("note")}
        </button>
      </form>
    </Dialog>
  );
}
