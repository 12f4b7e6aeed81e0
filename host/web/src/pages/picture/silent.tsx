// Who has registered nothing yet.
import { number } from "../../formats/formats";
import { sentences } from "../../words/words";
import type { Coverage } from "./picture";
import words from "./words.json";

const say = sentences(words);

export function Silent({ silent }: { silent: NonNullable<Coverage["silent"]> }) {
  if (silent.length === 0) return <p>{say("none_silent")}</p>;
  return (
    <section>
      <h2>{say("silent", { count: number(silent.length) })}</h2>
      <ul class="picture-columns">
        {silent.map((one) => (
          <li key={one.id}>{one.name}</li>
        ))}
      </ul>
    </section>
  );
}
