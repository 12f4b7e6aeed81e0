// The keys whose packages may run here, and those that may not any more.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useChange } from "../../api/change";
import { Dialog } from "../../parts/dialog";
import { Notice, ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import { type Plugin, type PluginKey, shortKey, signedBy } from "./plugin";
import { nameOf } from "./plugin_words";
import { TrustDialog } from "./trust_dialog";
import words from "./words.json";

const say = sentences(words);

interface Props {
  keys: PluginKey[];
  plugins: Plugin[];
  changed: () => void;
}

type Done = { kind: "trusted"; name: string } | { kind: "revoked"; key: PluginKey };

export function TrustedKeys({ keys, plugins, changed }: Props) {
  const [adds, setAdds] = useState(false);
  const [asked, setAsked] = useState<PluginKey>();
  const [done, setDone] = useState<Done>();
  const trusting = useChange();
  const finish = (what: Done) => {
    setAdds(false);
    setAsked(undefined);
    setDone(what);
    changed();
  };
  const trust = async (key: PluginKey) => {
    const answer = await trusting.run(() =>
      api.PUT("/api/v1/plugin-keys/{key}", {
        params: { path: { key: key.key } },
        body: { name: key.name },
      }),
    );
    if (answer) finish({ kind: "trusted", name: key.name });
  };
  return (
    <section class="plugins-part">
      <div class="heading">
        <h2>{say("keys")}</h2>
        <div class="actions">
          <button type="button" class="secondary" onClick={() => setAdds(true)}>
            {say("trust")}
          </button>
        </div>
      </div>
      <p>{say("keys_what")}</p>
      <ProblemNotice problem={trusting.problem} />
      {done?.kind === "trusted" && (
        <Notice kind="good">
          <p>{say("was_trusted", { name: done.name })}</p>
        </Notice>
      )}
      {done?.kind === "revoked" && (
        <Notice kind="good">
          <p>
            {say("was_revoked", { name: done.key.name || shortKey(done.key.key) })}{" "}
            <button type="button" class="quiet" disabled={trusting.busy} onClick={() => void trust(done.key)}>
              {say("undo")}
            </button>
          </p>
        </Notice>
      )}
      {keys.length === 0 && <p>{say("keys_none")}</p>}
      {keys.length > 0 && (
        <ul class="plugins-keys">
          {keys.map((one) => (
            <li key={one.key}>
              <div>
                <strong>{one.name || say("nameless")}</strong> {say(one.revoked ? "revoked" : "trusted")}
                <br />
                <code class="plugins-digest">{one.key}</code>
              </div>
              {one.revoked ? (
                <button
                  type="button"
                  class="quiet"
                  disabled={trusting.busy}
                  aria-label={say("trust_again_this", { name: one.name || shortKey(one.key) })}
                  onClick={() => void trust(one)}
                >
                  {say("trust_again")}
                </button>
              ) : (
                <button
                  type="button"
                  class="quiet"
                  aria-label={say("revoke_this", { name: one.name || shortKey(one.key) })}
                  onClick={() => setAsked(one)}
                >
                  {say("revoke")}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {adds && (
        <TrustDialog close={() => setAdds(false)} done={(name) => finish({ kind: "trusted", name })} />
      )}
      {asked && (
        <RevokeDialog
          given={asked}
          signed={signedBy(plugins, asked.key)}
          close={() => setAsked(undefined)}
          done={() => finish({ kind: "revoked", key: asked })}
        />
      )}
    </section>
  );
}

interface RevokeProps {
  given: PluginKey;
  signed: Plugin[];
  done: () => void;
  close: () => void;
}

function RevokeDialog({ given, signed, done, close }: RevokeProps) {
  const revoking = useChange();
  const revoke = async () => {
    const answer = await revoking.run(() =>
      api.DELETE("/api/v1/plugin-keys/{key}", { params: { path: { key: given.key } } }),
    );
    if (answer) done();
  };
  return (
    <Dialog title={say("revoke_title", { name: given.name || shortKey(given.key) })} close={close}>
      <p>{say("revoke_what")}</p>
      {signed.length > 0 && (
        <ul>
          {signed.map((one) => (
            <li key={one.digest}>
              {nameOf(one)} {one.version}
            </li>
          ))}
        </ul>
      )}
      <ProblemNotice problem={revoking.problem} />
      <div class="actions">
        <button type="button" aria-busy={revoking.busy} disabled={revoking.busy} onClick={() => void revoke()}>
          {say("revoke_do")}
        </button>
        <button type="button" class="secondary" onClick={close}>
          {say("cancel")}
        </button>
      </div>
    </Dialog>
  );
}
