// Writes the steps of an action plan. When somebody else changed them meanwhile, both are shown.
import { useState } from "preact/hooks";

import { tagOf } from "../../api/change";
import { api } from "../../api/client";
import { useEdit } from "../../api/edit";
import { type Organisation, useOrganisations } from "../../api/organisations";
import { type Problem, saidOf } from "../../api/problem";
import { CostFields } from "../../parts/cost_fields";
import { Field } from "../../parts/field";
import { ProblemNotice } from "../../parts/notice";
import { OrganisationSelect } from "../../parts/organisation_select";
import { StoredMeanwhile } from "../../parts/stored_meanwhile";
import { sentences } from "../../words/words";
import type { ActionPlan, PlanPlace } from "./plan";
import "./plan_form.css";
import { emptyStep, moved, plannedOf, rowOf, type StepRow } from "./plan_rows";
import { PlanTable } from "./plan_table";
import words from "./words.json";

const say = sentences(words);

interface StepProps {
  row: StepRow;
  index: number;
  change: (to: Partial<StepRow>) => void;
  remove: () => void;
  up?: () => void;
  organisations: readonly Organisation[];
  problem?: Problem;
}

function StepFields({ row, index, change, remove, up, organisations, problem }: StepProps) {
  const at = (field: string) => saidOf(problem, `/steps/${index}/${field}`);
  const number = index + 1;
  const input = (field: "name" | "output" | "responsible", label: string, help?: string) => (
    <Field label={label} help={help} required={field !== "responsible"} error={at(field)}>
      {(given) => (
        <input
          {...given}
          maxLength={field === "output" ? 2000 : 300}
          value={row[field]}
          onInput={(event) => change({ [field]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  const monthInput = (field: "from" | "to") => (
    <Field label={say(field)} required error={at(field)}>
      {(given) => (
        <input
          {...given}
          type="month"
          placeholder="2026-01"
          value={row[field]}
          onInput={(event) => change({ [field]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <fieldset class="plan-step">
      <legend>{say("step_number", { number })}</legend>
      {input("name", say("name"), say("name_help"))}
      {input("output", say("output"))}
      <div class="plan-step-pair">
        {input("responsible", say("responsible_name"))}
        <Field label={say("organisation")} error={at("organisation")}>
          {(given) => (
            <OrganisationSelect
              given={given}
              organisations={organisations}
              value={row.organisation}
              choose={(organisation) => change({ organisation })}
              none={say("lead")}
            />
          )}
        </Field>
        {monthInput("from")}
        {monthInput("to")}
      </div>
      <CostFields rows={row.costs} put={(costs) => change({ costs })} problem={problem} pointer={`/steps/${index}/costs`} />
      <p class="actions">
        {up && (
          <button type="button" class="secondary" aria-label={say("up", { number })} onClick={up}>
            ↑
          </button>
        )}
        <button type="button" class="secondary" aria-label={say("remove_of", { number })} onClick={remove}>
          {say("remove")}
        </button>
      </p>
    </fieldset>
  );
}

interface Props {
  place: PlanPlace;
  plan: ActionPlan;
  leave: (changed: boolean) => void;
}

export function PlanForm({ place, plan, leave }: Props) {
  const [rows, setRows] = useState<StepRow[]>(() =>
    plan.steps.length > 0 ? plan.steps.map(rowOf) : [emptyStep],
  );
  const { send, busy, problem, theirs } = useEdit(tagOf(plan.revision), () =>
    api.GET("/api/v1/regions/{code}/quick-win-sets/{id}/action-plans/{candidate}", {
      params: { path: { ...place } },
    }),
  );
  const organisations = useOrganisations(place.code);

  const write = async () => {
    const written = await send((etag) =>
      api.PUT("/api/v1/regions/{code}/quick-win-sets/{id}/action-plans/{candidate}", {
        params: { path: { ...place }, header: { "If-Match": etag } },
        body: { steps: rows.map(plannedOf) },
      }),
    );
    if (written) leave(true);
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void write();
      }}
    >
      <ProblemNotice problem={problem} />
      {theirs && (
        <StoredMeanwhile
          what={say("meanwhile")}
          busy={busy}
          keepMine={() => void write()}
          takeTheirs={() => leave(true)}
        >
          <PlanTable title={theirs.name} steps={theirs.steps} />
        </StoredMeanwhile>
      )}
      {rows.map((row, index) => (
        <StepFields
          key={index}
          row={row}
          index={index}
          change={(to) => setRows(rows.map((one, at) => (at === index ? { ...one, ...to } : one)))}
          remove={() => setRows(rows.filter((_, at) => at !== index))}
          up={index > 0 ? () => setRows(moved(rows, index, index - 1)) : undefined}
          organisations={organisations.list}
          problem={problem}
        />
      ))}
      {saidOf(problem, "/steps") && <small class="error">{saidOf(problem, "/steps")}</small>}
      <p class="actions">
        <button type="button" class="secondary" onClick={() => setRows([...rows, emptyStep])}>
          {say("add")}
        </button>
      </p>
      <p class="actions">
        <button type="submit" aria-busy={busy} disabled={busy}>
          {say("keep")}
        </button>
        <button type="button" class="secondary" onClick={() => leave(false)}>
          {say("cancel")}
        </button>
      </p>
    </form>
  );
}
