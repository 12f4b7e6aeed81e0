// Every plugin of the host with its versions: packages, which can be removed, and what is part
// of Pilah.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useChange } from "../../api/change";
import { Dialog } from "../../parts/dialog";
import { Empty } from "../../parts/empty";
import { Notice, ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import { byId, newest, type Plugin, type Versions } from "./plugin";
import { PluginCheck } from "./plugin_check";
import { PluginFacts } from "./plugin_facts";
import { doesOf, nameOf, trustOf, verdictOf } from "./plugin_words";
import words from "./words.json";

const say = sentences(words);

interface Props {
  plugins: Plugin[];
  changed: () => void;
}

export function HostPlugins({ plugins, changed }: Props) {
  const [asked, setAsked] = useState<Plugin>();
  const [gone, setGone] = useState<Plugin>();
  const packages = byId(plugins.filter((one) => !one.built_in));
  const parts = byId(plugins.filter((one) => one.built_in));
  return (
    <>
      <section class="plugins-part">
        <h2>{say("packages")}</h2>
        {gone && (
          <Notice kind="good">
            <p>{say("removed", { name: nameOf(gone), version: gone.version })}</p>
          </Notice>
        )}
        {packages.length === 0 ? (
          <Empty title={say("packages_none")} what={say("packages_none_what")} />
        ) : (
          <ul class="plugins-cards">
            {packages.map((one) => (
              <PackageCard key={one.id} plugin={one} changed={changed} remove={setAsked} />
            ))}
          </ul>
        )}
      </section>
      <section class="plugins-part">
        <h2>{say("parts")}</h2>
        <details>
          <summary>{say("parts_count", { count: parts.length })}</summary>
          <ul class="plugins-cards">
            {parts.map((one) => (
              <PackageCard key={one.id} plugin={one} changed={changed} />
            ))}
          </ul>
        </details>
      </section>
      {asked && (
        <RemoveDialog
          plugin={asked}
          close={() => setAsked(undefined)}
          done={() => {
            setAsked(undefined);
            setGone(asked);
            changed();
          }}
        />
      )}
    </>
  );
}

interface CardProps {
  plugin: Versions;
  changed: () => void;
  remove?: (version: Plugin) => void;
}

function PackageCard({ plugin, changed, remove }: CardProps) {
  const last = newest(plugin);
  if (!last) return null;
  return (
    <li class="plugins-card">
      <h3>{nameOf(last)}</h3>
      <p>{doesOf(last)}</p>
      <p>
        {last.enabled_in.length === 0
          ? say("used_nowhere")
          : say("used_in", { regions: last.enabled_in.join(", ") })}
      </p>
      <ul class="plugins-versions">
        {[...plugin.versions].reverse().map((one) => (
          <li key={one.version}>
            <details>
              <summary>
                {say("version", { version: one.version })} · {trustOf(one)}
                {one.check && ` · ${verdictOf(one.check)}`}
              </summary>
              <PluginFacts plugin={one} versions={[one]} />
              <h4>{say("check")}</h4>
              <PluginCheck plugin={one} checked={changed} />
            </details>
            {remove && (
              <button
                type="button"
                class="quiet"
                aria-label={say("remove_this", { name: nameOf(one), version: one.version })}
                onClick={() => remove(one)}
              >
                {say("remove")}
              </button>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}

interface RemoveProps {
  plugin: Plugin;
  done: () => void;
  close: () => void;
}

function RemoveDialog({ plugin, done, close }: RemoveProps) {
  const removing = useChange();
  const remove = async () => {
    const answer = await removing.run(() =>
      api.DELETE("/api/v1/plugins/{plugin}/versions/{version}", {
        params: { path: { plugin: plugin.id, version: plugin.version } },
      }),
    );
    if (answer) done();
  };
  return (
    <Dialog title={say("remove_title", { name: nameOf(plugin), version: plugin.version })} close={close}>
      <p>{say("remove_what")}</p>
      <p>
        {plugin.enabled_in.length === 0
          ? say("used_nowhere")
          : say("used_in", { regions: plugin.enabled_in.join(", ") })}
      </p>
      <ProblemNotice problem={removing.problem} />
      <div class="actions">
        <button type="button" aria-busy={removing.busy} disabled={removing.busy} onClick={() => void remove()}>
          {say("remove_do")}
        </button>
        <button type="button" class="secondary" onClick={close}>
          {say("cancel")}
        </button>
      </div>
    </Dialog>
  );
}
