// Who judges on a new panel: rows of name, office, organisation, account.
import type { Organisation } from "../../api/organisations";
import { type Problem, saidOf } from "../../api/problem";
import { Field } from "../../parts/field";
import { OrganisationSelect } from "../../parts/organisation_select";
import { sentences } from "../../words/words";
import "./member_fields.css";
import words from "./new_words.json";

const say = sentences(words);

export interface Member {
  name: string;
  office: string;
  organisation: string;
  account: string;
}

export const emptyMember: Member = { name: "", office: "", organisation: "", account: "" };

interface Props {
  members: Member[];
  put: (members: Member[]) => void;
  organisations: readonly Organisation[];
  problem?: Problem;
}

export function Members({ members, put, organisations, problem }: Props) {
  const change = (index: number, to: Partial<Member>) =>
    put(members.map((member, at) => (at === index ? { ...member, ...to } : member)));
  return (
    <fieldset>
      <legend>{say("members")}</legend>
      <small>
        {say("members_help")} {say("account_help")}
      </small>
      {members.map((member, index) => {
        const text = (field: "name" | "office" | "account") => (
          <Field label={say(`member_${field}`)} error={saidOf(problem, `/members/${index}/${field}`)}>
            {(given) => (
              <input
                {...given}
                value={member[field]}
                maxLength={200}
                autocapitalize={field === "account" ? "none" : undefined}
                onInput={(event) => change(index, { [field]: event.currentTarget.value })}
              />
            )}
          </Field>
        );
        return (
          <fieldset key={index} class="panel-member">
            <legend>{say("member", { number: index + 1 })}</legend>
            {text("name")}
            {text("office")}
            <Field label={say("member_organisation")} error={saidOf(problem, `/members/${index}/organisation`)}>
              {(given) => (
                <OrganisationSelect
                  given={given}
                  organisations={organisations}
                  value={member.organisation}
                  choose={(organisation) => change(index, { organisation })}
                  none={say("no_organisation")}
                />
              )}
            </Field>
            {text("account")}
            {members.length > 1 && (
              <button
                type="button"
                class="secondary"
                aria-label={say("remove_member", { number: index + 1 })}
                onClick={() => put(members.filter((_, at) => at !== index))}
              >
                {say("remove")}
              </button>
            )}
          </fieldset>
        );
      })}
      {saidOf(problem, "/members") && <small class="error">{saidOf(problem, "/members")}</small>}
      <button type="button" class="secondary" onClick={() => put([...members, emptyMember])}>
        {say("add_member")}
      </button>
    </fieldset>
  );
}
