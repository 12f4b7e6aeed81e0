// What people said of the entry, field by field; what is done is settled.
import { useState } from "preact/hooks";

import { useChange } from "../../api/change";
import { api } from "../../api/client";
import { saidOf } from "../../api/problem";
import type { components } from "../../api/schema";
import { instant } from "../../formats/formats";
import { Field } from "../../parts/field";
import { fieldName, placeName } from "../../parts/innovation/field_names";
import { ProblemNotice } from "../../parts/notice";
import { region } from "../../shell/region";
import { sentences } from "../../words/words";
import type { NameActor } from "./actors";
import { groupNames, groups } from "./field_groups";
import words from "./words.json";

const say = sentences(words);

type Review = components["schemas"]["Review"];
type Comment = Review["comments"][number];

const fields = ["name", ...groupNames.flatMap((group) => groups[group]), "indicators", "evidence", "mappings"];

interface OneProps {
  comment: Comment;
  nameActor: NameActor;
  settle?: () => void;
}

function One({ comment, nameActor, settle }: OneProps) {
  return (
    <li class={comment.settled ? "settled" : undefined}>
      <p class="entry-by">
        <strong>{nameActor(comment.by)}</strong>
        {" · "}
        {instant(new Date(comment.at).toISOString(), region.value?.time_zone)}
        {" · "}
        {placeName(comment.pointer ?? "")}
      </p>
      <p class="entry-text">{comment.text}</p>
      {comment.settled ? (
        <small>{say("settled")}</small>
      ) : (
        settle && (
          <button type="button" class="quiet" onClick={settle}>
            {say("settle")}
            <span class="visually-hidden"> {say("comment_number", { number: comment.number })}</span>
          </button>
        )
      )}
    </li>
  );
}

interface Props {
  id: string;
  comments: Comment[];
  allowed: boolean;
  nameActor: NameActor;
  changed: () => void;
}

export function Comments({ id, comments, allowed, nameActor, changed }: Props) {
  const [text, setText] = useState("");
  const [pointer, setPointer] = useState("");
  const { run, busy, problem } = useChange();

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const sent = await run((key) =>
      api.POST("/api/v1/innovations/{id}/comments", {
        params: { path: { id }, header: { "Idempotency-Key": key } },
        body: { pointer, text: text.trim() },
      }),
    );
    if (!sent) return;
    setText("");
    changed();
  };
  const settle = async (number: number) => {
    const settled = await run(() =>
      api.POST("/api/v1/innovations/{id}/comments/{number}/settle", {
        params: { path: { id, number: String(number) } },
      }),
    );
    if (settled) changed();
  };

  return (
    <section class="entry-group" id="komentar">
      <h2>{say("comments")}</h2>
      {comments.length === 0 && <p class="entry-unknown">{say("no_comments")}</p>}
      <ol class="entry-comments">
        {comments.map((comment) => (
          <One
            key={comment.number}
            comment={comment}
            nameActor={nameActor}
            settle={allowed ? () => void settle(comment.number) : undefined}
          />
        ))}
      </ol>
      <ProblemNotice problem={problem} />
      {allowed && (
        <form onSubmit={(event) => void send(event)}>
          <Field label={say("comment_on")} error={saidOf(problem, "/pointer")}>
            {(given) => (
              <select {...given} value={pointer} onChange={(event) => setPointer(event.currentTarget.value)}>
                <option value="">{placeName("")}</option>
                {fields.map((field) => (
                  <option key={field} value={`/${field}`}>
                    {fieldName(field)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={say("comment")} error={saidOf(problem, "/text")}>
            {(given) => (
              <textarea
                {...given}
                rows={3}
                maxLength={2_000}
                value={text}
                onInput={(event) => setText(event.currentTarget.value)}
              />
            )}
          </Field>
          <div class="actions">
            <button type="submit" disabled={busy || text.trim() === ""} aria-busy={busy}>
              {say("send_comment")}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
