// The roles of an account in this region: taken away (and given back at once, if that was a
// mistake), and given.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useChange } from "../../api/change";
import type { Organisation } from "../../api/organisations";
import { Notice, ProblemNotice } from "../../parts/notice";
import { sentences, titled } from "../../words/words";
import type { Account, Grant } from "./account";
import { GrantFields, grantOf } from "./grant_fields";
import { roleWord } from "./role_words";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  account: Account;
  organisations: { list: Organisation[]; byId: ReadonlyMap<string, Organisation> };
  changed: () => void;
}

export function AccountGrants({ code, account, organisations, changed }: Props) {
  const sending = useChange();
  const [revoked, setRevoked] = useState<Grant>();
  const told = (grant: Grant) => {
    const name = grant.organisation && organisations.byId.get(grant.organisation)?.name;
    return name ? `${roleWord(grant.role)}, ${name}` : roleWord(grant.role);
  };
  const wrongField = sending.problem?.errors.some((one) => /^\/(role|organisation)/.test(one.pointer));

  const give = async (grant: Grant) => {
    const { role, organisation } = grant;
    const given = await sending.run(() =>
      api.POST("/api/v1/regions/{code}/accounts/{id}/grants", {
        params: { path: { code, id: account.id } },
        body: organisation ? { role, organisation } : { role },
      }),
    );
    if (!given) return;
    setRevoked(undefined);
    changed();
  };
  const revoke = async (grant: Grant) => {
    const taken = await sending.run(() =>
      api.DELETE("/api/v1/regions/{code}/accounts/{id}/grants/{role}", {
        params: { path: { code, id: account.id, role: grant.role }, query: { organisation: grant.organisation } },
      }),
    );
    if (!taken) return;
    setRevoked(grant);
    changed();
  };

  return (
    <section class="account-part">
      <h2>{say("grants")}</h2>
      {revoked && (
        <Notice kind="good">
          <p>{say("revoked", { role: told(revoked) })}</p>
          <button type="button" class="quiet" onClick={() => void give(revoked)}>
            {say("undo")}
          </button>
        </Notice>
      )}
      {!wrongField && <ProblemNotice problem={sending.problem} />}
      <ul class="account-grants">
        {(account.grants ?? []).map((grant) => (
          <li key={`${grant.role} ${grant.organisation}`}>
            <span>
              {titled(told(grant))} {!grant.region && <small>({say("whole_host")})</small>}
            </span>
            {grant.region && (
              <button
                type="button"
                class="quiet"
                disabled={sending.busy}
                aria-label={say("revoke_of", { role: told(grant) })}
                onClick={() => void revoke(grant)}
              >
                {say("revoke")}
              </button>
            )}
          </li>
        ))}
      </ul>
      <details>
        <summary>{say("grant")}</summary>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void give(grantOf(new FormData(event.currentTarget)));
          }}
        >
          <GrantFields organisations={organisations.list} problem={wrongField ? sending.problem : undefined} />
          <button type="submit" aria-busy={sending.busy} disabled={sending.busy}>
            {say("grant")}
          </button>
        </form>
      </details>
    </section>
  );
}
