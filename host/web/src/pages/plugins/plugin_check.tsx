// What the check of one version found last; the host's administrator has it checked again.
import { api } from "../../api/client";
import { useChange } from "../../api/change";
import { instant, number } from "../../formats/formats";
import { ProblemNotice } from "../../parts/notice";
import { region } from "../../shell/region";
import { me } from "../../shell/session";
import { sentences } from "../../words/words";
import type { Check, Plugin } from "./plugin";
import { nameOf, verdictOf } from "./plugin_words";
import words from "./words.json";

const say = sentences(words);

/** `checked`: there is another result to be read. */
export function PluginCheck({ plugin, checked }: { plugin: Plugin; checked: () => void }) {
  const checking = useChange();
  const { check } = plugin;
  const run = async () => {
    const answer = await checking.run(() =>
      api.POST("/api/v1/plugins/{plugin}/versions/{version}/check", {
        params: { path: { plugin: plugin.id, version: plugin.version } },
      }),
    );
    if (answer) checked();
  };
  return (
    <>
      <div role="status">{check ? <Found check={check} /> : <p>{say("check_none")}</p>}</div>
      <ProblemNotice problem={checking.problem} />
      {me.value?.administers_host ? (
        <p>
          <button
            type="button"
            class="secondary plugins-button"
            aria-busy={checking.busy}
            disabled={checking.busy}
            onClick={() => void run()}
          >
            {say(check ? "check_again" : "check_do")}{" "}
            <span class="visually-hidden">
              {nameOf(plugin)} {plugin.version}
            </span>
          </button>
          <small>{say("check_what")}</small>
        </p>
      ) : (
        <p>
          <small>{say("check_by")}</small>
        </p>
      )}
    </>
  );
}

function Found({ check }: { check: Check }) {
  return (
    <>
      <p class={check.errors > 0 ? "error" : undefined}>
        <strong>{verdictOf(check)}</strong>{" "}
        {say("checked", {
          at: instant(check.at, region.value?.time_zone),
          program: check.program,
          tests: number(check.tests),
        })}
      </p>
      {check.findings.length > 0 && (
        <ul class="plugins-findings">
          {check.findings.map((one, place) => (
            <li key={place}>
              <strong>{say(`severity_${one.severity}`)}:</strong> {one.text}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
