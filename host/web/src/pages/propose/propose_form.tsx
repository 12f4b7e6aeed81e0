// The proposal itself; what was typed stays when it cannot be sent.
import { api } from "../../api/client";
import { saidOf } from "../../api/problem";
import { useChange } from "../../api/change";
import { useTaxonomy } from "../../api/taxonomy";
import { Field } from "../../parts/field";
import { ProblemNotice } from "../../parts/notice";
import { organisationKindWord } from "../../parts/organisation_kind";
import { language } from "../../words/language";
import { sentences, titled } from "../../words/words";
import { proposalOf, proposerKinds } from "./proposal_form";
import words from "./words.json";

const say = sentences(words);

interface Props {
  token: string;
  done: (tracking: string) => void;
}

export function ProposeForm({ token, done }: Props) {
  const taxonomy = useTaxonomy();
  const sending = useChange();
  const { problem } = sending;
  const isBeside = (problem?.errors.length ?? 0) > 0 && problem?.errors.every((one) => one.pointer !== "");

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const body = proposalOf(new FormData(event.currentTarget as HTMLFormElement));
    const sent = await sending.run((key) =>
      api.POST("/api/v1/intake/{token}", {
        params: { path: { token }, header: { "Idempotency-Key": key } },
        body,
      }),
    );
    if (sent?.data) done(sent.data.tracking);
  };
  const long = (name: "problem" | "target_group" | "benefit") => (
    <Field label={say(name)} error={saidOf(problem, `/${name}`)}>
      {(given) => <textarea {...given} name={name} rows={2} maxLength={4000} />}
    </Field>
  );

  return (
    <form class="propose" onSubmit={(event) => void submit(event)}>
      <p>{say("what")}</p>
      <Field label={say("name")} help={say("name_help")} error={saidOf(problem, "/name")} required>
        {(given) => <input {...given} name="name" maxLength={300} autocomplete="off" />}
      </Field>
      <Field label={say("summary")} help={say("summary_help")} error={saidOf(problem, "/summary")} required>
        {(given) => <textarea {...given} name="summary" rows={3} maxLength={4000} />}
      </Field>
      <Field label={say("proposer")} help={say("proposer_help")} error={saidOf(problem, "/proposer")} required>
        {(given) => <input {...given} name="proposer" maxLength={200} autocomplete="name" />}
      </Field>
      <Field label={say("proposer_kind")} error={saidOf(problem, "/proposer_kind")}>
        {(given) => (
          <select {...given} name="proposer_kind">
            {proposerKinds.map((kind) => (
              <option key={kind} value={kind}>
                {titled(organisationKindWord(kind))}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say("contact")} help={say("contact_help")} error={saidOf(problem, "/contact")}>
        {(given) => <input {...given} name="contact" maxLength={200} autocomplete="tel" />}
      </Field>
      {long("problem")}
      {long("target_group")}
      {long("benefit")}
      <Field label={titled(say("dimension"))} error={saidOf(problem, "/dimension")}>
        {(given) => (
          <select {...given} name="dimension">
            <option value="">{say("not_sure")}</option>
            {taxonomy?.dimensions.map((one) => (
              <option key={one.key} value={one.key}>
                {one.name[language.value]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p>
        <small>{say("personal")}</small>
      </p>
      {!isBeside && <ProblemNotice problem={problem} />}
      <button type="submit" aria-busy={sending.busy} disabled={sending.busy}>
        {say("send")}
      </button>
    </form>
  );
}
