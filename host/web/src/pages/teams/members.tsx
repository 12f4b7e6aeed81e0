// Who is in a team; where one may, adding to it and taking out of it.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useOrganisations } from "../../api/organisations";
import { saidOf } from "../../api/problem";
import { type Recorded, useRecordChange } from "../../api/record";
import { Field } from "../../parts/field";
import { Notice, ProblemNotice } from "../../parts/notice";
import { OrganisationOptions } from "../../parts/organisation_select";
import { sentences, titled } from "../../words/words";
import { type Member, putBack, type Team } from "./team";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  team: Team;
  record: Recorded<Team>;
  changes: boolean;
}

const nobody = { name: "", duty: "", organisation: "", account: "" };

export function Members({ code, team, record, changes }: Props) {
  const change = useRecordChange(record);
  const [gone, setGone] = useState<Member>();
  const [typed, setTyped] = useState(nobody);
  const organisations = useOrganisations(code);
  const join = async (member: Partial<ReturnType<typeof putBack>> & { name?: string }, done: () => void) => {
    const joined = await change.run((etag) =>
      api.POST("/api/v1/regions/{code}/teams/{id}/members", {
        params: { path: { code, id: team.id }, header: { "If-Match": etag } },
        body: { members: [member] },
      }),
    );
    if (joined) done();
  };
  const takeOut = async (member: Member) => {
    const changed = await change.run((etag) =>
      api.DELETE("/api/v1/regions/{code}/teams/{id}/members/{person}", {
        params: { path: { code, id: team.id, person: member.person }, header: { "If-Match": etag } },
      }),
    );
    if (changed) setGone(member);
  };
  const set = (key: keyof typeof nobody) => (event: { currentTarget: { value: string } }) =>
    setTyped({ ...typed, [key]: event.currentTarget.value });
  const wrong = (key: string) => saidOf(change.problem, `/members/0/${key}`);
  const members = team.members ?? [];
  return (
    <section>
      <h2>{say("members")}</h2>
      <ProblemNotice problem={change.problem} />
      {gone && changes && (
        <Notice kind="note">
          <p>{say("member_gone", { name: gone.name ?? "" })}</p>
          <button
            type="button"
            class="secondary"
            disabled={change.busy}
            onClick={() => void join(putBack(gone), () => setGone(undefined))}
          >
            {say("undo")}
          </button>
        </Notice>
      )}
      {members.length === 0 && <p>{say("no_members")}</p>}
      <ul class="teams-duties">
        {members.map((member) => (
          <li key={member.person}>
            <span>
              {member.name} {member.duty && <small>({member.duty})</small>}
              {member.organisation_name && (
                <>
                  <br />
                  <small>{member.organisation_name}</small>
                </>
              )}
            </span>
            {changes && (
              <button
                type="button"
                class="quiet"
                disabled={change.busy}
                aria-label={say("take_out_who", { name: member.name ?? "" })}
                onClick={() => void takeOut(member)}
              >
                {say("take_out")}
              </button>
            )}
          </li>
        ))}
      </ul>
      {changes && (
        <details class="teams-box no-print">
          <summary>{say("new_member")}</summary>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              const { name, duty, organisation, account } = typed;
              void join(
                {
                  name,
                  ...(duty && { duty }),
                  ...(organisation && { organisation }),
                  ...(account && { account }),
                },
                () => setTyped(nobody),
              );
            }}
          >
            <div class="teams-cells">
              <Field label={say("member_name")} error={wrong("name")}>
                {(given) => (
                  <input {...given} value={typed.name} maxLength={200} autocomplete="off" onInput={set("name")} />
                )}
              </Field>
              <Field label={say("member_duty")} error={wrong("duty")}>
                {(given) => <input {...given} value={typed.duty} maxLength={200} onInput={set("duty")} />}
              </Field>
              <Field label={titled(say("organisation"))} error={wrong("organisation")}>
                {(given) => (
                  <select {...given} value={typed.organisation} onChange={set("organisation")}>
                    <OrganisationOptions organisations={organisations.list} none={say("choose")} />
                  </select>
                )}
              </Field>
              <Field label={say("member_account")} help={say("member_account_help")} error={wrong("account")}>
                {(given) => (
                  <input
                    {...given}
                    value={typed.account}
                    maxLength={64}
                    autocomplete="off"
                    autocapitalize="none"
                    onInput={set("account")}
                  />
                )}
              </Field>
            </div>
            <button type="submit" disabled={change.busy} aria-busy={change.busy}>
              {say("add")}
            </button>
          </form>
        </details>
      )}
    </section>
  );
}
