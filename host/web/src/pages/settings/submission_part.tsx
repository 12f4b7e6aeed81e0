// Until when submissions are taken, in the region's own time, and whether heads approve first.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { saidOf } from "../../api/problem";
import { useChange } from "../../api/change";
import { Field } from "../../parts/field";
import { Notice, ProblemNotice } from "../../parts/notice";
import { region } from "../../shell/region";
import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences(words);

export function SubmissionPart({ code }: { code: string }) {
  const here = region.value;
  const saving = useChange();
  const [saved, setSaved] = useState(false);
  const wrong = saidOf(saving.problem, "/until");

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const until = String(form.get("until"));
    const approved = form.get("approved") !== null;
    setSaved(false);
    const done = await saving.run(() =>
      api.PUT("/api/v1/regions/{code}/submission", {
        params: { path: { code } },
        body: until ? { approved_by_head: approved, until } : { approved_by_head: approved },
      }),
    );
    if (!done?.data) return;
    if (region.value) region.value = { ...region.value, submission: done.data };
    setSaved(true);
  };

  return (
    <section class="settings-part">
      <h2>{say("submission")}</h2>
      {!wrong && <ProblemNotice problem={saving.problem} />}
      <form onSubmit={(event) => void submit(event)}>
        <div class="narrow">
          <Field
            label={say("submission_until")}
            help={say("submission_until_help", { zone: here?.time_zone ?? "WIB" })}
            error={wrong}
          >
            {(given) => (
              <input {...given} name="until" type="datetime-local" defaultValue={here?.submission.until ?? ""} />
            )}
          </Field>
        </div>
        <label>
          <input type="checkbox" name="approved" defaultChecked={here?.submission.approved_by_head} />
          {say("approved_by_head")}
        </label>
        <button type="submit" aria-busy={saving.busy} disabled={saving.busy}>
          {say("save")}
        </button>
      </form>
      {saved && (
        <Notice kind="good">
          <p>{say("saved")}</p>
        </Notice>
      )}
    </section>
  );
}
