// Who did it, as far as the reader may know: history and comments name accounts by their ids,
// and only a region's administrator sees whose they are.
import { useMemo } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { may, me } from "../../shell/session";
import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences(words);

/** Parts of the host that act without an account. */
const parts = ["command-line", "import"] as const;

export type NameActor = (actor: string | undefined | null) => string;

export function useActors(code: string): NameActor {
  const known = may("administer_region", code);
  const accounts = useResource(
    async (signal) =>
      known
        ? api.GET("/api/v1/regions/{code}/accounts", { params: { path: { code } }, signal })
        : { data: { accounts: [] }, response: new Response() },
    [code, known],
  );
  return useMemo(() => {
    const names = new Map(accounts.value?.accounts.map((one) => [one.id, one.name ?? one.login]));
    return (actor) => {
      if (!actor) return say("somebody");
      if (actor === me.value?.account?.id) return say("you");
      const part = parts.find((one) => one === actor);
      return part ? say(part) : (names.get(actor) ?? say("somebody"));
    };
  }, [accounts.value]);
}
