// The scales of one entry: large buttons with the step in words, a note; by keyboard 0 to 4.
import { useEffect, useRef, useState } from "preact/hooks";

import { wording } from "../../words/wording";
import { sentences } from "../../words/words";
import words from "./assess_words.json";
import { type Criterion, missingOf, type Score, scoreOf, type Sheet, type SheetEntry, stepOfKey } from "./sheet";
import type { OwnSheet } from "./use_sheet";

const say = sentences(words);

interface ScaleProps {
  criterion: Criterion;
  score: Score;
  open: boolean;
  active: boolean;
  enter: () => void;
  give: (score: Score) => void;
}

function Scale({ criterion, score, open, active, enter, give }: ScaleProps) {
  const key = criterion.key ?? "";
  const [note, setNote] = useState(score.note ?? "");
  const [hadNote] = useState(note !== "");
  const leave = () => {
    if (note !== (score.note ?? "")) give({ ...score, note });
  };
  return (
    <fieldset
      id={`assess-${key}`}
      class={active ? "assess-scale active" : "assess-scale"}
      tabIndex={-1}
      disabled={!open}
      onFocusIn={enter}
    >
      <legend>
        {wording(criterion.title)}
        {score.step === undefined && <small> {say("not_given")}</small>}
      </legend>
      {(criterion.steps ?? []).map((step, number) => (
        <label key={number} class="assess-step">
          <input
            type="radio"
            name={key}
            value={number}
            checked={score.step === number}
            onChange={() => give({ step: number, note })}
          />
          <strong>{number}</strong>
          <span>{wording(step)}</span>
        </label>
      ))}
      <details open={hadNote}>
        <summary>{say("note")}</summary>
        <textarea
          aria-label={say("note_of", { criterion: wording(criterion.title) })}
          rows={2}
          maxLength={1000}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
          onBlur={leave}
        />
      </details>
    </fieldset>
  );
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type !== "radio");

export function Judging({ sheet, entry, own }: { sheet: Sheet; entry: SheetEntry; own: OwnSheet }) {
  const missing = missingOf(sheet, entry, own.outbox);
  const [active, setActive] = useState(missing[0] ?? sheet.criteria[0]?.key ?? "");

  const give = (criterion: string, score: Score) => own.give({ innovation: entry.id, criterion, ...score });

  const byKey = (event: KeyboardEvent) => {
    const step = stepOfKey(event.key);
    const modified = event.ctrlKey || event.altKey || event.metaKey;
    if (step === undefined || modified || typing(event.target) || !sheet.is_open) return;
    event.preventDefault();
    give(active, { ...scoreOf(entry, active, own.outbox), step });
    const next = missing.find((key) => key !== active);
    if (next !== undefined) setActive(next);
    document.getElementById(next === undefined ? "assess-next" : `assess-${next}`)?.focus();
  };
  const latest = useRef(byKey);
  latest.current = byKey;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);

  return (
    <>
      <p class="assess-keys">{say("keys")}</p>
      {sheet.criteria.map((criterion) => {
        const key = criterion.key ?? "";
        return (
          <Scale
            key={key}
            criterion={criterion}
            score={scoreOf(entry, key, own.outbox)}
            open={sheet.is_open}
            active={key === active}
            enter={() => setActive(key)}
            give={(score) => give(key, score)}
          />
        );
      })}
    </>
  );
}
