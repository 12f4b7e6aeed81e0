// All accounts of the region: searched by any of their names, narrowed to a role.
import { useMemo, useState } from "preact/hooks";

import type { Organisation } from "../../api/organisations";
import { Empty } from "../../parts/empty";
import { Field } from "../../parts/field";
import { number } from "../../formats/formats";
import { sentences, titled } from "../../words/words";
import { type Account, matches, rolesOfRegion } from "./account";
import { roleWord } from "./role_words";
import words from "./words.json";
import "./accounts.css";

const say = sentences(words);
const atOnce = 100;

interface Props {
  code: string;
  accounts: Account[];
  organisations: ReadonlyMap<string, Organisation>;
}

function Roles({ account, organisations }: { account: Account; organisations: Props["organisations"] }) {
  const grants = account.grants ?? [];
  if (grants.length === 0) return <small>{say("no_role")}</small>;
  return (
    <ul class="account-roles">
      {grants.map((grant) => {
        const organisation = grant.organisation && organisations.get(grant.organisation);
        return (
          <li key={`${grant.role} ${grant.organisation}`}>
            {roleWord(grant.role)}
            {organisation ? `, ${organisation.name}` : ""}
          </li>
        );
      })}
    </ul>
  );
}

export function AccountTable({ code, accounts, organisations }: Props) {
  const [text, setText] = useState("");
  const [role, setRole] = useState("");
  const [shown, setShown] = useState(atOnce);
  const found = useMemo(
    () =>
      accounts.filter(
        (one) =>
          matches(one, organisations, text) && (role === "" || one.grants?.some((grant) => grant.role === role)),
      ),
    [accounts, organisations, text, role],
  );

  if (accounts.length === 0) return <Empty title={say("none")} what={say("none_what")} />;
  return (
    <>
      <form class="account-search" role="search" onSubmit={(event) => event.preventDefault()}>
        <Field label={say("search")}>
          {(given) => (
            <input
              {...given}
              type="search"
              maxLength={200}
              value={text}
              onInput={(event) => {
                setText(event.currentTarget.value);
                setShown(atOnce);
              }}
            />
          )}
        </Field>
        <Field label={say("role_filter")}>
          {(given) => (
            <select {...given} value={role} onChange={(event) => setRole(event.currentTarget.value)}>
              <option value="">{say("all_roles")}</option>
              {rolesOfRegion.map((one) => (
                <option key={one} value={one}>
                  {titled(roleWord(one))}
                </option>
              ))}
            </select>
          )}
        </Field>
      </form>
      <p role="status">{say("shown", { shown: number(found.length), all: number(accounts.length) })}</p>
      {found.length === 0 && <Empty title={say("no_match")} what={say("no_match_what")} />}
      {found.length > 0 && (
        <div class="wide" tabIndex={0} role="region" aria-label={say("table")}>
          <table class="striped">
            <thead>
              <tr>
                <th scope="col">{say("person")}</th>
                <th scope="col">{say("login")}</th>
                <th scope="col">{say("roles")}</th>
                <th scope="col">{say("state")}</th>
              </tr>
            </thead>
            <tbody>
              {found.slice(0, shown).map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <a href={`/${code}/akun/${one.id}`}>{one.name}</a>
                  </th>
                  <td>{one.login}</td>
                  <td>
                    <Roles account={one} organisations={organisations} />
                  </td>
                  <td>{say(one.disabled ? "disabled" : "active")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.length > shown && (
        <button type="button" class="secondary" onClick={() => setShown(shown + atOnce)}>
          {say("more", { count: number(Math.min(atOnce, found.length - shown)) })}
        </button>
      )}
    </>
  );
}
