// One organisation's line in the list of presence.
import { useId, useState } from "preact/hooks";

import { Field } from "../../parts/field";
import { sentences } from "../../words/words";
import type { Presence, PresenceRow } from "./round";
import words from "./words.json";

const say = sentences(words);
const choices: readonly Presence[] = ["present", "online", "absent"];

interface Props {
  row: PresenceRow;
  changes: boolean;
  tap: (presence: Presence, replacedBy?: string) => void;
}

function Replaced({ row, tap, done }: Omit<Props, "changes"> & { done: () => void }) {
  const [name, setName] = useState(row.replacedBy ?? "");
  const came = row.presence === "online" ? "online" : "present";
  return (
    <form
      class="rounds-replaced"
      onSubmit={(event) => {
        event.preventDefault();
        tap(came, name.trim());
        done();
      }}
    >
      <Field label={say("replaced_name", { name: row.name })}>
        {(given) => (
          <input
            {...given}
            value={name}
            maxLength={200}
            autocomplete="off"
            autoFocus
            onInput={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
      <button type="submit">{say("save")}</button>
    </form>
  );
}

export function PresenceLine({ row, changes, tap }: Props) {
  const id = useId();
  const [replacing, setReplacing] = useState(false);
  const represented = row.replacedBy && row.presence !== "absent" && (
    <small>{say("replaced_by", { name: row.replacedBy })}</small>
  );
  if (!changes) {
    return (
      <li>
        <span>
          {row.name} {represented}
        </span>
        <span>{row.presence && say(`presence_${row.presence}`)}</span>
      </li>
    );
  }
  return (
    <li>
      <span>
        <span id={id}>{row.name}</span> {represented}
      </span>
      <div class="rounds-taps">
        <div role="group" aria-labelledby={id}>
          {choices.map((choice) => (
            <button
              key={choice}
              type="button"
              aria-pressed={row.presence === choice}
              onClick={() => tap(choice, row.replacedBy)}
            >
              {say(`presence_${choice}`)}
            </button>
          ))}
        </div>
        <button
          type="button"
          class="quiet"
          aria-expanded={replacing}
          onClick={() => setReplacing(!replacing)}
        >
          {say("replaced")}
        </button>
      </div>
      {replacing && <Replaced row={row} tap={tap} done={() => setReplacing(false)} />}
    </li>
  );
}
