// Which innovations, which of their fields and what of quick-win sets everybody sees; taken back
// by one click.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { useChange } from "../../api/change";
import { Loading } from "../../parts/loading";
import { Notice, ProblemNotice } from "../../parts/notice";
import { sentences, titled } from "../../words/words";
import { ofSets, type Publication, publicationOf, statuses, usuallyClosed, usuallyOpen } from "./publication";
import { PublishedNumbers } from "./published_numbers";
import words from "./words.json";

const say = sentences(words);

function Checks(props: { legend: string; shown: { name: string; label: string; checked: boolean }[] }) {
  return (
    <fieldset class="settings-checks">
      <legend>{props.legend}</legend>
      {props.shown.map(({ name, label, checked }) => (
        <label key={name}>
          <input type="checkbox" name={name} defaultChecked={checked} />
          {titled(label)}
        </label>
      ))}
    </fieldset>
  );
}

export function PublicationPart({ code }: { code: string }) {
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/publication", { params: { path: { code } }, signal }),
    [code],
  );
  const saving = useChange();
  const [before, setBefore] = useState<Publication>();
  const [saves, setSaves] = useState(0);
  const shown = found.value;

  const put = async (wanted: Publication) => {
    const done = await saving.run(() =>
      api.PUT("/api/v1/regions/{code}/publication", { params: { path: { code } }, body: wanted }),
    );
    if (!done) return false;
    setSaves((count) => count + 1);
    found.again();
    return true;
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const former = shown && { statuses: shown.statuses, fields: shown.fields, quick_win_sets: shown.quick_win_sets };
    if (await put(publicationOf(new FormData(event.currentTarget as HTMLFormElement)))) setBefore(former);
  };
  const undo = async () => {
    if (before && (await put(before))) setBefore(undefined);
  };

  return (
    <section class="settings-part">
      <h2>{say("publication")}</h2>
      <p>{say("publication_what")}</p>
      <ProblemNotice problem={found.problem ?? saving.problem} />
      {!shown && found.loading && <Loading />}
      {shown && (
        <form key={JSON.stringify(shown)} onSubmit={(event) => void submit(event)}>
          <Checks
            legend={say("statuses")}
            shown={statuses.map((name) => ({
              name,
              label: say(`status_${name}`),
              checked: shown.statuses.includes(name),
            }))}
          />
          <Checks
            legend={say("fields_usual")}
            shown={usuallyOpen.map((name) => ({
              name,
              label: say(`field_${name}`),
              checked: shown.fields.includes(name),
            }))}
          />
          <Checks
            legend={say("fields_closed")}
            shown={usuallyClosed.map((name) => ({
              name,
              label: say(`field_${name}`),
              checked: shown.fields.includes(name),
            }))}
          />
          <p>
            <small>{say("always")}</small>
          </p>
          <Checks
            legend={say("of_sets")}
            shown={ofSets.map((name) => ({
              name,
              label: say(`of_sets_${name}`),
              checked: shown.quick_win_sets.includes(name),
            }))}
          />
          <p>
            <small>{say("of_sets_what")}</small>
          </p>
          <button type="submit" aria-busy={saving.busy} disabled={saving.busy}>
            {say("save")}
          </button>
        </form>
      )}
      {before && (
        <Notice kind="good">
          <p>{say("saved")}</p>
          <button type="button" class="quiet" onClick={() => void undo()}>
            {say("undo")}
          </button>
        </Notice>
      )}
      <PublishedNumbers code={code} saves={saves} />
    </section>
  );
}
