// Entries that may be the same as what is typed.
import { sentences } from "../../words/words";
import type { Alike } from "./alike";
import words from "./words.json";

const say = sentences(words);

export function Duplicates({ duplicates }: { duplicates: Alike[] }) {
  return (
    <div role="status">
      {duplicates.length > 0 && (
        <div class="notice note">
          <p>{say("duplicates")}</p>
          <ul>
            {duplicates.map((one) => (
              <li key={one.id}>
                <a href={`/${one.region}/inovasi/${one.id}`} target="_blank" rel="noopener">
                  {one.name}
                </a>
                {one.owner && `, ${one.owner}`}{" "}
                {one.words.length > 0 && <small>({say("words_in_common", { words: one.words.join(", ") })})</small>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
