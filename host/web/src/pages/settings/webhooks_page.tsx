// Programs that are told what happens in the region, and how that goes.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { Notice, ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import type { PathProps } from "../../shell/pages";
import { sentences } from "../../words/words";
import { AddWebhook } from "./add_webhook";
import { SettingsTabs } from "./settings_tabs";
import { WebhookCard } from "./webhook_card";
import words from "./words.json";

const say = sentences(words);

export default function WebhooksPage({ region: code = "" }: PathProps) {
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/webhooks", { params: { path: { code } }, signal }),
    [code],
  );
  const [asked, setAsked] = useState(false);
  const [secret, setSecret] = useState<string>();
  const webhooks = found.value?.webhooks;
  return (
    <Page
      title={say("part_webhooks")}
      actions={
        <button type="button" onClick={() => setAsked(true)}>
          {say("webhook_add")}
        </button>
      }
    >
      <SettingsTabs code={code} />
      <p>{say("webhooks_what")}</p>
      {secret && (
        <Notice kind="good">
          <p>{say("webhook_secret")}</p>
          <code class="settings-secret">{secret}</code>
        </Notice>
      )}
      <ProblemNotice problem={found.problem} again={found.again} />
      {!webhooks && found.loading && <Loading />}
      {webhooks?.length === 0 && <Empty title={say("webhooks_none")} />}
      {webhooks?.map((one) => (
        <WebhookCard key={one.id} code={code} webhook={one} changed={found.again} />
      ))}
      {asked && (
        <AddWebhook
          code={code}
          close={() => setAsked(false)}
          done={(made) => {
            setAsked(false);
            setSecret(made);
            found.again();
          }}
        />
      )}
    </Page>
  );
}
