// The set as it is now, and all others below it. The chosen are drawn first, the rest in the
// next frame; whatever candidate one looks at stays where it is on the screen.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";

import { type Candidate, type Choice, chosenOf, inWords, namesOf, rejectedOf } from "../../parts/choice/answers";
import { Told } from "../../parts/choice/reasons";
import type { Forced } from "../../parts/choice/scenario";
import { summaryOf } from "../../parts/choice/summary";
import { language } from "../../words/language";
import { sentences } from "../../words/words";
import { CandidateRow, rowId } from "./candidate_row";
import words from "./words.json";

const say = sentences(words);

interface Props {
  choice: Choice;
  /** Ids of the set that one began with. */
  began: Set<string>;
  include: Forced[];
  exclude: Forced[];
  force: (candidate: Candidate, way: "include" | "exclude") => void;
  free: (id: string) => void;
  keep: () => void;
}

/** Where on the screen the candidate is that one has open or focused, before it is drawn anew. */
interface Looked {
  id: string;
  top: number;
  focused: boolean;
}

function lookedAt(open: string | undefined): Looked | undefined {
  const focused = document.activeElement?.closest("li.choose-row")?.id;
  const id = focused ?? (open && rowId(open));
  const row = id && document.getElementById(id);
  if (!row) return undefined;
  return { id, top: row.getBoundingClientRect().top, focused: focused !== undefined };
}

export function ShownSet({ choice, began, include, exclude, force, free, keep }: Props) {
  const [open, setOpen] = useState<string>();
  const [rest, setRest] = useState(choice);
  const looked = useRef<Looked>();
  if (rest !== choice && !looked.current) looked.current = lookedAt(open);

  // The chosen first: what comes after them waits for the next frame.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setRest(choice));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [choice]);

  useLayoutEffect(() => {
    const before = looked.current;
    if (!before) return;
    const row = document.getElementById(before.id);
    if (row) {
      window.scrollBy(0, row.getBoundingClientRect().top - before.top);
      if (before.focused && !row.contains(document.activeElement)) {
        row.querySelector("button")?.focus({ preventScroll: true });
      }
    }
    if (rest === choice) looked.current = undefined;
  });

  const toggle = useCallback((id: string) => setOpen((before) => (before === id ? undefined : id)), []);

  const forcedWay = (id: string) => {
    if (include.some((one) => one.id === id)) return "include";
    return exclude.some((one) => one.id === id) ? "exclude" : undefined;
  };
  const chosen = chosenOf(choice);
  const chosenNow = new Set(chosen.map((one) => one.id));
  const row = (candidate: Candidate) => (
    <CandidateRow
      key={candidate.id}
      candidate={candidate}
      dimension={dimensionOf(candidate, choice)}
      open={open === candidate.id}
      moved={choice.selected ? movedOf(candidate, began) : undefined}
      forced={forcedWay(candidate.id)}
      toggle={toggle}
      force={force}
      free={free}
      keep={keep}
    />
  );
  // Drawn as it was while the chosen are drawn anew; who is chosen now is not in both lists.
  const others = useMemo(
    () => rejectedOf(rest).filter((one) => !chosenNow.has(one.id)).map(row),
    [rest, [...chosenNow].join(" "), began, open, include, exclude, language.value],
  );
  return (
    <section class="choose-set" aria-label={say("set")}>
      {chosen.length > 0 && <h2>{say("chosen")}</h2>}
      <ol class="choose-rows">{chosen.map(row)}</ol>
      <h2>{say("rejected")}</h2>
      <ol class="choose-rows">{others}</ol>
      <Told title={say("notes")} statements={choice.notes} />
    </section>
  );
}

function dimensionOf(candidate: Candidate, choice: Choice): string | undefined {
  const name = candidate.dimension ? choice.names[candidate.dimension] : undefined;
  return name && inWords(name);
}

function movedOf(candidate: Candidate, began: Set<string>): "came" | "went" | undefined {
  if (began.size === 0 || candidate.chosen === began.has(candidate.id)) return undefined;
  return candidate.chosen ? "came" : "went";
}

/** What the set is worth, and what has changed: of one height, whatever it says. */
export function SetHead({ choice, began }: { choice: Choice; began: Set<string> }) {
  return (
    <div class="choose-head" role="status">
      <p>{summaryOf(choice)}</p>
      <p class="moved">{movedWords(choice, began)}</p>
    </div>
  );
}

function movedWords(choice: Choice, began: Set<string>): string {
  if (!choice.selected) return say("conflict_what");
  const came = chosenOf(choice).filter((one) => movedOf(one, began) === "came");
  const went = rejectedOf(choice).filter((one) => movedOf(one, began) === "went");
  if (came.length + went.length === 0) return say("moved_none");
  return say("moved", { came: namesOf(came) || "–", went: namesOf(went) || "–" });
}
