// Names who is to sign, one after the other.
import { useRef, useState } from "preact/hooks";

import { api } from "../../api/client";
import { basedOn, useChange } from "../../api/change";
import { useOrganisations } from "../../api/organisations";
import { isStale, saidOf } from "../../api/problem";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { Notice, ProblemNotice } from "../../parts/notice";
import { OrganisationSelect } from "../../parts/organisation_select";
import { sentences } from "../../words/words";
import words from "./commitment_words.json";
import { capacities, type Capacity, capacityWord } from "./office";
import type { QuickWinSet } from "./set";

const say = sentences(words);

interface Props {
  code: string;
  set: QuickWinSet;
  close: () => void;
  added: () => void;
}

export function CapacitySelect({ value, choose, given }: { value: Capacity; choose: (to: Capacity) => void; given: object }) {
  return (
    <select
      {...given}
      value={value}
      onChange={(event) => choose(capacities.find((one) => one === event.currentTarget.value) ?? "definitif")}
    >
      {capacities.map((one) => (
        <option key={one} value={one}>
          {capacityWord(one)}
        </option>
      ))}
    </select>
  );
}

export function SignatoryDialog({ code, set, close, added }: Props) {
  const [name, setName] = useState("");
  const [office, setOffice] = useState("");
  const [capacity, setCapacity] = useState<Capacity>("definitif");
  const [organisation, setOrganisation] = useState("");
  const [last, setLast] = useState("");
  const first = useRef<HTMLInputElement>(null);
  const change = useChange();
  const organisations = useOrganisations(code);
  const at = (field: string) => saidOf(change.problem, `/signatories/0/${field}`);

  const add = async (event: Event) => {
    event.preventDefault();
    const signatory = {
      name: name.trim(),
      office: office.trim(),
      capacity,
      ...(organisation && { organisation }),
    };
    const done = await change.run(() =>
      api.POST("/api/v1/regions/{code}/quick-win-sets/{id}/signatories", {
        params: { path: { code, id: set.id }, header: basedOn(set.revision) },
        body: { signatories: [signatory] },
      }),
    );
    if (!done) return;
    setLast(name);
    setName("");
    setOffice("");
    setOrganisation("");
    setCapacity("definitif");
    added();
    first.current?.focus();
  };

  const leave = () => {
    if (isStale(change.problem)) added();
    close();
  };

  return (
    <Dialog title={say("add")} close={leave}>
      <form noValidate onSubmit={(event) => void add(event)}>
        {last && !change.problem && <Notice kind="good">{say("added", { name: last })}</Notice>}
        <ProblemNotice problem={change.problem} />
        <Field label={say("name")} required error={at("name")}>
          {(given) => (
            <input {...given} ref={first} maxLength={200} value={name} onInput={(event) => setName(event.currentTarget.value)} />
          )}
        </Field>
        <Field label={say("office")} required error={at("office")}>
          {(given) => (
            <input {...given} maxLength={200} value={office} onInput={(event) => setOffice(event.currentTarget.value)} />
          )}
        </Field>
        <Field label={say("capacity")}>
          {(given) => <CapacitySelect given={given} value={capacity} choose={setCapacity} />}
        </Field>
        <Field label={say("organisation")} error={at("organisation")}>
          {(given) => (
            <OrganisationSelect
              given={given}
              organisations={organisations.list}
              value={organisation}
              choose={setOrganisation}
              none={say("no_organisation")}
            />
          )}
        </Field>
        <button type="submit" aria-busy={change.busy} disabled={change.busy}>
          {say("add_one")}
        </button>
      </form>
    </Dialog>
  );
}
