// All that is known of an entry, group by group; for who works on it also what is not.
import { fieldName } from "../../parts/innovation/field_names";
import type { Names } from "../../parts/innovation/names";
import { valueLines } from "../../parts/innovation/value_text";
import { type Innovation, unknownWord } from "../../parts/innovation/value_words";
import { sentences, titled } from "../../words/words";
import { groupNames, groups } from "./field_groups";
import { ReasonBeside } from "./return_form";
import type { Writing } from "./return_reasons";
import words from "./words.json";

const say = sentences(words);

/** Only what a browser opens as a page: never a script. */
const isPage = (link: string) => /^https?:\/\//i.test(link);

function Lines({ field, value, names }: { field: string; value: unknown; names: Names }) {
  const lines = valueLines(field, value, names);
  if (lines.length === 0) return <em class="entry-unknown">{unknownWord()}</em>;
  return (
    <>
      {lines.map((line, place) => (
        <p key={place} class="entry-text">
          {field === "links" && isPage(line) ? (
            <a href={line} rel="noopener noreferrer nofollow" target="_blank">
              {line}
            </a>
          ) : (
            line
          )}
        </p>
      ))}
    </>
  );
}

interface Props {
  entry: Innovation;
  names: Names;
  /** Whether what is not known is told, too. */
  whole: boolean;
  /** Reasons of a return by their pointers, told beside their fields. */
  said: ReadonlyMap<string, string[]>;
  writing?: Writing;
}

export function FieldsView({ entry, names, whole, said, writing }: Props) {
  return (
    <>
      {groupNames.map((group) => {
        const known = groups[group].filter((field) => valueLines(field, entry[field], names).length > 0);
        const unknown = groups[group].filter((field) => !known.includes(field));
        // A reason may be wanted for what is missing, too.
        const shown = writing ? groups[group] : known.concat(unknown.filter((field) => said.has(field)));
        const left = whole && !writing ? unknown.filter((field) => !said.has(field)) : [];
        if (shown.length + left.length === 0) return null;
        return (
          <section key={group} class="entry-group">
            <h2>{titled(say(`group_${group}`))}</h2>
            <dl>
              {shown.map((field) => (
                <div key={field}>
                  <dt>{fieldName(field)}</dt>
                  <dd>
                    <Lines field={field} value={entry[field]} names={names} />
                    {said.get(field)?.map((text) => (
                      <p key={text} class="entry-said">
                        <strong>{say("returned_because")}</strong> {text}
                      </p>
                    ))}
                    {writing && <ReasonBeside pointer={`/${field}`} writing={writing} />}
                  </dd>
                </div>
              ))}
            </dl>
            {left.length > 0 && (
              <p class="entry-unknown entry-left">
                {say("not_filled_in", { fields: left.map(fieldName).join(", ") })}
              </p>
            )}
          </section>
        );
      })}
    </>
  );
}
