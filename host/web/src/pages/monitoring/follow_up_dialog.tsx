// Raises a follow-up: of a report, or of what a council, the inspectorate, the parliament or an
// evaluator recommends.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useChange } from "../../api/change";
import { useOrganisations } from "../../api/organisations";
import { saidOf } from "../../api/problem";
import { useResource } from "../../api/resource";
import type { components } from "../../api/schema";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { ProblemNotice } from "../../parts/notice";
import { OrganisationSelect } from "../../parts/organisation_select";
import { may } from "../../shell/session";
import { sentences } from "../../words/words";
import words from "./follow_up_words.json";

const say = sentences(words);

type Source = components["schemas"]["NewFollowUp"]["source"];

const sources: readonly Source[] = ["report", "council", "inspectorate", "parliament", "evaluator"];

interface Props {
  code: string;
  close: () => void;
  kept: () => void;
}

export function FollowUpDialog({ code, close, kept }: Props) {
  const allowed = may("choose", code) ? sources : sources.slice(0, 1);
  const [source, setSource] = useState<Source>("report");
  const [form, setForm] = useState({ from: "", period: "", of: "", text: "", owner: "", due: "" });
  const change = useChange();
  const put = (to: Partial<typeof form>) => setForm({ ...form, ...to });
  const organisations = useOrganisations(code);
  const periods = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/monitoring-periods", { params: { path: { code } }, signal }),
    [code],
  );
  const plans = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/action-plans", { params: { path: { code } }, signal }),
    [code],
  );

  const raise = async (event: Event) => {
    event.preventDefault();
    const [set, candidate] = form.of.split("/");
    const body = {
      source,
      text: form.text.trim(),
      due: form.due,
      ...(form.from.trim() && { from: form.from.trim() }),
      ...(source === "report" && form.period && { period: form.period }),
      ...(set && candidate && { set, candidate }),
      ...(form.owner && { owner: form.owner }),
    };
    const made = await change.run((key) =>
      api.POST("/api/v1/regions/{code}/follow-ups", { params: { path: { code }, header: { "Idempotency-Key": key } }, body }),
    );
    if (made) kept();
  };

  const at = (field: string) => saidOf(change.problem, `/${field}`);
  return (
    <Dialog title={say("new")} close={close}>
      <form noValidate onSubmit={(event) => void raise(event)}>
        <ProblemNotice problem={change.problem} />
        <Field label={say("text")} required error={at("text")}>
          {(given) => (
            <textarea {...given} rows={3} maxLength={5000} value={form.text} onInput={(event) => put({ text: event.currentTarget.value })} />
          )}
        </Field>
        <Field label={say("source")} error={at("source")}>
          {(given) => (
            <select
              {...given}
              value={source}
              onChange={(event) => setSource(sources.find((one) => one === event.currentTarget.value) ?? "report")}
            >
              {allowed.map((one) => (
                <option key={one} value={one}>
                  {say(`source_${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {source === "report" ? (
          <Field label={say("period")} required error={at("period")}>
            {(given) => (
              <select {...given} value={form.period} onChange={(event) => put({ period: event.currentTarget.value })}>
                <option value="">{say("choose_period")}</option>
                {(periods.value?.monitoring_periods ?? [])
                  .filter((one) => one.state !== "planned")
                  .map((one) => (
                    <option key={one.id} value={one.id}>
                      {one.name}
                    </option>
                  ))}
              </select>
            )}
          </Field>
        ) : (
          <Field label={say("from")} required error={at("from")}>
            {(given) => (
              <input {...given} maxLength={500} value={form.from} onInput={(event) => put({ from: event.currentTarget.value })} />
            )}
          </Field>
        )}
        <Field label={say("of")} required={source === "report"} error={at("candidate")}>
          {(given) => (
            <select {...given} value={form.of} onChange={(event) => put({ of: event.currentTarget.value })}>
              <option value="">{say("of_none")}</option>
              {(plans.value?.action_plans ?? []).map((plan) => (
                <option key={`${plan.set}/${plan.candidate}`} value={`${plan.set}/${plan.candidate}`}>
                  {plan.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say("owner")} error={at("owner")}>
          {(given) => (
            <OrganisationSelect
              given={given}
              organisations={organisations.list}
              value={form.owner}
              choose={(owner) => put({ owner })}
              none={say("owner_lead")}
            />
          )}
        </Field>
        <Field label={say("due")} required error={at("due")}>
          {(given) => (
            <input {...given} type="date" value={form.due} onInput={(event) => put({ due: event.currentTarget.value })} />
          )}
        </Field>
        <button type="submit" aria-busy={change.busy} disabled={change.busy}>
          {say("keep")}
        </button>
      </form>
    </Dialog>
  );
}
