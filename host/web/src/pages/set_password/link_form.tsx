// The whole link, pasted: the address that was opened had lost its end.
import { Field } from "../../parts/field";
import { sentences } from "../../words/words";
import { type OneTimeLink, oneTimeLink } from "./one_time_link";
import words from "./words.json";

const say = sentences(words);

export function LinkForm({ done }: { done: (link: OneTimeLink) => void }) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    done(oneTimeLink(String(given.get("link"))));
  };
  return (
    <form onSubmit={submit}>
      <p>{say("no_link")}</p>
      <Field label={say("link")} required>
        {(given) => <input {...given} name="link" maxLength={500} autocomplete="off" autocapitalize="none" />}
      </Field>
      <button type="submit">{say("go_on")}</button>
    </form>
  );
}
