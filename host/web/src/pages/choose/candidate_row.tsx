// One candidate in the list of the live page. It is drawn again only when something that it
// shows has changed: a slider moves 200 of them.
import { Component } from "preact";

import { number, rupiahShort } from "../../formats/formats";
import type { Candidate } from "../../parts/choice/answers";
import { Criteria, Parts } from "../../parts/choice/bars";
import { Marks, Reasons } from "../../parts/choice/reasons";
import shared from "../../parts/choice/words.json";
import { language } from "../../words/language";
import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences({ ...shared, ...words });

export interface RowProps {
  candidate: Candidate;
  /** The name of its dimension. */
  dimension?: string;
  open: boolean;
  /** Against the set that one began with. */
  moved?: "came" | "went";
  forced?: "include" | "exclude";
  toggle: (id: string) => void;
  force: (candidate: Candidate, way: "include" | "exclude") => void;
  free: (id: string) => void;
  /** Keeps the run, of which more can be told than of a trial. */
  keep: () => void;
}

/** All that a closed row shows, as one text. */
const shown = ({ candidate, dimension, open, moved, forced }: RowProps) =>
  [
    candidate.name,
    dimension,
    candidate.score,
    candidate.chosen,
    candidate.eligible,
    candidate.cost,
    open,
    moved,
    forced,
    candidate.assumed.length,
    candidate.unverified.length,
    ...candidate.criteria.map((one) => one.contribution),
    language.value,
  ].join(" ");

export const rowId = (id: string) => `calon-${id}`;

export class CandidateRow extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    return next.open || shown(next) !== this.#shown;
  }

  #shown = "";

  override render(props: RowProps) {
    const { candidate, dimension, open, moved, forced } = props;
    this.#shown = shown(props);
    const body = `${rowId(candidate.id)}-isi`;
    return (
      <li class={`choose-row ${candidate.chosen ? "in" : "out"}`} id={rowId(candidate.id)}>
        <button
          type="button"
          class="choose-line"
          aria-expanded={open}
          aria-controls={open ? body : undefined}
          onClick={() => props.toggle(candidate.id)}
        >
          <span class="name">
            <b>{candidate.name}</b> <Marks candidate={candidate} forced={forced} />
            {moved && <span class="choose-mark new">{say(moved)}</span>}
            <small>
              {candidate.owner?.name ?? say("nobody")}
              {dimension && ` · ${dimension}`}
            </small>
          </span>
          <Parts candidate={candidate} />
          <span class="score">{number(candidate.score)}</span>
          <span class="cost">{candidate.cost === null ? "–" : rupiahShort(candidate.cost)}</span>
        </button>
        {open && (
          <div id={body} class="choose-body">
            <Reasons candidate={candidate} />
            {!candidate.chosen && (
              <p>
                {say("way_in_kept")}{" "}
                <button type="button" class="quiet" onClick={props.keep}>
                  {say("keep_for_way_in")}
                </button>
              </p>
            )}
            <Criteria candidate={candidate} />
            <div class="actions">
              {forced ? (
                <button type="button" class="secondary" onClick={() => props.free(candidate.id)}>
                  {say("unforce")}
                </button>
              ) : (
                <>
                  <button type="button" class="secondary" onClick={() => props.force(candidate, "include")}>
                    {say("force_in")}
                  </button>
                  <button type="button" class="secondary" onClick={() => props.force(candidate, "exclude")}>
                    {say("force_out")}
                  </button>
                </>
              )}
            </div>
          </div>
        )}
      </li>
    );
  }
}
