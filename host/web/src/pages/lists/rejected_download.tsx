// The rejected rows as a file, made in the browser from what the host told of them.
import { number } from "../../formats/formats";
import { Notice } from "../../parts/notice";
import { sentences } from "../../words/words";
import type { ImportedList } from "./list";
import { rejectedFile, rejectedName, withCells } from "./rejected_file";
import { saveFile } from "../../parts/save_file";
import words from "./words.json";

const say = sentences(words);

export function RejectedDownload({ list }: { list: ImportedList }) {
  if (list.rejected === 0) return null;
  const told = withCells(list.rows).length;
  const save = () => {
    const titles = { reason: say("reason_title"), place: say("place_title") };
    saveFile(rejectedName(list.list, say("rejected_file")), rejectedFile(list, titles), "text/csv");
  };
  return (
    <Notice kind="note">
      {told > 0 && (
        <>
          <p>{say("download_what")}</p>
          <button type="button" class="secondary" onClick={save}>
            {say("download", { count: number(told) })}
          </button>
        </>
      )}
      {list.rejected > told && <p>{say("cells_left_out", { count: number(list.rejected - told) })}</p>}
    </Notice>
  );
}
