// Candidates that somebody forces in or out: who, why, and the way back.
import type { Choice } from "../../parts/choice/answers";
import type { Forced, Scenario } from "../../parts/choice/scenario";
import shared from "../../parts/choice/words.json";
import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences({ ...shared, ...words });

interface Props {
  scenario: Scenario;
  choice?: Choice;
  free: (id: string) => void;
}

export function ForcedList({ scenario, choice, free }: Props) {
  const names = new Map(choice?.candidates.map((one) => [one.id, one.name]));
  const row = (one: Forced, way: "forced_in" | "forced_out") => (
    <li key={one.id}>
      <p>
        <b>{names.get(one.id) ?? one.id}</b> – {say(way)}
        <small>{say("by_because", { by: one.by, reason: one.reason })}</small>
      </p>
      <button
        type="button"
        class="quiet"
        aria-label={say("unforce_of", { name: names.get(one.id) ?? one.id })}
        onClick={() => free(one.id)}
      >
        ×
      </button>
    </li>
  );
  const include = scenario.include ?? [];
  const exclude = scenario.exclude ?? [];
  return (
    <fieldset>
      <legend>{say("forced")}</legend>
      {include.length + exclude.length === 0 && <p class="help">{say("forced_none")}</p>}
      <ul class="choose-forced">
        {include.map((one) => row(one, "forced_in"))}
        {exclude.map((one) => row(one, "forced_out"))}
      </ul>
    </fieldset>
  );
}
