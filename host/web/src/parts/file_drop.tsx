// Where a file is dropped, or chosen with the keyboard.
import { useId } from "preact/hooks";

import { useCaughtBeside, useDropping } from "./dropping";
import "./file_drop.css";

interface Props {
  label: string;
  help?: string;
  disabled?: boolean;
  take: (file: File) => void;
}

export function FileDrop({ label, help, disabled, take }: Props) {
  const id = useId();
  const first = ([file]: Iterable<File>) => {
    if (file && !disabled) take(file);
  };
  const { over, listeners } = useDropping(first);
  useCaughtBeside();
  return (
    <div class={`file-drop${over ? " over" : ""}`} {...listeners}>
      <label for={id}>{label}</label>
      {help && (
        <small id={`${id}-help`} class="help">
          {help}
        </small>
      )}
      <input
        id={id}
        type="file"
        disabled={disabled}
        aria-describedby={help ? `${id}-help` : undefined}
        onChange={(event) => {
          first(event.currentTarget.files ?? []);
          event.currentTarget.value = ""; // the same file, mended, may be chosen again
        }}
      />
    </div>
  );
}
