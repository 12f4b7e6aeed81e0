// Organisations pasted from a spreadsheet: they become a list as if it had been dropped.
import { Field } from "../../parts/field";
import { organisationKinds, organisationKindWord } from "../../parts/organisation_kind";
import { sentences, titled } from "../../words/words";
import { pastedList } from "./pasted_list";
import words from "./words.json";

const say = sentences(words);

export function PasteForm({ take }: { take: (file: File) => void }) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const list = pastedList(String(form.get("list")), String(form.get("kind")));
    take(new File([list], say("pasted"), { type: "text/csv" }));
  };
  return (
    <details>
      <summary>{say("paste")}</summary>
      <form onSubmit={submit}>
        <Field label={say("paste_label")} help={say("paste_help")} required>
          {(given) => <textarea {...given} name="list" rows={8} />}
        </Field>
        <Field label={say("paste_kind")}>
          {(given) => (
            <select {...given} name="kind">
              {organisationKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {titled(organisationKindWord(kind))}
                </option>
              ))}
            </select>
          )}
        </Field>
        <button type="submit">{say("paste_do")}</button>
      </form>
    </details>
  );
}
