// Whether what is typed is safe, in one line that always stands in sight.
import { sentences } from "../../words/words";
import type { SaveState } from "./autosave";
import type { Typed } from "./typed";
import words from "./words.json";

const say = sentences(words);

interface Props {
  state: SaveState<Typed>;
  onDevice: boolean;
  online: boolean;
  retry: () => void;
  choose: () => void;
}

function sentence({ state, onDevice, online }: Pick<Props, "state" | "onDevice" | "online">): string {
  const where = onDevice ? say("on_device") : say("not_on_device");
  switch (state.is) {
    case "saved":
      return say("saved");
    case "waiting":
    case "saving":
      return say("saving");
    case "unreachable":
      return `${online ? say("unreachable") : say("offline")} ${where}`;
    case "changed":
      return `${say("changed")} ${where}`;
    case "refused":
      return `${state.sentences.join(" ")} ${where}`;
  }
}

export function SaveBar(props: Props) {
  const { state, retry, choose } = props;
  const waits = state.is === "unreachable" || state.is === "refused";
  return (
    <div class={`register-save ${state.is}`}>
      <span role="status" data-save={state.is}>
        {sentence(props)}
      </span>
      {waits && (
        <button type="button" class="quiet" onClick={retry}>
          {say("retry")}
        </button>
      )}
      {state.is === "changed" && (
        <button type="button" class="quiet" onClick={choose}>
          {say("choose")}
        </button>
      )}
    </div>
  );
}
