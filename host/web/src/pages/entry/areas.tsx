// To which areas the entry belongs: the primary one first, how sure, and by whom.
import { percent } from "../../formats/formats";
import type { Names } from "../../parts/innovation/names";
import { type Innovation, mappedByWord } from "../../parts/innovation/value_words";
import { sentences, titled, word } from "../../words/words";
import { ReasonBeside } from "./return_form";
import type { Writing } from "./return_reasons";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  entry: Innovation;
  names: Names;
  said?: string[];
  writing?: Writing;
}

export function Areas({ code, entry, names, said, writing }: Props) {
  const rank = (one: { primary: boolean; confirmed: boolean }) =>
    Number(one.confirmed) * 2 + Number(one.primary);
  const mappings = [...(entry.mappings ?? [])].sort((one, other) => rank(other) - rank(one));
  return (
    <section class="entry-group">
      <h2>{titled(say("areas"))}</h2>
      {mappings.length === 0 && <p class="entry-unknown">{say("no_areas")}</p>}
      <ul class="entry-areas">
        {mappings.map((one) => {
          const area = one.area ?? "";
          const dimension = names.dimensionOf(area);
          return (
            <li key={area}>
              <a href={`/${code}/inovasi?area=${area}`}>
                <strong>{names.area(area)}</strong>
              </a>
              {dimension && <span> · {names.dimension(dimension)}</span>}
              <small>
                {[
                  titled(word(one.primary ? "primary-area" : "secondary-area")),
                  one.confirmed ? say("confirmed") : say("unconfirmed"),
                  mappedByWord(one.mapped_by),
                  one.confidence !== undefined &&
                    say("sure", { share: percent(one.confidence / 1_000_000) }),
                  one.alias && say("alias", { alias: one.alias }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </small>
            </li>
          );
        })}
      </ul>
      {said?.map((text) => (
        <p key={text} class="entry-said">
          <strong>{say("returned_because")}</strong> {text}
        </p>
      ))}
      {writing && <ReasonBeside pointer="/mappings" writing={writing} />}
    </section>
  );
}
