// One labelled input with its help and, beside it, what is wrong with it.
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

import { sentences } from "../words/words";
import words from "./words.json";

const say = sentences(words);

/** What the input inside must carry: <input {...given} .../>. */
export interface FieldInput {
  id: string;
  required?: boolean;
  "aria-describedby"?: string;
  "aria-invalid"?: "true";
}

interface Props {
  label: string;
  help?: ComponentChildren;
  /** What is wrong, as a sentence. */
  error?: string;
  required?: boolean;
  children: (given: FieldInput) => ComponentChildren;
}

export function Field({ label, help, error, required, children }: Props) {
  const id = useId();
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label for={id}>
        {label} {required && <small>({say("required")})</small>}
      </label>
      {help && (
        <small id={`${id}-help`} class="help">
          {help}
        </small>
      )}
      {children({
        id,
        required,
        "aria-describedby": described || undefined,
        "aria-invalid": error ? "true" : undefined,
      })}
      {error && (
        <small id={`${id}-error`} class="error" role="alert">
          {error}
        </small>
      )}
    </div>
  );
}
