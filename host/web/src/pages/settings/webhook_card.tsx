// One webhook: what it is told of, how that goes, its last deliveries.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { useChange } from "../../api/change";
import { instant, number } from "../../formats/formats";
import { ProblemNotice } from "../../parts/notice";
import { region } from "../../shell/region";
import { language } from "../../words/language";
import { sentences } from "../../words/words";
import type { Webhook } from "./webhook";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  webhook: Webhook;
  changed: () => void;
}

function Deliveries({ code, webhook }: { code: string; webhook: Webhook }) {
  const path = { code, id: webhook.id };
  const found = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/webhooks/{id}/deliveries", { params: { path, query: { limit: 20 } }, signal }),
    [code, webhook.id],
  );
  const sending = useChange();
  const again = async (delivery: number) => {
    const done = await sending.run(() =>
      api.POST("/api/v1/regions/{code}/webhooks/{id}/deliveries/{number}/send-again", {
        params: { path: { ...path, number: String(delivery) } },
      }),
    );
    if (done) found.again();
  };
  const deliveries = found.value?.deliveries ?? [];
  return (
    <>
      <ProblemNotice problem={found.problem ?? sending.problem} />
      {found.value && deliveries.length === 0 && <p>{say("webhook_no_deliveries")}</p>}
      {deliveries.length > 0 && (
        <div
          class="wide"
          tabIndex={0}
          role="region"
          aria-label={say("webhook_deliveries_of", { address: webhook.address })}
        >
          <table>
            <thead>
              <tr>
                <th scope="col">{say("when")}</th>
                <th scope="col">{say("what")}</th>
                <th scope="col">{say("state")}</th>
                <th scope="col">{say("actions")}</th>
              </tr>
            </thead>
            <tbody>
              {deliveries.map((one) => (
                <tr key={one.number}>
                  <td>{instant(one.at, region.value?.time_zone)}</td>
                  <td>{say(`kind_${one.kind}`)}</td>
                  <td>
                    {say(`delivery_${one.state}`)}
                    {one.failure && <small> {one.failure[language.value]}</small>}
                  </td>
                  <td>
                    <button
                      type="button"
                      class="quiet"
                      disabled={sending.busy}
                      aria-label={`${say("delivery_again")} ${one.number}`}
                      onClick={() => void again(one.number)}
                    >
                      {say("delivery_again")}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

export function WebhookCard({ code, webhook, changed }: Props) {
  const removing = useChange();
  const [open, setOpen] = useState(false);
  const remove = async () => {
    const params = { params: { path: { code, id: webhook.id } } };
    if (await removing.run(() => api.DELETE("/api/v1/regions/{code}/webhooks/{id}", params))) changed();
  };
  return (
    <article class="settings-part">
      <h2 class="settings-secret">{webhook.address}</h2>
      <p>{webhook.kinds.map((kind) => say(`kind_${kind}`)).join(", ")}</p>
      <p>
        {webhook.failures > 0 ? say("webhook_failures", { count: number(webhook.failures) }) : say("webhook_well")}
      </p>
      <ProblemNotice problem={removing.problem} />
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{say("webhook_deliveries")}</summary>
        {open && <Deliveries code={code} webhook={webhook} />}
      </details>
      <button
        type="button"
        class="quiet"
        disabled={removing.busy}
        aria-label={say("webhook_remove_of", { address: webhook.address })}
        onClick={() => void remove()}
      >
        {say("webhook_remove")}
      </button>
    </article>
  );
}
