// Who did it: history and comments hold accounts by their ids, and tell beside them what those
// are called whose name is not erased.
import { me } from "../../shell/session";
import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences(words);

/** Parts of the host that act without an account. */
const parts = ["command-line", "import"] as const;

export type NameActor = (actor: string | undefined | null) => string;

export function nameActorAmong(names: Record<string, string | undefined> | undefined): NameActor {
  return (actor) => {
    if (!actor) return say("somebody");
    if (actor === me.value?.account?.id) return say("you");
    const part = parts.find((one) => one === actor);
    return part ? say(part) : (names?.[actor] ?? say("somebody"));
  };
}
