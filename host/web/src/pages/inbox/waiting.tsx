// What waits for the reader, the most pressing first: on the home page and in the inbox.
import { api } from "../../api/client";
import { problemOf } from "../../api/problem";
import { useResource } from "../../api/resource";
import { day, number } from "../../formats/formats";
import { ProblemNotice } from "../../parts/notice";
import { region } from "../../shell/region";
import { may, ownOrganisations } from "../../shell/session";
import { sentences } from "../../words/words";
import { addressOf, type Filter, queryOf } from "../catalogue/filter";
import "./waiting.css";
import { entriesWaiting } from "./what_waits";
import words from "./words.json";

const say = sentences(words);

const shown = 5;

type Kind = ReturnType<typeof entriesWaiting>[number]["kind"] | "late" | "panels" | "typed";

interface Task {
  kind: Kind;
  count: number;
  items: { key: string; text: string; note?: string; href?: string }[];
  /** All of them. */
  href?: string;
}

async function entries(code: string, kind: Kind, filter: Filter, signal: AbortSignal): Promise<Task> {
  const { data, error, response } = await api.GET("/api/v1/regions/{code}/innovations", {
    params: { path: { code }, query: { limit: shown } },
    querySerializer: () => `${queryOf({ ...filter, sort: "changed" })}&limit=${shown}`,
    signal,
  });
  if (!data) throw problemOf(error, response);
  return {
    kind,
    count: data.total ?? data.innovations.length,
    items: data.innovations.map((one) => ({
      key: one.id,
      text: one.name ?? say("nameless"),
      href: `/${code}/inovasi/${one.id}`,
    })),
    href: `/${code}/inovasi${addressOf(filter)}`,
  };
}

async function late(code: string, signal: AbortSignal): Promise<Task> {
  const { data, error, response } = await api.GET("/api/v1/regions/{code}/late", {
    params: { path: { code } },
    signal,
  });
  if (!data) throw problemOf(error, response);
  const all = data.late.filter((one) => one.state === "late");
  return {
    kind: "late",
    count: all.length,
    items: all.slice(0, shown).map((one, place) => ({
      key: String(place),
      text: one.name ? `${one.name}: ${one.what}` : one.what,
      note: [one.owner_name, say("due", { date: day(one.due) })].filter(Boolean).join(" · "),
    })),
    href: `/${code}/pemantauan`,
  };
}

async function panels(code: string, signal: AbortSignal): Promise<Task> {
  const { data, error, response } = await api.GET("/api/v1/regions/{code}/panels", {
    params: { path: { code } },
    signal,
  });
  if (!data) throw problemOf(error, response);
  const open = data.panels.filter((one) => one.is_open);
  return {
    kind: "panels",
    count: open.length,
    items: open.slice(0, shown).map((one) => ({
      key: one.id,
      text: one.name ?? say("nameless"),
      href: `/${code}/panel/${one.id}/nilai`,
    })),
    href: `/${code}/panel`,
  };
}

/** What was typed and not saved as an entry yet. */
async function typed(code: string, signal: AbortSignal): Promise<Task> {
  const { data, error, response } = await api.GET("/api/v1/regions/{code}/drafts", {
    params: { path: { code } },
    signal,
  });
  if (!data) throw problemOf(error, response);
  return {
    kind: "typed",
    count: data.drafts.length,
    items: data.drafts.slice(0, shown).map((one) => ({
      key: one.innovation,
      text: one.name?.trim() ? one.name : say("nameless"),
      note: say("typed_on", { date: day(one.at) }),
      href: `/${code}/inovasi/${one.innovation}/isi`,
    })),
  };
}

async function tasksOf(code: string, signal: AbortSignal): Promise<Task[]> {
  const byHead = region.value?.submission.approved_by_head ?? false;
  const can = (deed: string) => may(deed, code);
  const asked = entriesWaiting({ may: can, organisations: ownOrganisations(code), byHead }).map(
    ({ kind, filter }) => entries(code, kind, filter, signal),
  );
  if (can("register")) asked.push(typed(code, signal));
  if (can("assess")) asked.push(panels(code, signal));
  if (can("report")) asked.push(late(code, signal));
  return (await Promise.all(asked)).filter((task) => task.count > 0);
}

export function Waiting({ code }: { code: string }) {
  const found = useResource(
    async (signal) => ({ data: await tasksOf(code, signal), response: new Response() }),
    [code],
  );
  const tasks = found.value;
  return (
    <section class="waiting" aria-busy={found.loading}>
      <h2>{say("waiting")}</h2>
      <ProblemNotice problem={found.problem} again={found.again} />
      {tasks?.length === 0 && <p>{say("nothing_waits")}</p>}
      <div class="waiting-tasks">
        {tasks?.map((task) => (
          <article key={task.kind}>
            <h3>{say(`task_${task.kind}`, { count: number(task.count) })}</h3>
            <ul>
              {task.items.map((item) => (
                <li key={item.key}>
                  {item.href ? <a href={item.href}>{item.text}</a> : item.text}
                  {item.note && <small> {item.note}</small>}
                </li>
              ))}
            </ul>
            {task.href && (
              <p>
                <a href={task.href}>{say("all", { count: number(task.count) })}</a>
              </p>
            )}
          </article>
        ))}
      </div>
    </section>
  );
}
