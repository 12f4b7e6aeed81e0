// What was planned, and changing it.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useEdit } from "../../api/edit";
import { useResource } from "../../api/resource";
import { BothVersions } from "../../parts/both_versions";
import { Dialog } from "../../parts/dialog";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import type { Given } from "./given";
import { PlanFields } from "./plan_form";
import { planChange, planOf, type PlanTyped } from "./round";
import words from "./words.json";

const say = sentences(words);

function ChangePlan({ code, round, record, close }: Omit<Given, "changes"> & { close: () => void }) {
  const path = { code, id: round.id };
  const [typed, setTyped] = useState<PlanTyped>(planOf(round));
  const edit = useEdit(record.etag, () =>
    api.GET("/api/v1/regions/{code}/rounds/{id}", { params: { path } }),
  );
  const rounds = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/rounds", { params: { path: { code } }, signal }),
    [code],
  );
  const others = (rounds.value?.rounds ?? []).filter((one) => one.id !== round.id);
  const save = async () => {
    const changed = await edit.send((etag) =>
      api.PATCH("/api/v1/regions/{code}/rounds/{id}", {
        params: { path, header: { "If-Match": etag } },
        body: planChange(typed),
      }),
    );
    if (!changed) return;
    record.take(changed);
    close();
  };
  const theirs = edit.theirs;
  const nameOf = (id: string) => others.find((one) => one.id === id)?.name ?? "";
  const rows =
    theirs &&
    (["name", "from", "to", "place", "follows", "agenda"] as const).map((key) => {
      const stored = planOf(theirs)[key];
      const isRound = key === "follows";
      return {
        label: say(key),
        mine: isRound ? nameOf(typed[key]) : typed[key],
        theirs: isRound ? nameOf(stored) : stored,
      };
    });
  return (
    <Dialog title={say("change_plan")} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ProblemNotice problem={edit.problem} />
        {theirs && rows && (
          <BothVersions
            rows={rows}
            busy={edit.busy}
            keepMine={() => void save()}
            takeTheirs={() => {
              setTyped(planOf(theirs));
              edit.settle();
            }}
          />
        )}
        <PlanFields typed={typed} set={setTyped} others={others} problem={edit.problem} />
        {!theirs && (
          <button type="submit" disabled={edit.busy} aria-busy={edit.busy}>
            {say("save")}
          </button>
        )}
      </form>
    </Dialog>
  );
}

export function Plan(given: Given) {
  const { round, changes } = given;
  const [changing, setChanging] = useState(false);
  return (
    <section>
      <div class="rounds-heading">
        <h2>{say("agenda")}</h2>
        {changes && (
          <button type="button" class="secondary" onClick={() => setChanging(true)}>
            {say("change_plan")}
          </button>
        )}
      </div>
      {round.follows_name && (
        <p>
          {say("follows")}: {round.follows_name}
        </p>
      )}
      {(round.agenda ?? []).length === 0 && <p>{say("no_agenda")}</p>}
      <ol>
        {(round.agenda ?? []).map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ol>
      {changing && <ChangePlan {...given} close={() => setChanging(false)} />}
    </section>
  );
}
