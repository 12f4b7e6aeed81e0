// A role and, where it is held for one, the organisation.
import { useState } from "preact/hooks";

import type { Organisation } from "../../api/organisations";
import type { Problem } from "../../api/problem";
import { Field } from "../../parts/field";
import { OrganisationOptions } from "../../parts/organisation_select";
import { sentences, titled } from "../../words/words";
import { type Grant, type Role, isOfOrganisation, rolesOfRegion } from "./account";
import { roleDeeds, roleWord } from "./role_words";
import words from "./words.json";

const say = sentences(words);

const roleNamed = (name: unknown): Role => rolesOfRegion.find((one) => one === name) ?? "reader";

interface Props {
  organisations: Organisation[];
  problem?: Problem;
}

export function GrantFields({ organisations, problem }: Props) {
  const [role, setRole] = useState<Role>("contributor");
  const wrong = problem?.errors.find((one) => /^\/(grants|role|organisation)/.test(one.pointer))?.message;
  return (
    <>
      <Field label={say("role")} help={titled(roleDeeds(role))} error={isOfOrganisation(role) ? undefined : wrong}>
        {(given) => (
          <select
            {...given}
            name="role"
            value={role}
            onChange={(event) => setRole(roleNamed(event.currentTarget.value))}
          >
            {rolesOfRegion.map((one) => (
              <option key={one} value={one}>
                {titled(roleWord(one))}
              </option>
            ))}
          </select>
        )}
      </Field>
      {isOfOrganisation(role) && (
        <Field label={say("organisation")} error={wrong} required>
          {(given) => (
            <select {...given} name="organisation">
              <OrganisationOptions organisations={organisations} none={say("choose")} />
            </select>
          )}
        </Field>
      )}
    </>
  );
}

/** What those fields hold. */
export function grantOf(form: FormData): Grant {
  const organisation = String(form.get("organisation") ?? "");
  const role = roleNamed(form.get("role"));
  return organisation ? { role, organisation } : { role };
}
