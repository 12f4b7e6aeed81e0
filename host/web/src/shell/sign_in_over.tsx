// A new sign-in over the page, when the session ended while somebody worked.
import { Dialog } from "../parts/dialog";
import { sentences } from "../words/words";
import { session, waitingForSignIn } from "./session";
import { SignInForm } from "./sign_in_form";
import words from "./words.json";

const say = sentences(words);

export function SignInOver() {
  const waiting = waitingForSignIn.value;
  if (!waiting) return null;
  return (
    <Dialog title={say("ended")} close={() => waiting(false)}>
      <p>{say("ended_what")}</p>
      <SignInForm login={session.value?.account.login} done={() => waiting(true)} />
    </Dialog>
  );
}
