// Keeping the scenario with the parameters of the form, by a name of the region's own.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useChange } from "../../api/change";
import { useResource } from "../../api/resource";
import { Field } from "../../parts/field";
import { Notice, ProblemNotice } from "../../parts/notice";
import type { JsonObject } from "../../parts/schema";
import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences(words);

export function KeepScenario({ code, scenario }: { code: string; scenario: JsonObject }) {
  const [name, setName] = useState(typeof scenario.name === "string" ? scenario.name : "");
  const [kept, setKept] = useState<string>();
  const keeping = useChange();
  const known = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/scenarios", { params: { path: { code } }, signal }),
    [code],
  );
  const wanted = name.trim();
  const replaces = known.value?.scenarios.some((one) => one.name === wanted) ?? false;

  const keep = async () => {
    setKept(undefined);
    const answer = await keeping.run(() =>
      api.PUT("/api/v1/regions/{code}/scenarios/{name}", {
        params: { path: { code, name: wanted } },
        body: { ...scenario, name: wanted } as never, // an open document
      }),
    );
    if (!answer) return;
    setKept(wanted);
    known.again();
  };

  return (
    <form
      class="narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <h3>{say("keep")}</h3>
      <ProblemNotice problem={keeping.problem} />
      {kept !== undefined && (
        <Notice kind="good">
          <p>
            {say("kept", { name: kept })}{" "}
            <a href={`/${code}/pilih/baru?${new URLSearchParams({ skenario: kept }).toString()}`}>
              {say("kept_open")}
            </a>
          </p>
        </Notice>
      )}
      <Field label={say("keep_name")} help={say(replaces && kept === undefined ? "keep_replaces" : "keep_help")} required>
        {(given) => (
          <input {...given} maxLength={200} value={name} onInput={(event) => setName(event.currentTarget.value)} />
        )}
      </Field>
      <button type="submit" disabled={wanted === "" || keeping.busy} aria-busy={keeping.busy}>
        {say(replaces ? "keep_again" : "keep_do")}
      </button>
    </form>
  );
}
