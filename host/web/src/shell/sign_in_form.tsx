// Name and password, wherever they are asked for.
import { useState } from "preact/hooks";

import type { Problem } from "../api/problem";
import { Field } from "../parts/field";
import { ProblemNotice } from "../parts/notice";
import { sentences } from "../words/words";
import { signIn } from "./sign_in";
import words from "./sign_in_words.json";

const say = sentences(words);

export function SignInForm({ login, done }: { login?: string; done: () => void }) {
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    setBusy(true);
    const refused = await signIn(String(given.get("login")), String(given.get("password")));
    setBusy(false);
    setProblem(refused);
    if (!refused) done();
  };

  return (
    <form onSubmit={(event) => void submit(event)}>
      <ProblemNotice problem={problem} />
      <Field label={say("login")} required>
        {(given) => (
          <input {...given} name="login" autocomplete="username" autocapitalize="none" maxLength={64} defaultValue={login} />
        )}
      </Field>
      <Field label={say("password")} required>
        {(given) => (
          <input {...given} name="password" type="password" autocomplete="current-password" maxLength={200} />
        )}
      </Field>
      <button type="submit" aria-busy={busy} disabled={busy}>
        {say("sign_in")}
      </button>
    </form>
  );
}
