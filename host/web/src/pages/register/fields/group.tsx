// Several inputs that belong together: a legend, help, and what is wrong with them as a whole.
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface Props {
  label: string;
  required?: string;
  help?: ComponentChildren;
  error?: string;
  children: ComponentChildren;
}

export function Group({ label, required, help, error, children }: Props) {
  const id = useId();
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset class="field register-group" aria-describedby={described || undefined}>
      <legend>
        {label} {required && <small>({required})</small>}
      </legend>
      {help && (
        <small id={`${id}-help`} class="help">
          {help}
        </small>
      )}
      {children}
      {error && (
        <small id={`${id}-error`} class="error" role="alert">
          {error}
        </small>
      )}
    </fieldset>
  );
}
