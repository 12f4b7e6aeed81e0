// An entry as everybody reads it: what its region publishes.
import type { NamesLoaded } from "../../parts/innovation/names";
import { valueLines } from "../../parts/innovation/value_text";
import type { Innovation } from "../../parts/innovation/value_words";
import { Page } from "../../parts/page";
import { fieldName } from "../../parts/innovation/field_names";
import { sentences } from "../../words/words";
import { Areas } from "./areas";
import { Belonging, SimilarElsewhere } from "./belonging";
import { EntryLead } from "./entry_lead";
import { FieldsView } from "./fields_view";
import { Unfolding } from "./unfolding";
import words from "./words.json";

const say = sentences(words);

const nothingSaid: ReadonlyMap<string, string[]> = new Map();

export function EntryRead({ code, entry, names }: { code: string; entry: Innovation; names: NamesLoaded }) {
  const indicators = valueLines("indicators", entry.indicators, names);
  return (
    <Page title={entry.name || say("nameless")}>
      <EntryLead {...{ code, entry, names }} />
      <FieldsView entry={entry} names={names} whole={false} said={nothingSaid} />
      <Areas {...{ code, entry, names }} />
      {indicators.length > 0 && (
        <section class="entry-group">
          <h2>{fieldName("indicators")}</h2>
          <ul>
            {indicators.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      <Belonging code={code} id={entry.id} turn={entry.revision} />
      <Unfolding title={say("similar")}>{() => <SimilarElsewhere id={entry.id} names={names} />}</Unfolding>
    </Page>
  );
}
