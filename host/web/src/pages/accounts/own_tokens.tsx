// Tokens with which programs sign in: made, shown once, revoked.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { saidOf } from "../../api/problem";
import { useResource } from "../../api/resource";
import { useChange } from "../../api/change";
import { day } from "../../formats/formats";
import { Field } from "../../parts/field";
import { Notice, ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences(words);
const scopes = ["read", "write", "administer"] as const;

export function OwnTokens() {
  const found = useResource((signal) => api.GET("/api/v1/me/tokens", { signal }), []);
  const sending = useChange();
  const [secret, setSecret] = useState<string>();
  const tokens = found.value?.tokens ?? [];
  const { problem } = sending;
  const beside = ["/name", "/scope", "/days"].some((pointer) => saidOf(problem, pointer));

  const make = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const given = new FormData(form);
    const body = {
      name: String(given.get("name")),
      scope: scopes.find((one) => one === given.get("scope")) ?? "read",
      days: Number(given.get("days")),
    };
    const made = await sending.run((key) =>
      api.POST("/api/v1/me/tokens", { params: { header: { "Idempotency-Key": key } }, body }),
    );
    if (!made?.data) return;
    setSecret(made.data.token);
    form.reset();
    found.again();
  };
  const revoke = async (id: string) => {
    setSecret(undefined);
    if (await sending.run(() => api.DELETE("/api/v1/me/tokens/{id}", { params: { path: { id } } }))) found.again();
  };

  return (
    <section class="account-part">
      <h2>{say("tokens")}</h2>
      <p>{say("tokens_what")}</p>
      {secret && (
        <Notice kind="good">
          <p>{say("token_made")}</p>
          <code class="account-secret">{secret}</code>
        </Notice>
      )}
      <ProblemNotice problem={found.problem ?? (beside ? undefined : problem)} />
      {tokens.length === 0 && !found.loading && <p>{say("tokens_none")}</p>}
      {tokens.length > 0 && (
        <div class="wide" tabIndex={0} role="region" aria-label={say("tokens")}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say("token_name")}</th>
                <th scope="col">{say("token_scope")}</th>
                <th scope="col">{say("token_until")}</th>
                <th scope="col">{say("token_used")}</th>
                <th scope="col">{say("actions")}</th>
              </tr>
            </thead>
            <tbody>
              {tokens.map((token) => (
                <tr key={token.id}>
                  <th scope="row">{token.name}</th>
                  <td>{say(`scope_${token.scope}`)}</td>
                  <td>{day(token.expires)}</td>
                  <td>{token.used ? day(token.used) : say("never")}</td>
                  <td>
                    <button
                      type="button"
                      class="quiet"
                      disabled={sending.busy}
                      aria-label={say("token_revoke_of", { name: token.name })}
                      onClick={() => void revoke(token.id)}
                    >
                      {say("revoke")}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <details>
        <summary>{say("token_make")}</summary>
        <form class="narrow" onSubmit={(event) => void make(event)}>
          <Field label={say("token_name")} help={say("token_name_help")} error={saidOf(problem, "/name")} required>
            {(given) => <input {...given} name="name" maxLength={100} autocomplete="off" />}
          </Field>
          <Field label={say("token_scope")} error={saidOf(problem, "/scope")}>
            {(given) => (
              <select {...given} name="scope">
                {scopes.map((one) => (
                  <option key={one} value={one}>
                    {say(`scope_${one}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={say("token_days")} error={saidOf(problem, "/days")} required>
            {(given) => <input {...given} name="days" type="number" inputMode="numeric" defaultValue="90" />}
          </Field>
          <button type="submit" aria-busy={sending.busy} disabled={sending.busy}>
            {say("token_make")}
          </button>
        </form>
      </details>
    </section>
  );
}
