// Notes what citizens said of an area.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useChange } from "../../api/change";
import { saidOf } from "../../api/problem";
import { numberSent, wholeOf } from "../../formats/typed_numbers";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { ProblemNotice } from "../../parts/notice";
import { wording } from "../../words/wording";
import { sentences, titled } from "../../words/words";
import words from "./score_words.json";
import type { Taxonomy } from "./survey";

const say = sentences(words);

interface Props {
  code: string;
  taxonomy: Taxonomy;
  close: () => void;
  kept: () => void;
}

export function SurveyDialog({ code, taxonomy, close, kept }: Props) {
  const [form, setForm] = useState({ area: "", value: "", date: "", respondents: "", source: "" });
  const change = useChange();
  const keep = async (event: Event) => {
    event.preventDefault();
    const body = { ...form, value: form.value.trim(), respondents: numberSent(form.respondents, wholeOf) ?? 0 };
    const made = await change.run((key) =>
      api.POST("/api/v1/regions/{code}/survey", { params: { path: { code }, header: { "Idempotency-Key": key } }, body }),
    );
    if (made) kept();
  };
  const text = (field: "value" | "date" | "respondents" | "source", label: string, more: object = {}) => (
    <Field label={label} required error={saidOf(change.problem, `/${field}`)}>
      {(given) => (
        <input
          {...given}
          {...more}
          maxLength={500}
          value={form[field]}
          onInput={(event) => setForm({ ...form, [field]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <Dialog title={say("add_survey")} close={close}>
      <form noValidate onSubmit={(event) => void keep(event)}>
        <ProblemNotice problem={change.problem} />
        <Field label={titled(say("area"))} required error={saidOf(change.problem, "/area")}>
          {(given) => (
            <select {...given} value={form.area} onChange={(event) => setForm({ ...form, area: event.currentTarget.value })}>
              <option value="">{say("choose_area")}</option>
              {taxonomy.dimensions.map((dimension) => (
                <optgroup key={dimension.key} label={wording(dimension.name)}>
                  {dimension.areas.map((area) => (
                    <option key={area.key} value={area.key}>
                      {wording(area.name)}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          )}
        </Field>
        {text("value", say("value_of_100"), { inputMode: "decimal" })}
        {text("date", say("when"), { type: "month", placeholder: "2026-01" })}
        {text("respondents", say("respondents"), { inputMode: "numeric" })}
        {text("source", say("source"))}
        <button type="submit" aria-busy={change.busy} disabled={change.busy}>
          {say("keep")}
        </button>
      </form>
    </Dialog>
  );
}
