// The action plan of one candidate: picture, table, what becomes of each step, and writing it.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import type { components } from "../../api/schema";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { may } from "../../shell/session";
import { sentences } from "../../words/words";
import { Gantt } from "./gantt";
import { PlanForm } from "./plan_form";
import { PlanTable } from "./plan_table";
import { type Noting, StepDialog } from "./step_dialog";
import words from "./words.json";

const say = sentences(words);

export type ActionPlan = components["schemas"]["ActionPlan"];

export interface PlanPlace {
  code: string;
  id: string;
  candidate: string;
}

export function usePlan({ code, id, candidate }: PlanPlace) {
  return useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/quick-win-sets/{id}/action-plans/{candidate}", {
        params: { path: { code, id, candidate } },
        signal,
      }),
    [code, id, candidate],
  );
}

/** The steps as picture and as table. */
export function PlanShown({ plan, actions }: { plan: ActionPlan; actions?: Parameters<typeof PlanTable>[0]["actions"] }) {
  return (
    <>
      <Gantt title={plan.name} steps={plan.steps} />
      <PlanTable title={plan.name} steps={plan.steps} actions={actions} />
    </>
  );
}

export function Plan({ place, plan, again }: { place: PlanPlace; plan: ReturnType<typeof usePlan>; again: () => void }) {
  const [editing, setEditing] = useState(false);
  const [noting, setNoting] = useState<Noting>();
  const stored = plan.value;
  if (!stored) return plan.problem ? <ProblemNotice problem={plan.problem} again={again} /> : <Loading />;
  const writes = stored.supervised && may("choose", place.code);
  const reports = stored.supervised && may("report", place.code);
  if (editing) {
    return (
      <PlanForm
        place={place}
        plan={stored}
        leave={(changed) => {
          setEditing(false);
          if (changed) again();
        }}
      />
    );
  }
  return (
    <>
      {stored.steps.length === 0 ? (
        <Empty title={say("no_steps")} what={say("no_steps_what")} />
      ) : (
        <PlanShown
          plan={stored}
          actions={
            reports
              ? (step, number) =>
                  !step.done_on && (
                    <>
                      <button
                        type="button"
                        class="quiet"
                        aria-label={say("note_done_of", { step: step.name ?? "" })}
                        onClick={() => setNoting({ kind: "done", step, number })}
                      >
                        {say("note_done")}
                      </button>
                      {step.late && (
                        <button
                          type="button"
                          class="quiet"
                          aria-label={say("explain_of", { step: step.name ?? "" })}
                          onClick={() => setNoting({ kind: "explain", step, number })}
                        >
                          {say("explain")}
                        </button>
                      )}
                    </>
                  )
              : undefined
          }
        />
      )}
      {writes && (
        <p class="actions no-print">
          <button type="button" class="secondary" onClick={() => setEditing(true)}>
            {say("edit")}
          </button>
        </p>
      )}
      {noting && (
        <StepDialog
          place={place}
          noting={noting}
          revision={stored.revision}
          leave={(changed) => {
            setNoting(undefined);
            if (changed) again();
          }}
        />
      )}
    </>
  );
}
