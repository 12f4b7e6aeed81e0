// The last step: what still lacks, each a link to its field; how far other forms are filled; and
// submitting.
import type { Problem } from "../../api/problem";
import { FilledForms } from "../../parts/filled/filled_forms";
import { Notice, ProblemNotice } from "../../parts/notice";
import { language } from "../../words/language";
import { sentences } from "../../words/words";
import { placeOf } from "./schema";
import type { Review } from "./server";
import type { Typed } from "./typed";
import words from "./words.json";

const say = sentences(words);

interface Lacking {
  pointer: string;
  text: string;
}

interface Props {
  typed: Typed;
  review: Review | undefined;
  problem: Problem | undefined;
  busy: boolean;
  toField: (pointer: string) => void;
  check: () => void;
  submit: () => void;
}

/** By the catalogue once there is an entry, before that by what it refused. */
function lackingOf(review: Review | undefined, problem: Problem | undefined): Lacking[] | undefined {
  if (problem && problem.errors.length > 0) {
    return problem.errors.map(({ pointer, message }) => ({ pointer, text: message }));
  }
  return review?.lacking.map(({ pointer, text }) => ({ pointer, text: text[language.value] }));
}

export function ReviewStep({ typed, review, problem, busy, toField, check, submit }: Props) {
  const lacking = lackingOf(review, problem);
  const link = (pointer: string, text: string) =>
    placeOf(pointer) ? (
      <a
        href={`#isian-${placeOf(pointer)?.key}`}
        onClick={(event) => {
          event.preventDefault();
          toField(pointer);
        }}
      >
        {text}
      </a>
    ) : (
      text
    );
  return (
    <>
      <section aria-busy={busy}>
        <h3>{say("lacking")}</h3>
        <div role="status">
          {busy && <p>{say("checking")}</p>}
          {!busy && lacking?.length === 0 && <p>{say("lacking_none")}</p>}
          {!busy && lacking && lacking.length > 0 && (
            <ul>
              {lacking.map(({ pointer, text }) => (
                <li key={`${pointer}${text}`}>{link(pointer, text)}</li>
              ))}
            </ul>
          )}
        </div>
        {problem && problem.errors.length === 0 && <ProblemNotice problem={problem} />}
        <div class="actions">
          <button type="button" disabled={busy || lacking?.length !== 0} onClick={submit}>
            {say("submit")}
          </button>
          <button type="button" class="secondary" disabled={busy} onClick={check}>
            {say("check_again")}
          </button>
        </div>
      </section>
      <FilledForms entry={typed} toField={link} />
    </>
  );
}

export function Submitted({ code, id, recall }: { code: string; id: string; recall?: () => void }) {
  return (
    <Notice kind="good">
      <p>{say(recall ? "is_submitted" : "submitted")}</p>
      <div class="actions">
        {recall && (
          <button type="button" onClick={recall}>
            {say("recall")}
          </button>
        )}
        <a role="button" class="secondary" href={`/${code}/inovasi/${id}`}>
          {say("see_entry")}
        </a>
        <a role="button" class="secondary" href={`/${code}/inovasi/baru`}>
          {say("another")}
        </a>
      </div>
    </Notice>
  );
}
