// A region comes to this host: by its name or code, from among all of Indonesia.
import { useId, useState } from "preact/hooks";

import { api } from "../../api/client";
import { saidOf } from "../../api/problem";
import { useChange } from "../../api/change";
import { useResource } from "../../api/resource";
import { Field } from "../../parts/field";
import { ProblemNotice } from "../../parts/notice";
import type { Region } from "../../shell/region";
import { sentences } from "../../words/words";
import { typedCode } from "./typed_region";
import words from "./words.json";

const say = sentences(words);

export function AddRegion({ added }: { added: (region: Region) => void }) {
  const directory = useResource((signal) => api.GET("/api/v1/region-directory", { signal }), []);
  const known = directory.value?.regions ?? [];
  const [typed, setTyped] = useState("");
  const adding = useChange();
  const list = useId();
  const add = async () => {
    const answer = await adding.run((key) =>
      api.POST("/api/v1/regions", {
        params: { header: { "Idempotency-Key": key } },
        body: { code: typedCode(typed, known) },
      }),
    );
    if (answer) added(answer.data);
  };
  const said = saidOf(adding.problem, "/code");
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field label={say("region_which")} help={say("region_which_help")} error={said} required>
        {(given) => (
          <input
            {...given}
            list={list}
            autocomplete="off"
            maxLength={100}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      <datalist id={list}>
        {known.map((one) => (
          <option key={one.code} value={one.name}>
            {one.code}
          </option>
        ))}
      </datalist>
      {!said && <ProblemNotice problem={adding.problem} />}
      <button type="submit" class="set-up-add" aria-busy={adding.busy} disabled={adding.busy}>
        {say("region_add")}
      </button>
      <p>
        <small>
          {say("region_command")} <code>pilah init --region 13.11</code>
        </small>
      </p>
    </form>
  );
}
