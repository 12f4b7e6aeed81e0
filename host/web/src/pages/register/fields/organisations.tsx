// The owner, of those for which the person may register; and other organisations, by search.
import { useId } from "preact/hooks";

import type { Organisation } from "../../../api/organisations";
import type { components } from "../../../api/schema";
import { OrganisationOptions } from "../../../parts/organisation_select";
import { sentences } from "../../../words/words";
import { Picker, type PickerOption } from "./picker";
import words from "./words.json";

const say = sentences(words);

type Grant = components["schemas"]["Me"]["grants"][number];

const registering = ["contributor", "head-of-organisation"];
const registersForAll = ["region-administrator"];

/** The organisations for which somebody may register; the API decides, this only orders them. */
export function ownersFor(grants: Grant[], code: string, organisations: Organisation[]): Organisation[] {
  const here = grants.filter(({ region }) => region === undefined || region === code);
  if (here.some(({ role }) => registersForAll.includes(role))) return organisations;
  const own = here.filter(({ role }) => registering.includes(role)).map(({ organisation }) => organisation);
  return organisations.filter(({ id }) => own.includes(id));
}

const optionOf = ({ id, name, code }: Organisation): PickerOption => ({
  value: id,
  label: name ?? code ?? id,
  detail: code,
});

interface OwnerProps {
  code: string;
  grants: Grant[];
  organisations: Organisation[];
  value: string | undefined;
  change: (owner: string | undefined) => void;
}

export function Owner({ code, grants, organisations, value, change }: OwnerProps) {
  const id = useId();
  const owners = ownersFor(grants, code, organisations);
  const kept = organisations.filter((one) => one.id === value && !owners.includes(one));
  const few = [...kept, ...owners];
  if (few.length === 0) return <p>{say("no_organisation")}</p>;
  if (few.length > 12) {
    return (
      <Picker
        single
        what={say("organisation")}
        options={few.map(optionOf)}
        chosen={value === undefined ? [] : [value]}
        choose={([owner]) => change(owner)}
      />
    );
  }
  return (
    <>
      <label class="visually-hidden" for={id}>
        {say("organisation")}
      </label>
      <select id={id} value={value ?? ""} onChange={(event) => change(event.currentTarget.value || undefined)}>
        <OrganisationOptions organisations={few} none={say("not_said")} />
      </select>
    </>
  );
}

interface OrganisationsProps {
  organisations: Organisation[];
  value: string[];
  change: (organisations: string[]) => void;
}

export function Organisations({ organisations, value, change }: OrganisationsProps) {
  return (
    <Picker what={say("organisation")} options={organisations.map(optionOf)} chosen={value} choose={change} />
  );
}
