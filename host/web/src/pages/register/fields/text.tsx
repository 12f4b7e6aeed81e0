// A line or several lines of text; the count of words where a form has a limit.
import forms from "registry-data/reporting_forms.json";

import type { FieldInput } from "../../../parts/field";
import { countWords, limitOfWords } from "../../../parts/filled/filled";
import { sentences } from "../../../words/words";
import words from "./words.json";

const say = sentences(words);

interface Props {
  given: FieldInput;
  pointer: string;
  value: string;
  change: (value: string) => void;
}

export function Line({ given, value, change }: Props) {
  return (
    <input
      {...given}
      type="text"
      autocomplete="off"
      maxLength={500}
      value={value}
      onInput={(event) => change(event.currentTarget.value)}
    />
  );
}

export function Paragraph({ given, pointer, value, change }: Props) {
  const limit = limitOfWords(forms.forms, pointer);
  const count = countWords(value);
  return (
    <>
      <textarea
        {...given}
        rows={4}
        maxLength={20_000}
        value={value}
        onInput={(event) => change(event.currentTarget.value)}
      />
      {limit && count > 0 && (
        <small class={count > limit.words ? "error" : "help"}>
          {say("words_of", { count, most: limit.words, form: limit.form.key.toUpperCase() })}{" "}
          {limit.part.standing === "unconfirmed" && say("usual")}
        </small>
      )}
    </>
  );
}
