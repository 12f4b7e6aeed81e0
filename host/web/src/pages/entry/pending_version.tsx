// The newer version of a verified entry, beside what is published.
import type { Names } from "../../parts/innovation/names";
import { StatusMark } from "../../parts/innovation/status_mark";
import type { Innovation } from "../../parts/innovation/value_words";
import { sentences } from "../../words/words";
import { DifferenceTable } from "./difference_table";
import { differences } from "./entry_difference";
import { ReasonBeside } from "./return_form";
import type { Writing } from "./return_reasons";
import words from "./words.json";

const say = sentences(words);

interface Props {
  published: Innovation;
  pending: Innovation;
  names: Names;
  writing?: Writing;
}

export function PendingVersion({ published, pending, names, writing }: Props) {
  const changes = differences(published, pending).filter((one) => one.field !== "status");
  return (
    <section class="entry-group entry-newer">
      <h2>
        {say("newer")} <StatusMark status={pending.status} />
      </h2>
      <p>{say("newer_what")}</p>
      {changes.length === 0 ? (
        <p class="entry-unknown">{say("newer_same")}</p>
      ) : (
        <DifferenceTable
          caption={say("newer")}
          titles={[say("published"), say("newer")]}
          changes={changes}
          names={names}
        />
      )}
      {writing && (
        <ul class="entry-reasons">
          {changes.map(({ field }) => (
            <li key={field}>
              <ReasonBeside pointer={`/${field}`} writing={writing} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
