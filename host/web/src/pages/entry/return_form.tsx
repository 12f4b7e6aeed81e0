// A reason beside a field, and all of them together with the button that sends them.
import { useEffect, useRef } from "preact/hooks";

import { type Problem, saidOf } from "../../api/problem";
import { Field } from "../../parts/field";
import { placeName } from "../../parts/innovation/field_names";
import { sentences } from "../../words/words";
import { sentReasons, type Writing } from "./return_reasons";
import { returnWith } from "./step_requests";
import type { Steps } from "./steps";
import words from "./words.json";

const say = sentences(words);

/** As the API counts: 2,000 bytes. */
const longest = 2_000;

/** Beside a field: a button, or the reason that is being written. */
export function ReasonBeside({ pointer, writing }: { pointer: string; writing: Writing }) {
  const text = writing.reasons[pointer];
  const input = useRef<HTMLTextAreaElement>(null);
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current) input.current?.focus();
    opened.current = false;
  }, [text === undefined]);
  if (text === undefined) {
    return (
      <button
        type="button"
        class="quiet entry-reason-button"
        onClick={() => {
          opened.current = true;
          writing.write(pointer, "");
        }}
      >
        {say("give_reason")}
        <span class="visually-hidden"> {placeName(pointer)}</span>
      </button>
    );
  }
  return (
    <div class="entry-reason">
      <Field label={say("reason_for", { field: placeName(pointer) })}>
        {(given) => (
          <textarea
            {...given}
            ref={input}
            rows={2}
            maxLength={longest}
            value={text}
            onInput={(event) => writing.write(pointer, event.currentTarget.value)}
          />
        )}
      </Field>
      <button type="button" class="quiet" onClick={() => writing.remove(pointer)}>
        {say("remove_reason")}
        <span class="visually-hidden"> {placeName(pointer)}</span>
      </button>
    </div>
  );
}

interface Props {
  writing: Writing;
  steps: Steps;
  close: () => void;
}

/** The problem names a reason by its place in what was sent. */
const problemWith = (problem: Problem | undefined, place: number) =>
  saidOf(problem, `/reasons/${place}/text`) ?? saidOf(problem, `/reasons/${place}/pointer`);

export function ReturnForm({ writing, steps, close }: Props) {
  const sent = sentReasons(writing.reasons);
  const whole = writing.reasons[""] ?? "";
  const send = async () => {
    const returned = await steps.take({ request: returnWith(sent), told: say("told_return") });
    if (!returned) return;
    writing.clear();
    close();
  };
  return (
    <section class="entry-return" aria-label={say("return_title")}>
      <h2>{say("return_title")}</h2>
      <p>{say("return_what")}</p>
      {sent.some(({ pointer }) => pointer) && (
        <ul>
          {sent.map(
            ({ pointer, text }, place) =>
              pointer && (
                <li key={pointer}>
                  <strong>{placeName(pointer)}:</strong> {text}
                  {problemWith(steps.problem, place) && (
                    <small class="error" role="alert">
                      {problemWith(steps.problem, place)}
                    </small>
                  )}
                </li>
              ),
          )}
        </ul>
      )}
      <Field
        label={say("reason_whole")}
        error={problemWith(steps.problem, sent.findIndex(({ pointer }) => pointer === ""))}
      >
        {(given) => (
          <textarea
            {...given}
            rows={2}
            maxLength={longest}
            value={whole}
            onInput={(event) => writing.write("", event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="actions">
        <button type="button" disabled={steps.busy || sent.length === 0} onClick={() => void send()}>
          {say("return_send", { count: sent.length })}
        </button>
        <button type="button" class="secondary" onClick={close}>
          {say("return_close")}
        </button>
      </div>
    </section>
  );
}
