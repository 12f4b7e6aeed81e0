// A rule's parameters as a form. Where they hold is a scenario: the one that came with the
// plugin, or one of it alone. It is tried here, and kept by name to be chosen by.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { saidOf } from "../../api/problem";
import { useChange } from "../../api/change";
import { ProblemNotice } from "../../parts/notice";
import { completed, isObject, type JsonObject, schemaOf } from "../../parts/schema";
import { SchemaForm } from "../../parts/schema_form";
import { may } from "../../shell/session";
import { sentences } from "../../words/words";
import { KeepScenario } from "./keep_scenario";
import { asked, openDocument, parametersIn, type Plugin, type RegionPlugin } from "./plugin";
import { type Tried, TriedRule } from "./tried_rule";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  plugin: RegionPlugin;
  version: Plugin;
}

export function RuleParameters({ code, plugin, version }: Props) {
  const shipped = openDocument(plugin.scenario);
  const schema = schemaOf(version.parameters);
  const begun = (given: JsonObject): JsonObject => {
    const whole = schema ? completed(schema, given) : given;
    return isObject(whole) ? whole : given;
  };
  const [parameters, setParameters] = useState(() => begun(parametersIn(shipped, plugin.id)));
  const [tried, setTried] = useState<Tried>();
  const trying = useChange();
  const { scenario, pointer } = asked(shipped, plugin.id, code, parameters);

  const fill = (next: JsonObject) => {
    setParameters(next);
    setTried(undefined);
  };
  const attempt = async () => {
    setTried(undefined);
    const answer = await trying.run(() =>
      api.POST("/api/v1/regions/{code}/selections/tried", {
        params: { path: { code } },
        body: scenario as never, // an open document: its types leave out what is in it
      }),
    );
    if (answer) setTried(answer.data);
  };
  const elsewhere = trying.problem?.errors.some((one) => !one.pointer.startsWith(`${pointer}/`)) ?? true;

  return (
    <section class="plugins-part">
      <h2>{say("parameters")}</h2>
      <p>{say(schema ? "parameters_what" : "parameters_none")}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void attempt();
        }}
      >
        {schema && (
          <SchemaForm
            schema={schema}
            value={parameters}
            change={fill}
            said={(at) => saidOf(trying.problem, `${pointer}${at}`)}
          />
        )}
        {elsewhere && <ProblemNotice problem={trying.problem} />}
        {!plugin.enabled && <p>{say("enable_first")}</p>}
        <div class="actions">
          {may("choose", code) && (
            <button type="submit" disabled={!plugin.enabled || trying.busy} aria-busy={trying.busy}>
              {say("try")}
            </button>
          )}
          {schema && (
            <button type="button" class="secondary" onClick={() => fill(begun({}))}>
              {say("to_defaults")}
            </button>
          )}
        </div>
      </form>
      {tried ? <TriedRule tried={tried} rule={plugin.id} /> : <CriteriaById version={version} />}
      <ShippedScenario scenario={shipped} />
      {may("choose", code) && <KeepScenario code={code} scenario={scenario} />}
    </section>
  );
}

/** What a rule's criteria mean it says itself, when it runs. */
function CriteriaById({ version }: { version: Plugin }) {
  return (
    <>
      <h3>{say("criteria")}</h3>
      {version.criteria.length === 0 ? (
        <p>{say("criteria_open")}</p>
      ) : (
        <>
          <p class="plugins-words">
            {version.criteria.map((one) => (
              <code key={one}>{one}</code>
            ))}
          </p>
          <p>{say("criteria_what")}</p>
        </>
      )}
    </>
  );
}

function ShippedScenario({ scenario }: { scenario: JsonObject | null }) {
  return (
    <>
      <h3>{say("scenario")}</h3>
      {scenario ? (
        <details>
          <summary>{typeof scenario.name === "string" ? scenario.name : say("scenario_nameless")}</summary>
          <pre class="plugins-document" tabIndex={0}>
            <code>{JSON.stringify(scenario, null, 2)}</code>
          </pre>
        </details>
      ) : (
        <p>{say("scenario_none")}</p>
      )}
    </>
  );
}
