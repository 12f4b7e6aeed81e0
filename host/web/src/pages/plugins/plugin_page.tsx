// One plugin in one region: what it is, whether the region uses it, what went wrong, by which
// criteria it judges, and its parameters to fill in, try and keep.
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { instant } from "../../formats/formats";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import type { PathProps } from "../../shell/pages";
import { region } from "../../shell/region";
import { sentences } from "../../words/words";
import { decides, EnablingButton, EnablingNotice, useEnabling } from "./enabling";
import { isRule, newest, type RegionPlugin } from "./plugin";
import { PluginCheck } from "./plugin_check";
import { PluginFacts } from "./plugin_facts";
import { doesOf, nameOf } from "./plugin_words";
import "./plugins.css";
import { RuleParameters } from "./rule_parameters";
import words from "./words.json";

const say = sentences(words);

export default function PluginPage({ region: code = "", id = "" }: PathProps) {
  const found = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/plugins/{plugin}", {
        params: { path: { code, plugin: id } },
        signal,
      }),
    [code, id],
  );
  const enabling = useEnabling(code, found.again);
  const plugin = found.value;
  const version = plugin && newest(plugin);
  return (
    <Page
      title={version ? nameOf(version) : id}
      actions={<a href={`/${code}/plugin`}>{say("back")}</a>}
    >
      <ProblemNotice problem={found.problem} again={found.again} />
      <ProblemNotice problem={enabling.problem} />
      <EnablingNotice enabling={enabling} />
      {!plugin && found.loading && <Loading />}
      {plugin && version && (
        <>
          <p>{doesOf(version)}</p>
          <p class={plugin.enabled ? "plugins-state used" : "plugins-state"}>
            {say(plugin.enabled ? "enabled" : "not_enabled")}
          </p>
          {decides(code) && (
            <EnablingButton
              id={plugin.id}
              name={nameOf(version)}
              enabled={plugin.enabled}
              enabling={enabling}
            />
          )}
          <Failures failures={plugin.failures} />
          {isRule(version) && (
            <RuleParameters
              key={`${code} ${plugin.id}`}
              code={code}
              plugin={plugin}
              version={version}
            />
          )}
          <section class="plugins-part">
            <h2>{say("check")}</h2>
            <PluginCheck plugin={version} checked={found.again} />
          </section>
          <section class="plugins-part">
            <h2>{say("facts")}</h2>
            <PluginFacts plugin={version} versions={plugin.versions} />
          </section>
        </>
      )}
    </Page>
  );
}

function Failures({ failures }: Pick<RegionPlugin, "failures">) {
  return (
    <section class="plugins-part">
      <h2>{say("failures")}</h2>
      {failures.length === 0 ? (
        <p>{say("failures_none")}</p>
      ) : (
        <ul>
          {failures.map((one, place) => (
            <li key={place}>
              <strong>{instant(one.at, region.value?.time_zone)}</strong>,{" "}
              {say("version", { version: one.version })}: {one.text}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
