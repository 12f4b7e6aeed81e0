// Keeping what was tried: as a run with its set and reasons, or as a scenario by name.
import { useState } from "preact/hooks";

import { useChange } from "../../api/change";
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { type Choice, inWords } from "../../parts/choice/answers";
import {
  asBody,
  type Criterion,
  explained,
  type Grounds,
  keyOf,
  type Scenario,
  sent,
  unexplained,
} from "../../parts/choice/scenario";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import type { TryOut } from "./asking";
import { GroundsFields, ownName } from "./grounds_dialog";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  tried: TryOut;
  criteria: Choice["criteria"];
  /** With the id of a kept run, or the name of a kept scenario. */
  done: (kept: { id?: string; scenario: Scenario }) => void;
  close: () => void;
}

export function KeepDialog({ code, tried, criteria, done, close }: Props) {
  const [name, setName] = useState(tried.scenario.name ?? "");
  const [round, setRound] = useState(tried.scenario.round ?? "");
  const [grounds, setGrounds] = useState<Grounds>({ reason: "", by: ownName() });
  const change = useChange();
  const rounds = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/rounds", { params: { path: { code } }, signal }),
    [code],
  );
  const changed = unexplained(tried.scenario, criteria);

  const whole = (): Scenario => {
    const told = explained(tried.scenario, criteria, {
      reason: grounds.reason.trim(),
      by: grounds.by.trim(),
    });
    const { round: _, ...rest } = sent({ ...told, name: name.trim() }, code);
    return round === "" ? rest : { ...rest, round };
  };

  const keepRun = async () => {
    const scenario = whole();
    const kept = await change.run((key) =>
      api.POST("/api/v1/regions/{code}/selections", {
        params: { path: { code }, header: { "Idempotency-Key": key } },
        body: asBody({ scenario, ...(tried.asOf === "" ? {} : { as_of: tried.asOf }) }),
      }),
    );
    if (kept) done({ id: kept.data.id, scenario });
  };

  const keepScenario = async () => {
    const scenario = whole();
    const kept = await change.run(() =>
      api.PUT("/api/v1/regions/{code}/scenarios/{name}", {
        params: { path: { code, name: scenario.name ?? "" } },
        body: asBody(scenario),
      }),
    );
    if (kept) done({ scenario });
  };

  const ready =
    name.trim() !== "" && (changed.length === 0 || (grounds.reason.trim() !== "" && grounds.by.trim() !== ""));
  return (
    <Dialog title={say("keep")} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void keepRun();
        }}
      >
        <ProblemNotice problem={change.problem} />
        <Field label={say("keep_name")} help={say("keep_name_help")} required>
          {(given) => (
            <input {...given} maxLength={200} value={name} onInput={(event) => setName(event.currentTarget.value)} />
          )}
        </Field>
        <Field label={say("keep_round")} help={say("keep_round_help")}>
          {(given) => (
            <select {...given} value={round} onChange={(event) => setRound(event.currentTarget.value)}>
              <option value="">{say("keep_no_round")}</option>
              {rounds.value?.rounds.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        {changed.length > 0 && (
          <>
            <p>{say("weights_changed", { criteria: changed.map((one) => titleOf(criteria, one)).join(", ") })}</p>
            <GroundsFields grounds={grounds} change={setGrounds} />
          </>
        )}
        <div class="actions">
          <button type="submit" aria-busy={change.busy} disabled={!ready || change.busy}>
            {say("keep_run")}
          </button>
          <button type="button" class="secondary" disabled={!ready || change.busy} onClick={() => void keepScenario()}>
            {say("keep_scenario")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function titleOf(criteria: Choice["criteria"], wanted: Criterion): string {
  const found = criteria.find((one) => keyOf(one) === keyOf(wanted));
  return found ? inWords(found.title) : keyOf(wanted);
}
