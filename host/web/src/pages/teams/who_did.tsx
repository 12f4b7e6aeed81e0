// A duty of a whole team is done by one of its members: which one?
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { type Problem, saidOf } from "../../api/problem";
import { useResource } from "../../api/resource";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import type { Duty } from "./team";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  duty: Duty;
  busy: boolean;
  problem?: Problem;
  done: (by: string) => void;
  close: () => void;
}

export function WhoDid({ code, duty, busy, problem, done, close }: Props) {
  const [by, setBy] = useState("");
  const team = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/teams/{id}", {
        params: { path: { code, id: duty.team } },
        signal,
      }),
    [code, duty.team],
  );
  return (
    <Dialog title={say("who_did")} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          done(by);
        }}
      >
        <p>{duty.text}</p>
        <ProblemNotice problem={problem ?? team.problem} />
        <Field label={say("done_by")} error={saidOf(problem, "/by")} required>
          {(given) => (
            <select {...given} value={by} onChange={(event) => setBy(event.currentTarget.value)}>
              <option value="">{say("choose")}</option>
              {(team.value?.members ?? []).map((one) => (
                <option key={one.person} value={one.person}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <button type="submit" disabled={busy || by === ""} aria-busy={busy}>
          {say("done")}
        </button>
      </form>
    </Dialog>
  );
}
