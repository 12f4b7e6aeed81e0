// Several short texts, a line each; an empty line stands ready for the next.
import { sentences } from "../../../words/words";
import words from "./words.json";

const say = sentences(words);

interface Props {
  /** "mitra" */
  what: string;
  lines: string[];
  change: (lines: string[]) => void;
}

/** Without the empty lines at the end. */
function trimmedEnd(lines: string[]): string[] {
  const filled = lines.map((line) => line.trim() !== "");
  return lines.slice(0, filled.lastIndexOf(true) + 1);
}

export function Lines({ what, lines, change }: Props) {
  const all = [...lines, ""];
  return (
    <>
      {all.map((line, at) => (
        <input
          key={at}
          class="register-line"
          type="text"
          autocomplete="off"
          maxLength={500}
          aria-label={say("line", { what, number: at + 1 })}
          value={line}
          onInput={(event) => {
            const text = event.currentTarget.value;
            change(trimmedEnd(all.map((other, place) => (place === at ? text : other))));
          }}
        />
      ))}
    </>
  );
}
