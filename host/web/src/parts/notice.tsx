// What happened: good news politely, a problem at once.
import type { ComponentChildren } from "preact";

import { type Problem, told } from "../api/problem";
import { sentences } from "../words/words";
import words from "./words.json";

const say = sentences(words);

export function Notice({ kind, children }: { kind: "good" | "bad" | "note"; children: ComponentChildren }) {
  return (
    <div class={`notice ${kind}`} role={kind === "bad" ? "alert" : "status"}>
      {children}
    </div>
  );
}

/** What the API refused, in its own sentences. */
export function ProblemNotice({ problem, again }: { problem?: Problem; again?: () => void }) {
  if (!problem) return null;
  return (
    <Notice kind="bad">
      {told(problem).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {again && (
        <button type="button" class="secondary" onClick={again}>
          {say("again")}
        </button>
      )}
    </Notice>
  );
}
