// A webhook more: where, and of what it is told. Its secret is shown once.
import { api } from "../../api/client";
import { saidOf } from "../../api/problem";
import { useChange } from "../../api/change";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { ProblemNotice } from "../../parts/notice";
import { sentences, titled } from "../../words/words";
import { kinds } from "./webhook";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  done: (secret: string) => void;
  close: () => void;
}

export function AddWebhook({ code, done, close }: Props) {
  const adding = useChange();
  const wrong = saidOf(adding.problem, "/address");

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const body = {
      address: String(form.get("address")),
      kinds: kinds.filter((kind) => form.get(kind) !== null),
    };
    const added = await adding.run((key) =>
      api.POST("/api/v1/regions/{code}/webhooks", {
        params: { path: { code }, header: { "Idempotency-Key": key } },
        body,
      }),
    );
    if (added?.data) done(added.data.secret);
  };

  return (
    <Dialog title={say("webhook_add")} close={close}>
      <form onSubmit={(event) => void submit(event)}>
        {!wrong && <ProblemNotice problem={adding.problem} />}
        <Field label={say("webhook_address")} help={say("webhook_address_help")} error={wrong} required>
          {(given) => <input {...given} name="address" type="url" maxLength={2000} autocomplete="off" />}
        </Field>
        <fieldset class="settings-checks">
          <legend>{say("webhook_kinds")}</legend>
          {kinds.map((kind) => (
            <label key={kind}>
              <input type="checkbox" name={kind} />
              {titled(say(`kind_${kind}`))}
            </label>
          ))}
        </fieldset>
        <button type="submit" aria-busy={adding.busy} disabled={adding.busy}>
          {say("webhook_add")}
        </button>
        <button type="button" class="secondary" onClick={close}>
          {say("cancel")}
        </button>
      </form>
    </Dialog>
  );
}
