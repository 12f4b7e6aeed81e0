// A whole number with its unit; what is no number yet stays as it was typed.
import type { FieldInput } from "../../../parts/field";
import { sentences } from "../../../words/words";
import { wholeOf } from "../../../formats/typed_numbers";
import words from "./words.json";

const say = sentences(words);

interface Props {
  given: FieldInput;
  value: number | string | undefined;
  unit: string;
  change: (value: string) => void;
}

export function WholeNumber({ given, value, unit, change }: Props) {
  const text = String(value ?? "");
  const unread = text.trim() !== "" && wholeOf(text) === undefined;
  return (
    <>
      <div class="register-unit">
        <input
          {...given}
          aria-invalid={unread ? "true" : given["aria-invalid"]}
          inputMode="numeric"
          autocomplete="off"
          maxLength={40}
          value={text}
          onInput={(event) => change(event.currentTarget.value)}
        />
        <span>{unit}</span>
      </div>
      {unread && <small class="error">{say("number_unread")}</small>}
    </>
  );
}
