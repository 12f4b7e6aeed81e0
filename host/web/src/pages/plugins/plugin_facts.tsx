// One version of a plugin: what it is, whose it is, how it is told from another.
import { sentences } from "../../words/words";
import { addressOf, type Plugin } from "./plugin";
import { trustOf } from "./plugin_words";
import words from "./words.json";

const say = sentences(words);

export function PluginFacts({ plugin, versions }: { plugin: Plugin; versions: Plugin[] }) {
  const contact = addressOf(plugin.contact);
  const others = versions.filter((one) => one.version !== plugin.version).map((one) => one.version);
  return (
    <dl class="plugins-facts">
      <dt>{say("id")}</dt>
      <dd>
        <code>{plugin.id}</code>
      </dd>
      <dt>{say("version_word")}</dt>
      <dd>
        {plugin.version}
        {others.length > 0 && ` (${say("versions_other", { versions: others.join(", ") })})`}
      </dd>
      <dt>{say("trusted_by")}</dt>
      <dd>
        {trustOf(plugin)}
        {plugin.key !== "" && (
          <>
            {" "}
            <code class="plugins-digest">{plugin.key}</code>
          </>
        )}
      </dd>
      <dt>{say("digest")}</dt>
      <dd>
        <code class="plugins-digest">{plugin.digest}</code>
      </dd>
      {plugin.licence !== "" && (
        <>
          <dt>{say("licence")}</dt>
          <dd>{plugin.licence}</dd>
        </>
      )}
      {plugin.contact !== "" && (
        <>
          <dt>{say("contact")}</dt>
          <dd>
            {contact ? (
              <a href={contact} rel="noopener noreferrer">
                {plugin.contact}
              </a>
            ) : (
              plugin.contact
            )}
          </dd>
        </>
      )}
      {plugin.columns.length > 0 && (
        <>
          <dt>{say("reads")}</dt>
          <dd>
            <details>
              <summary>{say("reads_count", { count: plugin.columns.length })}</summary>
              <p>{say("reads_what")}</p>
              <p class="plugins-words">
                {plugin.columns.map((one) => (
                  <code key={one}>{one}</code>
                ))}
              </p>
            </details>
          </dd>
        </>
      )}
    </dl>
  );
}
