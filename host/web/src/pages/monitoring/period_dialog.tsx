// Plans a period, or changes one that was not opened yet.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { basedOn, useChange } from "../../api/change";
import { isStale, saidOf } from "../../api/problem";
import type { components } from "../../api/schema";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  /** Nothing: a new one. */
  period?: components["schemas"]["MonitoringPeriod"];
  close: () => void;
  kept: () => void;
}

export function PeriodDialog({ code, period, close, kept }: Props) {
  const [texts, setTexts] = useState({
    name: period?.name ?? "",
    from: period?.from ?? "",
    to: period?.to ?? "",
    due: period?.due ?? "",
  });
  const change = useChange();
  const keep = async (event: Event) => {
    event.preventDefault();
    const done = await change.run((key) =>
      period
        ? api.PATCH("/api/v1/regions/{code}/monitoring-periods/{id}", {
            params: { path: { code, id: period.id }, header: basedOn(period.revision) },
            body: texts,
          })
        : api.POST("/api/v1/regions/{code}/monitoring-periods", {
            params: { path: { code }, header: { "Idempotency-Key": key } },
            body: texts,
          }),
    );
    if (done) kept();
  };
  const field = (name: "name" | "from" | "to" | "due") => (
    <Field label={say(`period_${name}`)} required error={saidOf(change.problem, `/${name}`)}>
      {(given) => (
        <input
          {...given}
          type={name === "name" ? "text" : "date"}
          maxLength={name === "name" ? 200 : undefined}
          value={texts[name]}
          onInput={(event) => setTexts({ ...texts, [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <Dialog title={say(period ? "change" : "new")} close={isStale(change.problem) ? kept : close}>
      <form noValidate onSubmit={(event) => void keep(event)}>
        <ProblemNotice problem={change.problem} />
        {field("name")}
        {field("from")}
        {field("to")}
        {field("due")}
        <button type="submit" aria-busy={change.busy} disabled={change.busy}>
          {say("keep")}
        </button>
      </form>
    </Dialog>
  );
}
