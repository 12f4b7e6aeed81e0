// Uploads the scan of one signature, once.
import { useChange } from "../../api/change";
import { api } from "../../api/client";
import { fileBody } from "../../api/file_body";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import words from "./commitment_words.json";

const say = sentences(words);

interface Props {
  code: string;
  signature: string;
  name: string;
  done: () => void;
}

export function ScanButton({ code, signature, name, done }: Props) {
  const change = useChange();
  const send = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    const sent = await change.run(() =>
      api.PUT("/api/v1/regions/{code}/signatures/{id}/scan", {
        params: { path: { code, id: signature }, query: { file_name: file.name } },
        ...fileBody(file),
      }),
    );
    input.value = "";
    if (sent) done();
  };
  return (
    <div class="no-print">
      <label role="button" class="secondary quick-win-scan" aria-busy={change.busy}>
        {say("upload")}
        <input
          class="visually-hidden"
          type="file"
          aria-label={say("upload_of", { name })}
          accept="application/pdf,image/*"
          disabled={change.busy}
          onChange={(event) => void send(event.currentTarget)}
        />
      </label>
      <ProblemNotice problem={change.problem} />
    </div>
  );
}
