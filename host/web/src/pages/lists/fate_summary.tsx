// How many rows were added, updated, left as they are, rejected; each a way to those rows.
import { number } from "../../formats/formats";
import { sentences } from "../../words/words";
import { type Fate, type ImportedList, fates } from "./list";
import words from "./words.json";

const say = sentences(words);

interface Props {
  list: ImportedList;
  shown: Fate | undefined;
  show: (fate: Fate | undefined) => void;
  actions: preact.ComponentChildren;
}

export function FateSummary({ list, shown, show, actions }: Props) {
  const nothing = list.added + list.updated === 0;
  return (
    <>
      {!list.dry_run && nothing && list.rejected === 0 && <p role="status">{say("taken_nothing")}</p>}
      {list.dry_run && (
        <p role="status">
          {say("looked_what")} {nothing && say("nothing_to_import")}
        </p>
      )}
      <div class="list-fates" role="group" aria-label={say("fates")}>
        {fates.map((fate) => (
          <button
            key={fate}
            type="button"
            class={list[fate] > 0 ? `list-fate ${fate}` : "list-fate"}
            aria-pressed={shown === fate}
            onClick={() => show(shown === fate ? undefined : fate)}
          >
            <strong>{number(list[fate])}</strong> {say(fate)}
          </button>
        ))}
      </div>
      <div class="actions">{actions}</div>
    </>
  );
}
