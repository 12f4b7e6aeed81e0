// The new password, twice; for the host's first account also who it is of.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { saidOf } from "../../api/problem";
import { useChange } from "../../api/change";
import { Field } from "../../parts/field";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import type { OneTimeLink } from "./one_time_link";
import words from "./words.json";

const say = sentences(words);

interface Props {
  link: OneTimeLink;
  done: (login: string, password: string) => Promise<void>;
  /** To paste another link: this one has ended. */
  another: () => void;
}

export function PasswordForm({ link, done, another }: Props) {
  const redeeming = useChange();
  const [differ, setDiffer] = useState(false);
  const [shown, setShown] = useState(false);
  const type = shown ? "text" : "password";
  const { problem } = redeeming;
  const beside = ["/login", "/name", "/password"];
  const elsewhere = problem?.errors.every((one) => beside.includes(one.pointer)) && problem.errors.length > 0;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string) => String(given.get(name) ?? "");
    const password = text("password");
    setDiffer(password !== text("again"));
    if (password !== text("again")) return;
    const asked = { link: link.secret, password };
    const body = link.first ? { ...asked, login: text("login"), name: text("name") } : asked;
    const redeemed = await redeeming.run(() => api.POST("/api/v1/links/redeem", { body }));
    if (redeemed?.data) await done(redeemed.data.account.login ?? "", password);
  };

  return (
    <form onSubmit={(event) => void submit(event)}>
      <p>{say(link.first ? "what_first" : "what")}</p>
      {!elsewhere && <ProblemNotice problem={problem} again={problem?.status === 404 ? another : undefined} />}
      {link.first && (
        <>
          <Field label={say("login")} help={say("login_help")} error={saidOf(problem, "/login")} required>
            {(given) => (
              <input {...given} name="login" autocomplete="username" autocapitalize="none" maxLength={64} />
            )}
          </Field>
          <Field label={say("name")} help={say("name_help")} error={saidOf(problem, "/name")} required>
            {(given) => <input {...given} name="name" autocomplete="name" maxLength={200} />}
          </Field>
        </>
      )}
      <Field label={say("password")} help={say("password_help")} error={saidOf(problem, "/password")} required>
        {(given) => <input {...given} name="password" type={type} autocomplete="new-password" maxLength={200} />}
      </Field>
      <Field label={say("again")} error={differ ? say("differ") : undefined} required>
        {(given) => <input {...given} name="again" type={type} autocomplete="new-password" maxLength={200} />}
      </Field>
      <label>
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.currentTarget.checked)} />
        {say("show")}
      </label>
      <button type="submit" aria-busy={redeeming.busy} disabled={redeeming.busy}>
        {say("save")}
      </button>
    </form>
  );
}
