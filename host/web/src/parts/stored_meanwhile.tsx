// Somebody else stored something while one wrote: what is stored now, and which of both holds.
import type { ComponentChildren } from "preact";

import { sentences } from "../words/words";
import { Notice } from "./notice";
import words from "./stored_meanwhile.json";

const say = sentences(words);

interface Props {
  /** What was changed, as a sentence. */
  what: string;
  busy: boolean;
  keepMine: () => void;
  takeTheirs: () => void;
  /** What is stored now. */
  children: ComponentChildren;
}

export function StoredMeanwhile({ what, busy, keepMine, takeTheirs, children }: Props) {
  return (
    <Notice kind="bad">
      <p>{what}</p>
      {children}
      <div class="actions">
        <button type="button" disabled={busy} onClick={keepMine}>
          {say("keep_mine")}
        </button>
        <button type="button" class="secondary" disabled={busy} onClick={takeTheirs}>
          {say("take_theirs")}
        </button>
      </div>
    </Notice>
  );
}
