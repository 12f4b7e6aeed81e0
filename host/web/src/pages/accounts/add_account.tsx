// One account more: who, as what. The answer is the card with the link for the password.
import { api } from "../../api/client";
import { saidOf } from "../../api/problem";
import { useChange } from "../../api/change";
import type { Organisation } from "../../api/organisations";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import { GrantFields, grantOf } from "./grant_fields";
import { type LinkCard, cardsOf } from "./link_card";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  organisations: Organisation[];
  done: (cards: LinkCard[]) => void;
  close: () => void;
}

export function AddAccount({ code, organisations, done, close }: Props) {
  const adding = useChange();
  const { problem } = adding;
  const beside = problem?.errors.some((one) => /^\/(name|login|grants)/.test(one.pointer));

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const grant = grantOf(form);
    const added = await adding.run((key) =>
      api.POST("/api/v1/regions/{code}/accounts", {
        params: { path: { code }, header: { "Idempotency-Key": key } },
        body: { name: String(form.get("name")), login: String(form.get("login")), grants: [grant] },
      }),
    );
    if (!added?.data) return;
    const organisation = organisations.find((one) => one.id === grant.organisation)?.name;
    done(cardsOf([{ ...added.data, organisation }]));
  };

  return (
    <Dialog title={say("add")} close={close}>
      <form onSubmit={(event) => void submit(event)}>
        {!beside && <ProblemNotice problem={problem} />}
        <Field label={say("person")} help={say("name_help")} error={saidOf(problem, "/name")} required>
          {(given) => <input {...given} name="name" maxLength={200} autocomplete="off" />}
        </Field>
        <Field label={say("login")} help={say("login_help")} error={saidOf(problem, "/login")} required>
          {(given) => <input {...given} name="login" maxLength={64} autocomplete="off" autocapitalize="none" />}
        </Field>
        <GrantFields organisations={organisations} problem={problem} />
        <button type="submit" aria-busy={adding.busy} disabled={adding.busy}>
          {say("make")}
        </button>
        <button type="button" class="secondary" onClick={close}>
          {say("cancel")}
        </button>
      </form>
    </Dialog>
  );
}
