// Reports one candidate in a period: how far it is, money, indicators, obstacle, what follows.
import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useChange } from "../../api/change";
import { saidOf } from "../../api/problem";
import { useResource } from "../../api/resource";
import type { components } from "../../api/schema";
import { day } from "../../formats/formats";
import { today } from "../../formats/months";
import { wholeOf } from "../../formats/typed_numbers";
import { Field } from "../../parts/field";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { RupiahField } from "../../parts/rupiah_field";
import { wording } from "../../words/wording";
import { sentences } from "../../words/words";
import { formulationOf, nameOf, type Placed, type QuickWinSet, useSet } from "../quick_wins/set";
import { IndicatorFields } from "./indicator_fields";
import { formOf, type ReportForm, reportOf } from "./report";
import type { Report } from "./report_shown";
import words from "./report_words.json";
import { progressAt, type Stage, useStages } from "./stages";

const say = sentences(words);

type Period = components["schemas"]["MonitoringPeriod"];
type Innovation = components["schemas"]["Innovation"];

/** The entries that a candidate is made of; a package that is not formulated tells none. */
async function entriesOf(ids: readonly string[], signal: AbortSignal) {
  const answers = await Promise.all(
    ids.map((id) => api.GET("/api/v1/innovations/{id}", { params: { path: { id } }, signal })),
  );
  const entries = answers.flatMap(({ data }): Innovation[] => (data ? [data] : []));
  return { data: entries, response: answers[0]?.response ?? new Response() };
}

interface FormProps {
  code: string;
  period: Period;
  set: QuickWinSet;
  placed: Placed;
  entries: Innovation[];
  report?: Report;
  stages: readonly Stage[];
}

function Form({ code, period, set, placed, entries, report, stages }: FormProps) {
  const { route } = useLocation();
  const [form, setForm] = useState<ReportForm>(() => formOf(entries, report));
  const [followUp, setFollowUp] = useState({ text: "", due: "" });
  const reporting = useChange();
  const following = useChange();
  const candidate = placed.candidate ?? "";
  const put = (to: Partial<ReportForm>) => setForm({ ...form, ...to });
  const late = period.state === "closed" || today() > period.due;
  const stage = stages.find((one) => one.key === form.stage);
  const at = (field: string) => saidOf(reporting.problem, `/${field}`);

  const send = async (event: Event) => {
    event.preventDefault();
    const reported = await reporting.run(() =>
      api.PUT("/api/v1/regions/{code}/monitoring-periods/{id}/reports/{set}/{candidate}", {
        params: { path: { code, id: period.id, set: set.id, candidate } },
        body: reportOf(form),
      }),
    );
    if (!reported) return;
    if (followUp.text.trim() !== "") {
      const body = {
        source: "report" as const,
        period: period.id,
        set: set.id,
        candidate,
        text: followUp.text.trim(),
        due: followUp.due,
      };
      const raised = await following.run((key) =>
        api.POST("/api/v1/regions/{code}/follow-ups", { params: { path: { code }, header: { "Idempotency-Key": key } }, body }),
      );
      if (!raised) return;
    }
    route(`/${code}/pemantauan/periode/${period.id}`);
  };

  const typed = (field: "stagePercent" | "percent", label: string, pointer: string, help?: string) => (
    <Field label={label} help={help} error={at(pointer)}>
      {(given) => (
        <input
          {...given}
          inputMode="numeric"
          maxLength={24}
          value={form[field]}
          onInput={(event) => put({ [field]: event.currentTarget.value })}
        />
      )}
    </Field>
  );

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ProblemNotice problem={reporting.problem ?? following.problem} />
      <fieldset>
        <legend>{say("how")}</legend>
        <label>
          <input type="radio" name="how" checked={form.how === "stage"} onChange={() => put({ how: "stage" })} />
          {say("by_stage")}
        </label>
        <label>
          <input type="radio" name="how" checked={form.how === "percent"} onChange={() => put({ how: "percent" })} />
          {say("by_percent")}
        </label>
      </fieldset>
      {form.how === "stage" ? (
        <div class="monitoring-pair">
          <Field label={say("stage")} error={at("stage")}>
            {(given) => (
              <select {...given} value={form.stage} onChange={(event) => put({ stage: event.currentTarget.value })}>
                <option value="">{say("no_stage")}</option>
                {stages.map((one) => (
                  <option key={one.key} value={one.key}>
                    {wording(one.name)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {typed(
            "stagePercent",
            say("stage_percent"),
            "stage_percent",
            stage && say("stage_makes", { percent: progressAt(stage, Math.min(100, wholeOf(form.stagePercent) ?? 0)) }),
          )}
        </div>
      ) : (
        typed("percent", say("percent"), "percent")
      )}
      <RupiahField
        label={say("realised")}
        help={say("realised_help")}
        error={at("realised")}
        value={form.realised}
        change={(realised) => put({ realised })}
      />
      <IndicatorFields
        rows={form.indicators}
        put={(indicators) => put({ indicators })}
        problem={reporting.problem}
        sent={reportOf(form).indicators ?? []}
      />
      <Field label={say("obstacle")} error={at("obstacle")}>
        {(given) => (
          <textarea
            {...given}
            rows={3}
            maxLength={5000}
            value={form.obstacle}
            onInput={(event) => put({ obstacle: event.currentTarget.value })}
          />
        )}
      </Field>
      {late && (
        <Field label={say("explanation")} help={say("explanation_help")} required error={at("explanation")}>
          {(given) => (
            <textarea
              {...given}
              rows={3}
              maxLength={5000}
              value={form.explanation}
              onInput={(event) => put({ explanation: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
      <fieldset>
        <legend>{say("follow_up")}</legend>
        <Field label={say("follow_up_text")} error={saidOf(following.problem, "/text")}>
          {(given) => (
            <input
              {...given}
              maxLength={5000}
              value={followUp.text}
              onInput={(event) => setFollowUp({ ...followUp, text: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={say("follow_up_due")} error={saidOf(following.problem, "/due")}>
          {(given) => (
            <input
              {...given}
              type="date"
              value={followUp.due}
              onInput={(event) => setFollowUp({ ...followUp, due: event.currentTarget.value })}
            />
          )}
        </Field>
      </fieldset>
      <button type="submit" aria-busy={reporting.busy || following.busy} disabled={reporting.busy || following.busy}>
        {say("send")}
      </button>
    </form>
  );
}

export default function ReportPage({ region: code = "", id = "", set: setId = "", candidate = "" }: Record<string, string>) {
  const path = { code, id };
  const period = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/monitoring-periods/{id}", { params: { path }, signal }),
    [code, id],
  );
  const reports = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/monitoring-periods/{id}/reports", { params: { path }, signal }),
    [code, id],
  );
  const found = useSet(code, setId);
  const stages = useStages(code);
  const set = found.value;
  const placed = set?.candidates.find((one) => one.candidate === candidate);
  const ids = (set && formulationOf(set, candidate)?.sources) ?? [candidate];
  const entries = useResource(set && ((signal) => entriesOf(ids, signal)), [set?.id, ids.join()]);
  const report = reports.value?.reports.find((one) => one.candidate === candidate && one.set === setId);
  const problem = period.problem ?? reports.problem ?? found.problem;
  const ready = period.value && reports.value && set && placed && entries.value;
  return (
    <Page title={set && placed ? say("title", { name: nameOf(set, placed) }) : say("report_title")}>
      <ProblemNotice problem={problem} again={period.again} />
      {period.value && (
        <p>
          <a href={`/${code}/pemantauan/periode/${id}`}>{period.value.name}</a> ({day(period.value.from)} –{" "}
          {day(period.value.to)}). {report && say("again")}
        </p>
      )}
      {ready && period.value && entries.value && stages.length > 0 ? (
        <Form
          code={code}
          period={period.value}
          set={set}
          placed={placed}
          entries={entries.value}
          report={report}
          stages={stages}
        />
      ) : (
        !problem && <Loading />
      )}
    </Page>
  );
}
