// Somebody moves: a successor takes over the roles, what is typed and what waits.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { saidOf } from "../../api/problem";
import { useChange } from "../../api/change";
import { Field } from "../../parts/field";
import { Notice, ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import type { Account } from "./account";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  account: Account;
  all: Account[];
  /** Whether the account has roles here that somebody could take over. */
  isHere: boolean;
  changed: () => void;
}

export function HandOver({ code, account, all, isHere, changed }: Props) {
  const sending = useChange();
  const [successor, setSuccessor] = useState<Account>();
  const others = all.filter((one) => one.id !== account.id && !one.disabled);
  const wrong = saidOf(sending.problem, "/to");

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const to = String(new FormData(event.currentTarget as HTMLFormElement).get("to"));
    const done = await sending.run(() =>
      api.POST("/api/v1/regions/{code}/accounts/{id}/hand-over", {
        params: { path: { code, id: account.id } },
        body: { to },
      }),
    );
    if (!done) return;
    setSuccessor(done.data);
    changed();
  };

  if (!isHere && !successor) return null;
  return (
    <section class="account-part">
      <h2>{say("hand_over")}</h2>
      {isHere && <p>{say("hand_over_what")}</p>}
      {successor && (
        <Notice kind="good">
          <p>
            {say("handed_over", { name: successor.name ?? "" })}{" "}
            <a href={`/${code}/akun/${successor.id}`}>{say("account_of", { name: successor.name ?? "" })}</a>
          </p>
        </Notice>
      )}
      {!wrong && <ProblemNotice problem={sending.problem} />}
      {isHere && others.length === 0 && <p>{say("no_successor")}</p>}
      {isHere && others.length > 0 && (
        <form onSubmit={(event) => void submit(event)}>
          <Field label={say("successor")} error={wrong} required>
            {(given) => (
              <select {...given} name="to">
                <option value="">{say("choose")}</option>
                {others.map((one) => (
                  <option key={one.id} value={one.login}>
                    {one.name} ({one.login})
                  </option>
                ))}
              </select>
            )}
          </Field>
          <button type="submit" class="secondary" aria-busy={sending.busy} disabled={sending.busy}>
            {say("hand_over_do")}
          </button>
        </form>
      )}
    </section>
  );
}
