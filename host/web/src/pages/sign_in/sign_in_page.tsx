import { useLocation } from "preact-iso";

import { Page } from "../../parts/page";
import { homeAddress } from "../../shell/session";
import { SignInForm } from "../../shell/sign_in_form";
import words from "../../shell/sign_in_words.json";
import { sentences } from "../../words/words";

const say = sentences(words);

export default function SignInPage() {
  const { route, query } = useLocation();
  // Only an address of our own: "//elsewhere" and "https:" would lead away.
  const back = /^\/(?!\/)/.test(query.back ?? "") ? query.back : undefined;
  const done = () => route(back ?? homeAddress.value, true);
  return (
    <Page title={say("welcome")}>
      <div class="narrow">
        <SignInForm done={done} />
        <p>
          <small>{say("forgotten")}</small>
        </p>
      </div>
    </Page>
  );
}
