// One candidate with all that is told of it: facts, reasons, values.
import type { ComponentChildren } from "preact";

import { number, rupiah } from "../../formats/formats";
import { sentences, type Sentence } from "../../words/words";
import { type Explained, inWords, namesOf } from "./answers";
import { Criteria } from "./bars";
import "./choice.css";
import { Marks, Reasons } from "./reasons";
import words from "./words.json";

const say = sentences(words);

interface Props {
  /** Without a score where it is not told. */
  candidate: Explained & { score: number | null };
  names: Record<string, Sentence>;
  forced?: "include" | "exclude";
  /** Whether its cost is told: else nobody reads that it is unknown. */
  costs?: boolean;
  /** Behind the reasons. */
  children?: ComponentChildren;
}

export function Article({ candidate, names, forced, costs = true, children }: Props) {
  const dimension = candidate.dimension && names[candidate.dimension];
  return (
    <article class={`choose-article ${candidate.chosen ? "in" : "out"}`} id={`calon-${candidate.id}`}>
      <h3>
        {candidate.name} <Marks candidate={candidate} forced={forced} />
      </h3>
      <p class="facts">
        {[
          candidate.owner?.name ?? say("nobody"),
          ...(dimension ? [inWords(dimension)] : []),
          ...(candidate.score === null ? [] : [`${say("score")} ${number(candidate.score)}`]),
          ...(costs ? [candidate.cost === null ? say("cost_unknown") : rupiah(candidate.cost)] : []),
          ...(candidate.duration_months === null ? [] : [say("months", { months: candidate.duration_months })]),
        ].join(" · ")}
      </p>
      {candidate.members && candidate.members.length > 0 && (
        <p>{say("members", { names: namesOf(candidate.members) })}</p>
      )}
      <Reasons candidate={candidate} />
      {children}
      {candidate.criteria.length > 0 && (
        <details class="choose-details">
          <summary>{say("criteria")}</summary>
          <Criteria candidate={candidate} />
        </details>
      )}
    </article>
  );
}
