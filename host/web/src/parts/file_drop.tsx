// Where a file is dropped, or chosen with the keyboard.
import { useEffect, useId, useState } from "preact/hooks";

import "./file_drop.css";

/** A file that falls beside the place must not make the browser leave the page for it. */
function useCaughtBeside() {
  useEffect(() => {
    const stay = (event: DragEvent) => event.preventDefault();
    document.addEventListener("dragover", stay);
    document.addEventListener("drop", stay);
    return () => {
      document.removeEventListener("dragover", stay);
      document.removeEventListener("drop", stay);
    };
  }, []);
}

interface Props {
  label: string;
  help?: string;
  disabled?: boolean;
  take: (file: File) => void;
}

export function FileDrop({ label, help, disabled, take }: Props) {
  const [over, setOver] = useState(false);
  const id = useId();
  useCaughtBeside();
  const first = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file && !disabled) take(file);
  };
  return (
    <div
      class={`file-drop${over ? " over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        first(event.dataTransfer?.files);
      }}
    >
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
          first(event.currentTarget.files);
          event.currentTarget.value = ""; // the same file, mended, may be chosen again
        }}
      />
    </div>
  );
}
