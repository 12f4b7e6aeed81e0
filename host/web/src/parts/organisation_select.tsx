// Chooses one of the region's organisations, by kind and name.
import type { Organisation } from "../api/organisations";
import { titled } from "../words/words";
import type { FieldInput } from "./field";
import { organisationKinds, organisationKindWord } from "./organisation_kind";

interface OptionsProps {
  organisations: readonly Organisation[];
  /** What the empty choice says. */
  none: string;
}

/** What stands in a <select> of organisations. */
export function OrganisationOptions({ organisations, none }: OptionsProps) {
  const groups = organisationKinds
    .map((kind) => ({ kind, members: organisations.filter((one) => one.kind === kind) }))
    .filter(({ members }) => members.length > 0);
  return (
    <>
      <option value="">{none}</option>
      {groups.map(({ kind, members }) => (
        <optgroup key={kind} label={titled(organisationKindWord(kind))}>
          {members.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name ?? one.code}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}

interface Props extends OptionsProps {
  /** Its id; empty: none. */
  value: string;
  choose: (id: string) => void;
  given?: Partial<FieldInput>;
  label?: string;
}

export function OrganisationSelect({ organisations, value, choose, none, given, label }: Props) {
  return (
    <select {...given} aria-label={label} value={value} onChange={(event) => choose(event.currentTarget.value)}>
      <OrganisationOptions organisations={organisations} none={none} />
    </select>
  );
}
