// What a one-time link opens: somebody sets the password of an account and is signed in. The
// secret lies behind the # of the address, so that it stands in no log of any server.
import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";

import { Notice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { homeAddress, me } from "../../shell/session";
import { signIn } from "../../shell/sign_in";
import { sentences } from "../../words/words";
import { LinkForm } from "./link_form";
import { type OneTimeLink, oneTimeLink } from "./one_time_link";
import { PasswordForm } from "./password_form";
import words from "./words.json";

const say = sentences(words);

export default function SetPasswordPage() {
  const { route } = useLocation();
  const [link, setLink] = useState<OneTimeLink>(() => oneTimeLink(location.hash));
  const [saved, setSaved] = useState<string>();

  const enter = async (login: string, password: string) => {
    history.replaceState(null, "", location.pathname); // used up, and nobody else's business
    if (await signIn(login, password)) return setSaved(login);
    route(me.value?.administers_host ? "/siapkan" : homeAddress.value, true);
  };

  const title = say(link.first ? "title_first" : "title");
  return (
    <Page title={title}>
      <div class="narrow">
        {saved !== undefined && (
          <Notice kind="good">
            <p>{say("saved", { login: saved })}</p>
            <a href="/masuk">{say("sign_in")}</a>
          </Notice>
        )}
        {saved === undefined && !link.secret && <LinkForm done={setLink} />}
        {saved === undefined && link.secret && (
          <PasswordForm link={link} done={enter} another={() => setLink({ secret: "", first: false })} />
        )}
      </div>
    </Page>
  );
}
