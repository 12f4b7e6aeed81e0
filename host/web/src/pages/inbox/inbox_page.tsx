// The inbox: first what waits for the reader, then what happened, the newest first.
import { useLocation } from "preact-iso";
import { useEffect, useState } from "preact/hooks";

import { useChange } from "../../api/change";
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import type { components } from "../../api/schema";
import { instant, number } from "../../formats/formats";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { Notice, ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { region } from "../../shell/region";
import { session } from "../../shell/session";
import { language } from "../../words/language";
import { sentences } from "../../words/words";
import { OwnDuties } from "./duties";
import "./inbox.css";
import { subjectAddress } from "./subject_address";
import { Waiting } from "./waiting";
import words from "./words.json";

const say = sentences(words);

type Notification = components["schemas"]["Notification"];

interface OneProps {
  code: string;
  one: Notification;
  read: () => void;
}

function One({ code, one, read }: OneProps) {
  const href = subjectAddress(code, one.subject);
  const text = one.text[language.value];
  return (
    <li class={one.read ? undefined : "unread"}>
      <p>
        {!one.read && <strong class="inbox-new">{say("new")} </strong>}
        {href ? (
          <a href={href} onClick={one.read ? undefined : read}>
            {text}
          </a>
        ) : (
          text
        )}
      </p>
      <small>{instant(one.at, region.value?.time_zone)}</small>
      {!one.read && (
        <button type="button" class="quiet" onClick={read}>
          {say("mark_read")}
          <span class="visually-hidden"> {text}</span>
        </button>
      )}
    </li>
  );
}

function Notifications({ code, unread }: { code: string; unread: boolean }) {
  const { route } = useLocation();
  const found = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/inbox", {
        params: { path: { code }, query: unread ? { unread } : {} },
        signal,
      }),
    [code, unread],
  );
  const inbox = found.value;
  const [older, setOlder] = useState<{ list: Notification[]; next?: number }>();
  const { run, problem } = useChange();
  useEffect(() => setOlder(undefined), [inbox]);

  const read = async (one: Notification) => {
    const done = await run(() =>
      api.POST("/api/v1/regions/{code}/inbox/{number}/read", {
        params: { path: { code, number: String(one.number) } },
      }),
    );
    if (done) found.again();
  };
  const readAll = async (until: number) => {
    const done = await run(() =>
      api.PUT("/api/v1/regions/{code}/inbox/read", { params: { path: { code } }, body: { until } }),
    );
    if (done) found.again();
  };
  const more = async (before: number) => {
    const page = await run(() =>
      api.GET("/api/v1/regions/{code}/inbox", {
        params: { path: { code }, query: unread ? { before, unread } : { before } },
      }),
    );
    if (!page) return;
    setOlder({ list: [...(older?.list ?? []), ...page.data.notifications], next: page.data.next });
  };

  const list = [...(inbox?.notifications ?? []), ...(older?.list ?? [])];
  const next = older ? older.next : inbox?.next;
  const newest = list[0]?.number;
  return (
    <section aria-busy={found.loading}>
      <div class="inbox-heading">
        <h2>{say("happened")}</h2>
        <p role="status">{inbox && say("unread_count", { count: number(inbox.unread) })}</p>
        <label>
          <input
            type="checkbox"
            role="switch"
            checked={unread}
            onChange={(event) =>
              route(`/${code}/kotak-masuk${event.currentTarget.checked ? "?belum=1" : ""}`, true)
            }
          />
          {say("unread_only")}
        </label>
        {inbox && inbox.unread > 0 && newest !== undefined && (
          <button type="button" class="secondary outline" onClick={() => readAll(newest)}>
            {say("mark_all_read")}
          </button>
        )}
      </div>
      {inbox?.deadline && <Notice kind="note">{inbox.deadline[language.value]}</Notice>}
      <ProblemNotice problem={found.problem ?? problem} again={found.again} />
      {!inbox && found.loading && <Loading />}
      {inbox && list.length === 0 && (
        <Empty title={say(unread ? "all_read" : "nothing_happened")} what={say("nothing_happened_what")} />
      )}
      <ul class="inbox-list">
        {list.map((one) => (
          <One key={one.number} code={code} one={one} read={() => read(one)} />
        ))}
      </ul>
      {next !== undefined && (
        <button type="button" class="secondary inbox-more" onClick={() => void more(next)}>
          {say("older")}
        </button>
      )}
    </section>
  );
}

export default function InboxPage({ region: code = "" }: Record<string, string>) {
  const { query } = useLocation();
  if (!session.value) {
    return (
      <Page title={say("title")}>
        <Empty title={say("signed_out")} what={say("signed_out_what")}>
          <a role="button" href={`/masuk?back=${encodeURIComponent(`/${code}/kotak-masuk`)}`}>
            {say("sign_in")}
          </a>
        </Empty>
      </Page>
    );
  }
  return (
    <Page title={say("title")}>
      <Waiting code={code} />
      <OwnDuties code={code} />
      <Notifications code={code} unread={query.belum === "1"} />
    </Page>
  );
}
