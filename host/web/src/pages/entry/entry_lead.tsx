// What stands under the name of an entry: where it stands, of which kind it is, and whose.
import type { ComponentChildren } from "preact";

import type { Names } from "../../parts/innovation/names";
import { StatusMark } from "../../parts/innovation/status_mark";
import { type Innovation, kindWord, type Status, unknownWord } from "../../parts/innovation/value_words";
import { sentences, titled } from "../../words/words";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  entry: Innovation;
  status?: Status;
  names: Names;
  children?: ComponentChildren;
}

export function EntryLead({ code, entry, status, names, children }: Props) {
  return (
    <>
      <nav aria-label={say("where")}>
        <a href={`/${code}/inovasi`}>{say("to_catalogue")}</a>
      </nav>
      <p class="entry-lead">
        <StatusMark status={status ?? entry.status} /> {kindWord(entry.entry_kind)} ·{" "}
        {entry.owner ? (
          <a href={`/${code}/inovasi?owner=${entry.owner}`}>{names.organisation(entry.owner)}</a>
        ) : (
          <em>{titled(say("no_owner", { unknown: unknownWord() }))}</em>
        )}
        {children}
      </p>
    </>
  );
}
