// What was changed, when and by whom, field by field.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import type { components } from "../../api/schema";
import { instant } from "../../formats/formats";
import type { Names } from "../../parts/innovation/names";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { region } from "../../shell/region";
import { sentences } from "../../words/words";
import { type NameActor, nameActorAmong } from "./actors";
import { DifferenceTable } from "./difference_table";
import words from "./words.json";

const say = sentences(words);

type Entry = components["schemas"]["History"]["history"][number];

const shownAtFirst = 10;

type Done = Extract<keyof typeof words, `done_${string}`>;

const isDone = (key: string): key is Done => key in words;

/** What changes the status alone. */
const steps = ["submitted", "recalled", "verified", "returned", "archived"];
const isStep = (action: string) => steps.includes(action);

/** The API's names of what was done, where a page has a sentence for them. */
function actionName(action: string): string {
  const key = `done_${action.replaceAll(" ", "_")}`;
  return isDone(key) ? say(key) : action;
}

function Revision({ entry, names, nameActor }: { entry: Entry; names: Names; nameActor: NameActor }) {
  const title = actionName(entry.action);
  // That an entry is "submitted" says its title.
  const changes = entry.changes.filter((change) => change.field !== "status" || !isStep(entry.action));
  return (
    <li>
      <h3>{title}</h3>
      <p class="entry-by">
        {instant(entry.at, region.value?.time_zone)} · {nameActor(entry.actor)} ·{" "}
        {say("revision", { number: entry.revision })}
      </p>
      {changes.length > 0 && <DifferenceTable caption={title} changes={changes} names={names} />}
    </li>
  );
}

export function History({ id, turn, names }: { id: string; turn: number; names: Names }) {
  const found = useResource(
    (signal) => api.GET("/api/v1/innovations/{id}/history", { params: { path: { id } }, signal }),
    [id, turn],
  );
  const [shown, setShown] = useState(shownAtFirst);
  const history = found.value?.history;
  if (!history) return found.problem ? <ProblemNotice problem={found.problem} again={found.again} /> : <Loading />;
  const nameActor = nameActorAmong(found.value?.names);
  return (
    <>
      <ol class="entry-history">
        {history.slice(0, shown).map((entry) => (
          <Revision key={entry.revision} {...{ entry, names, nameActor }} />
        ))}
      </ol>
      {history.length > shown && (
        <button type="button" class="secondary entry-narrow" onClick={() => setShown(shown + shownAtFirst)}>
          {say("older", { count: history.length - shown })}
        </button>
      )}
    </>
  );
}
