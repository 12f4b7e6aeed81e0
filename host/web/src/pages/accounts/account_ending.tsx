// An account ends, or is opened again.
import { api } from "../../api/client";
import { useChange } from "../../api/change";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import type { Account } from "./account";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  account: Account;
  changed: () => void;
}

export function AccountEnding({ code, account, changed }: Props) {
  const sending = useChange();
  const turn = async () => {
    const params = { params: { path: { code, id: account.id } } };
    const done = await sending.run(() =>
      account.disabled
        ? api.POST("/api/v1/regions/{code}/accounts/{id}/enable", params)
        : api.POST("/api/v1/regions/{code}/accounts/{id}/disable", params),
    );
    if (done) changed();
  };
  return (
    <section class="account-part">
      <h2>{say("ending")}</h2>
      <p>{say("ending_what")}</p>
      <ProblemNotice problem={sending.problem} />
      <button type="button" class="secondary" aria-busy={sending.busy} disabled={sending.busy} onClick={() => void turn()}>
        {say(account.disabled ? "enable" : "disable")}
      </button>
    </section>
  );
}
