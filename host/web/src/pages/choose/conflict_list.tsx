// Wishes that cannot hold together, each in words, with what would mend it at one click.
import { inWords, type Choice, type Conflict } from "../../parts/choice/answers";
import { namesAmong } from "../../parts/choice/group_names";
import type { GroupNames } from "../../parts/choice/groups";
import type { Scenario } from "../../parts/choice/scenario";
import { sentences } from "../../words/words";
import { repaired } from "./repairs";
import words from "./words.json";

const say = sentences(words);

interface Props {
  choice: Choice;
  names: GroupNames;
  scenario?: Scenario;
  /** Without: the wishes are only told. */
  mend?: (scenario: Scenario) => void;
}

export function ConflictList({ choice, names, scenario, mend }: Props) {
  const there = namesAmong(names, choice);
  return (
    <section class="choose-conflict" aria-label={say("conflict")}>
      <h2>{say("conflict")}</h2>
      <p>{say("conflict_what")}</p>
      <ul>
        {choice.conflict.map((one, at) => (
          <Wish key={`${one.kind} ${one.pointer ?? at}`} wish={one} names={there} scenario={scenario} mend={mend} />
        ))}
      </ul>
    </section>
  );
}

interface WishProps extends Omit<Props, "choice"> {
  wish: Conflict;
}

function Wish({ wish, names, scenario, mend }: WishProps) {
  const mended = scenario && mend && repaired(scenario, wish, names);
  return (
    <li>
      <p>
        <b>{inWords(wish.text)}</b>
        {wish.repair && <> – {inWords(wish.repair.text)}</>}
      </p>
      {mended && mend && (
        <button type="button" class="secondary" onClick={() => mend(mended)}>
          {say("mend", { how: wish.repair ? inWords(wish.repair.text) : "" })}
        </button>
      )}
    </li>
  );
}
