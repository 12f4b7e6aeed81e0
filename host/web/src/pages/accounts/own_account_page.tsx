// One's own account: the password, all browsers, tokens for programs.
import { api } from "../../api/client";
import { useChange } from "../../api/change";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { session } from "../../shell/session";
import { sentences } from "../../words/words";
import { OwnPassword } from "./own_password";
import { OwnTokens } from "./own_tokens";
import words from "./words.json";
import "./accounts.css";

const say = sentences(words);

function Everywhere() {
  const ending = useChange();
  const end = async () => {
    if (await ending.run(() => api.DELETE("/api/v1/sessions", {}))) location.assign("/masuk");
  };
  return (
    <section class="account-part">
      <h2>{say("sessions")}</h2>
      <p>{say("sessions_what")}</p>
      <ProblemNotice problem={ending.problem} />
      <button type="button" class="secondary" disabled={ending.busy} onClick={() => void end()}>
        {say("sessions_do")}
      </button>
    </section>
  );
}

export default function OwnAccountPage() {
  const account = session.value?.account;
  if (!account) {
    return (
      <Page title={say("own_title")}>
        <a href={`/masuk?back=${encodeURIComponent(location.pathname)}`}>{say("sign_in_first")}</a>
      </Page>
    );
  }
  return (
    <Page title={say("own_title")}>
      <p>{say("signed_in_as", { name: account.name ?? "", login: account.login ?? "" })}</p>
      <OwnPassword login={account.login ?? ""} />
      <Everywhere />
      <OwnTokens />
    </Page>
  );
}
