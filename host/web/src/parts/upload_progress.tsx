// How much of a file is there; then the host reads it, which takes as long as it takes.
import type { Upload } from "../api/upload";
import { percent } from "../formats/formats";
import { sentences } from "../words/words";
import words from "./words.json";

const say = sentences(words);

type Shown = Pick<Upload<unknown>, "busy" | "share" | "stop">;

export function UploadProgress({ upload }: { upload: Shown }) {
  if (!upload.busy) return null;
  const reading = upload.share >= 1;
  const said = reading ? say("reading") : say("sending", { share: percent(upload.share) });
  return (
    <div class="upload-progress" role="status">
      <p>{said}</p>
      <progress aria-label={say(reading ? "reading" : "sending_file")} value={reading ? undefined : upload.share} />
      <button type="button" class="quiet" onClick={upload.stop}>
        {say("stop")}
      </button>
    </div>
  );
}
