// A new password for oneself. All sessions end by it; this browser signs in again at once.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { saidOf } from "../../api/problem";
import { useChange } from "../../api/change";
import { Field } from "../../parts/field";
import { Notice, ProblemNotice } from "../../parts/notice";
import { signIn } from "../../shell/sign_in";
import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences(words);

export function OwnPassword({ login }: { login: string }) {
  const changing = useChange();
  const [changed, setChanged] = useState(false);
  const wrong = saidOf(changing.problem, "/password");

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const given = new FormData(form);
    const password = String(given.get("password"));
    setChanged(false);
    const done = await changing.run(() =>
      api.POST("/api/v1/me/password", { body: { current: String(given.get("current")), password } }),
    );
    if (!done) return;
    form.reset();
    if (await signIn(login, password)) return location.assign("/masuk");
    setChanged(true);
  };

  return (
    <section class="account-part">
      <h2>{say("password")}</h2>
      {changed && (
        <Notice kind="good">
          <p>{say("changed")}</p>
        </Notice>
      )}
      {!wrong && <ProblemNotice problem={changing.problem} />}
      <form class="narrow" onSubmit={(event) => void submit(event)}>
        <input type="hidden" name="username" autocomplete="username" value={login} />
        <Field label={say("current")} required>
          {(given) => (
            <input {...given} name="current" type="password" autocomplete="current-password" maxLength={200} />
          )}
        </Field>
        <Field label={say("new_password")} help={say("new_password_help")} error={wrong} required>
          {(given) => (
            <input {...given} name="password" type="password" autocomplete="new-password" maxLength={200} />
          )}
        </Field>
        <button type="submit" aria-busy={changing.busy} disabled={changing.busy}>
          {say("change")}
        </button>
      </form>
    </section>
  );
}
