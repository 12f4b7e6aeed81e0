// Two versions of what is typed, field by field: the person chooses.
import { useId, useState } from "preact/hooks";

import { Dialog } from "../../parts/dialog";
import { sentences } from "../../words/words";
import { nameOf } from "./field_input";
import type { Difference } from "./saving";
import { fieldOf } from "./schema";
import { type FieldKey, isEmpty } from "./typed";
import words from "./words.json";

const say = sentences(words);

/** A value as a person reads it: lists by commas, members by their values. */
export function valueText(value: unknown): string {
  if (isEmpty(value)) return "–";
  if (Array.isArray(value)) return value.map(valueText).join("; ");
  if (typeof value === "object" && value !== null) {
    return Object.values(value).filter((member) => !isEmpty(member)).map(valueText).join(", ");
  }
  return String(value);
}

const labelOf = (key: FieldKey) => {
  const spec = fieldOf(key);
  return spec ? nameOf(spec) : key;
};

interface Props {
  differences: Difference[];
  /** The fields of which theirs are taken. */
  done: (theirs: FieldKey[]) => void;
  close: () => void;
}

export function DifferenceDialog({ differences, done, close }: Props) {
  const [theirs, setTheirs] = useState<FieldKey[]>([]);
  const id = useId();
  const choose = (key: FieldKey, take: boolean) =>
    setTheirs((before) => [...before.filter((one) => one !== key), ...(take ? [key] : [])]);
  return (
    <Dialog title={say("two_versions")} close={close}>
      <p>{say("two_versions_what")}</p>
      {differences.map(({ key, mine, theirs: other }) => (
        <fieldset key={key} class="register-difference">
          <legend>{labelOf(key)}</legend>
          <label>
            <input
              type="radio"
              name={`${id}-${key}`}
              checked={!theirs.includes(key)}
              onChange={() => choose(key, false)}
            />
            <span>
              {say("mine")}: <q>{valueText(mine)}</q>
            </span>
          </label>
          <label>
            <input
              type="radio"
              name={`${id}-${key}`}
              checked={theirs.includes(key)}
              onChange={() => choose(key, true)}
            />
            <span>
              {say("theirs")}: <q>{valueText(other)}</q>
            </span>
          </label>
        </fieldset>
      ))}
      <div class="actions">
        <button type="button" onClick={() => done(theirs)}>
          {say("keep_chosen")}
        </button>
        <button type="button" class="secondary" onClick={() => done(differences.map(({ key }) => key))}>
          {say("take_theirs")}
        </button>
      </div>
    </Dialog>
  );
}

interface GoneProps {
  goOn: () => void;
  open: () => void;
  close: () => void;
}

/** The working copy was saved or dropped on another device. */
export function GoneDialog({ goOn, open, close }: GoneProps) {
  return (
    <Dialog title={say("gone")} close={close}>
      <p>{say("gone_what")}</p>
      <div class="actions">
        <button type="button" onClick={goOn}>
          {say("gone_go_on")}
        </button>
        <button type="button" class="secondary" onClick={open}>
          {say("gone_open")}
        </button>
      </div>
    </Dialog>
  );
}
