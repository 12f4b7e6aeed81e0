// Trusting a key: whatever it signed may run on this host, so it is asked whose it is.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useChange } from "../../api/change";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences(words);

interface Props {
  /** The key, when it is known already. */
  given?: string;
  done: (name: string) => void;
  close: () => void;
}

export function TrustDialog({ given: known, done, close }: Props) {
  const [key, setKey] = useState(known ?? "");
  const [name, setName] = useState("");
  const trusting = useChange();
  const wanted = { key: key.trim().toLowerCase(), name: name.trim() };
  const trust = async () => {
    const answer = await trusting.run(() =>
      api.PUT("/api/v1/plugin-keys/{key}", {
        params: { path: { key: wanted.key } },
        body: { name: wanted.name },
      }),
    );
    if (answer) done(wanted.name);
  };
  return (
    <Dialog title={say("trust")} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void trust();
        }}
      >
        <p>{say("trust_what")}</p>
        <Field label={say("key")} help={say("key_help")} error={trusting.problem?.errors[0]?.message} required>
          {(given) => (
            <textarea
              {...given}
              class="plugins-digest"
              rows={3}
              maxLength={200}
              readOnly={known !== undefined}
              spellcheck={false}
              value={key}
              onInput={(event) => setKey(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={say("key_name")} help={say("key_name_help")} required>
          {(given) => (
            <input {...given} maxLength={200} value={name} onInput={(event) => setName(event.currentTarget.value)} />
          )}
        </Field>
        {trusting.problem?.errors.length === 0 && <ProblemNotice problem={trusting.problem} />}
        <div class="actions">
          <button
            type="submit"
            aria-busy={trusting.busy}
            disabled={trusting.busy || wanted.key === "" || wanted.name === ""}
          >
            {say("trust_do")}
          </button>
          <button type="button" class="secondary" onClick={close}>
            {say("cancel")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
