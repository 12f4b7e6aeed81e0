// Letting a region use a plugin or not, and taking that back.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import type { Problem } from "../../api/problem";
import { useChange } from "../../api/change";
import { Notice } from "../../parts/notice";
import { may, me } from "../../shell/session";
import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences(words);

/** Whether somebody may decide what the region uses; the API decides, this only spares a try. */
export const decides = (code: string): boolean =>
  may("administer_region", code) || me.value?.administers_host === true;

interface Done {
  id: string;
  name: string;
  enabled: boolean;
}

export interface Enabling {
  busy: boolean;
  problem?: Problem;
  done?: Done;
  set: (id: string, name: string, enabled: boolean) => void;
}

export function useEnabling(code: string, changed: () => void): Enabling {
  const change = useChange();
  const [done, setDone] = useState<Done>();
  const put = async (id: string, name: string, enabled: boolean) => {
    setDone(undefined);
    const answer = await change.run(() =>
      api.PUT("/api/v1/regions/{code}/plugins/{plugin}", {
        params: { path: { code, plugin: id } },
        body: { enabled },
      }),
    );
    if (!answer) return;
    setDone({ id, name, enabled });
    changed();
  };
  return { busy: change.busy, problem: change.problem, done, set: (id, name, enabled) => void put(id, name, enabled) };
}

export function EnablingNotice({ enabling }: { enabling: Enabling }) {
  const { done, set, busy } = enabling;
  if (!done) return null;
  return (
    <Notice kind="good">
      <p>
        {say(done.enabled ? "was_enabled" : "was_disabled", { name: done.name })}{" "}
        <button
          type="button"
          class="quiet"
          disabled={busy}
          onClick={() => set(done.id, done.name, !done.enabled)}
        >
          {say("undo")}
        </button>
      </p>
    </Notice>
  );
}

interface ButtonProps {
  id: string;
  name: string;
  enabled: boolean;
  enabling: Enabling;
}

export function EnablingButton({ id, name, enabled, enabling }: ButtonProps) {
  return (
    <button
      type="button"
      class={enabled ? "secondary plugins-button" : "plugins-button"}
      disabled={enabling.busy}
      onClick={() => enabling.set(id, name, !enabled)}
    >
      {say(enabled ? "disable" : "enable")} <span class="visually-hidden">{name}</span>
    </button>
  );
}
