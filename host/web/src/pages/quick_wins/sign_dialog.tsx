// Notes that somebody has signed: when, in what manner, in what capacity.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { basedOn, useChange } from "../../api/change";
import { isStale, saidOf } from "../../api/problem";
import type { components } from "../../api/schema";
import { today } from "../../formats/months";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import words from "./commitment_words.json";
import type { QuickWinSet, Signatory } from "./set";
import { CapacitySelect } from "./signatory_dialog";

const say = sentences(words);

type Manner = NonNullable<components["schemas"]["NewSignature"]["manner"]>;
const manners: readonly Manner[] = ["ink", "certified-electronic"];

interface Props {
  code: string;
  set: QuickWinSet;
  signatory: Signatory;
  close: () => void;
  signed: () => void;
}

export function SignDialog({ code, set, signatory, close, signed }: Props) {
  const [on, setOn] = useState(today());
  const [manner, setManner] = useState<Manner>("ink");
  const [office, setOffice] = useState(signatory.office ?? "");
  const [capacity, setCapacity] = useState(signatory.capacity);
  const change = useChange();

  const sign = async (event: Event) => {
    event.preventDefault();
    const done = await change.run(() =>
      api.POST("/api/v1/regions/{code}/quick-win-sets/{id}/signatures", {
        params: { path: { code, id: set.id }, header: basedOn(set.revision) },
        body: { person: signatory.person, manner, signed_on: on, office: office.trim(), capacity },
      }),
    );
    if (done) signed();
  };

  return (
    <Dialog title={say("sign_of", { name: signatory.name })} close={isStale(change.problem) ? signed : close}>
      <form noValidate onSubmit={(event) => void sign(event)}>
        <p>{say("sign_what")}</p>
        <ProblemNotice problem={change.problem} />
        <Field label={say("signed_on")} required error={saidOf(change.problem, "/signed_on")}>
          {(given) => (
            <input {...given} type="date" max={today()} value={on} onInput={(event) => setOn(event.currentTarget.value)} />
          )}
        </Field>
        <Field label={say("manner")}>
          {(given) => (
            <select
              {...given}
              value={manner}
              onChange={(event) => setManner(manners.find((one) => one === event.currentTarget.value) ?? "ink")}
            >
              {manners.map((one) => (
                <option key={one} value={one}>
                  {say(one)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say("office")} error={saidOf(change.problem, "/office")}>
          {(given) => (
            <input {...given} maxLength={200} value={office} onInput={(event) => setOffice(event.currentTarget.value)} />
          )}
        </Field>
        <Field label={say("capacity")}>
          {(given) => <CapacitySelect given={given} value={capacity} choose={setCapacity} />}
        </Field>
        <button type="submit" aria-busy={change.busy} disabled={change.busy}>
          {say("sign")}
        </button>
      </form>
    </Dialog>
  );
}
