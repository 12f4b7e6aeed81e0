// The state of a round: a word and a shape, not a colour alone.
import { sentences } from "../../words/words";
import type { Round } from "./round";
import words from "./words.json";
import "./rounds.css";

const say = sentences(words);
const shapes = { planned: "○", open: "◐", closed: "●" } as const;

export function State({ state }: { state: Round["state"] }) {
  return (
    <span class="rounds-state">
      <span aria-hidden="true">{shapes[state]}</span> {say(`state_${state}`)}
    </span>
  );
}
