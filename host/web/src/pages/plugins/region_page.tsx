// The plugins of the host as one region has them: what each does, whether the region uses it,
// how its last run here failed.
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { instant } from "../../formats/formats";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import type { PathProps } from "../../shell/pages";
import { region } from "../../shell/region";
import { me } from "../../shell/session";
import { sentences } from "../../words/words";
import { decides, type Enabling, EnablingButton, EnablingNotice, useEnabling } from "./enabling";
import { newest, type RegionPlugin, type RegionPluginSummary } from "./plugin";
import { doesOf, nameOf, trustOf } from "./plugin_words";
import "./plugins.css";
import words from "./words.json";

const say = sentences(words);

type Failure = RegionPlugin["failures"][number];

/** The last failure of each plugin that the region uses; one that cannot be read is left out. */
async function lastFailures(code: string, plugins: RegionPluginSummary[], signal: AbortSignal) {
  const answers = await Promise.all(
    plugins
      .filter((one) => one.enabled)
      .map((one) =>
        api.GET("/api/v1/regions/{code}/plugins/{plugin}", {
          params: { path: { code, plugin: one.id } },
          signal,
        }),
      ),
  );
  const failures = answers.flatMap(({ data }): [string, Failure][] => {
    const last = data?.failures[0];
    return data && last ? [[data.id, last]] : [];
  });
  return new Map(failures);
}

async function pluginsOf(code: string, signal: AbortSignal) {
  const { data, error, response } = await api.GET("/api/v1/regions/{code}/plugins", {
    params: { path: { code } },
    signal,
  });
  if (!data) return { error, response };
  const failures = await lastFailures(code, data.plugins, signal);
  return { data: { plugins: data.plugins, failures }, response };
}

export default function RegionPluginsPage({ region: code = "" }: PathProps) {
  const found = useResource((signal) => pluginsOf(code, signal), [code]);
  const enabling = useEnabling(code, found.again);
  const plugins = found.value?.plugins;
  return (
    <Page
      title={say("title")}
      actions={me.value?.administers_host && <a href="/plugin">{say("to_host")}</a>}
    >
      <p>{say("what")}</p>
      <ProblemNotice problem={found.problem} again={found.again} />
      <ProblemNotice problem={enabling.problem} />
      <EnablingNotice enabling={enabling} />
      {!plugins && found.loading && <Loading />}
      {plugins?.length === 0 && <Empty title={say("none")} what={say("none_what")} />}
      {plugins && plugins.length > 0 && (
        <ul class="plugins-cards">
          {plugins.map((one) => (
            <Card
              key={one.id}
              code={code}
              plugin={one}
              failure={found.value?.failures.get(one.id)}
              enabling={enabling}
            />
          ))}
        </ul>
      )}
    </Page>
  );
}

interface CardProps {
  code: string;
  plugin: RegionPluginSummary;
  failure?: Failure;
  enabling: Enabling;
}

function Card({ code, plugin, failure, enabling }: CardProps) {
  const version = newest(plugin);
  if (!version) return null;
  const name = nameOf(version);
  return (
    <li class="plugins-card">
      <h2>
        <a href={`/${code}/plugin/${plugin.id}`}>{name}</a>
      </h2>
      <p class={plugin.enabled ? "plugins-state used" : "plugins-state"}>
        {say(plugin.enabled ? "enabled" : "not_enabled")}
      </p>
      <p>{doesOf(version)}</p>
      <p>
        <small>
          {say("version", { version: version.version })} · {trustOf(version)}
        </small>
      </p>
      {failure && (
        <p class="error">
          {say("failed_last", { at: instant(failure.at, region.value?.time_zone) })} {failure.text}
        </p>
      )}
      {decides(code) && (
        <EnablingButton id={plugin.id} name={name} enabled={plugin.enabled} enabling={enabling} />
      )}
    </li>
  );
}
