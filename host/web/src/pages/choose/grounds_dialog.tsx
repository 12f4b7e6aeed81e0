// Whoever decides beside the rules says why, and signs with a name.
import { useState } from "preact/hooks";

import type { Grounds } from "../../parts/choice/scenario";
import shared from "../../parts/choice/words.json";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { session } from "../../shell/session";
import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences({ ...shared, ...words });

export const ownName = () => session.value?.account.name ?? "";

export function GroundsFields({ grounds, change }: { grounds: Grounds; change: (grounds: Grounds) => void }) {
  return (
    <>
      <Field label={say("reason")} required>
        {(given) => (
          <textarea
            {...given}
            rows={3}
            maxLength={500}
            value={grounds.reason}
            onInput={(event) => change({ ...grounds, reason: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={say("by")} help={say("by_help")} required>
        {(given) => (
          <input
            {...given}
            maxLength={200}
            value={grounds.by}
            onInput={(event) => change({ ...grounds, by: event.currentTarget.value })}
          />
        )}
      </Field>
    </>
  );
}

interface Props {
  title: string;
  what: string;
  done: (grounds: Grounds) => void;
  close: () => void;
}

export function GroundsDialog({ title, what, done, close }: Props) {
  const [grounds, setGrounds] = useState<Grounds>({ reason: "", by: ownName() });
  return (
    <Dialog title={title} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          done({ reason: grounds.reason.trim(), by: grounds.by.trim() });
        }}
      >
        <p>{what}</p>
        <GroundsFields grounds={grounds} change={setGrounds} />
        <button type="submit" disabled={!grounds.reason.trim() || !grounds.by.trim()}>
          {say("take_over")}
        </button>
      </form>
    </Dialog>
  );
}
