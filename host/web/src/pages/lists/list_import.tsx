// A list comes in: looked at first, its columns corrected, then taken for good. What is rejected
// is given back with the reasons, to be mended and dropped again.
import { useEffect, useRef, useState } from "preact/hooks";

import { useUpload } from "../../api/upload";
import { number } from "../../formats/formats";
import { FileDrop } from "../../parts/file_drop";
import { ProblemNotice } from "../../parts/notice";
import { UploadProgress } from "../../parts/upload_progress";
import { sentences } from "../../words/words";
import { type ColumnChoice, headersOf, withChoice } from "./column_choice";
import { ColumnTable } from "./column_table";
import { FateSummary } from "./fate_summary";
import { type Fate, type ImportedList, type ListKind, seenIn } from "./list";
import { PasteForm } from "./paste_form";
import { RejectedDownload } from "./rejected_download";
import { RowTable } from "./row_table";
import words from "./words.json";
import "./lists.css";

const say = sentences(words);
const asRead: ColumnChoice = {}; // nobody has corrected a column

interface Props {
  code: string;
  kind: ListKind;
  /** Called with each list that was taken for good. */
  taken?: (list: ImportedList) => void;
  /** What to do next, when it was taken. */
  next?: preact.ComponentChildren;
}

export function ListImport({ code, kind, taken, next }: Props) {
  const upload = useUpload<ImportedList>();
  const [file, setFile] = useState<File>();
  const [choice, setChoice] = useState(asRead);
  const [checked, setChecked] = useState(asRead); // the choice that `list` was read with
  const [list, setList] = useState<ImportedList>();
  const [shown, setShown] = useState<Fate>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [file]); // it took the place of what was pressed

  const send = async (sent: File, columns: ColumnChoice, dryRun: boolean) => {
    const query = new URLSearchParams({ file_name: sent.name, dry_run: String(dryRun) });
    if (Object.keys(columns).length > 0) query.set("columns", JSON.stringify(columns));
    const answer = await upload.send(`/api/v1/regions/${code}/lists/${kind}?${query}`, sent);
    if (!answer) return;
    setList(answer);
    setChecked(columns);
    setShown(answer.rejected > 0 ? "rejected" : undefined);
    if (!dryRun) taken?.(answer);
  };
  const take = (chosen: File) => {
    setFile(chosen);
    setList(undefined);
    setChoice(asRead);
    void send(chosen, asRead, true);
  };
  const start = () => {
    upload.forget();
    setFile(undefined);
    setList(undefined);
  };

  const seen = list ?? seenIn(upload.refusal?.document);
  const headers = headersOf(seen?.columns ?? []);
  const isTaken = list?.dry_run === false;
  const isChecked = list !== undefined && choice === checked;

  if (!file) {
    return (
      <>
        <FileDrop
          label={say(kind === "innovations" ? "drop_innovations" : "drop_organisations")}
          help={say("drop_help")}
          take={take}
        />
        {kind === "organisations" && <PasteForm take={take} />}
      </>
    );
  }
  return (
    <section class="list-import">
      <h2 ref={heading} tabIndex={-1}>
        {list ? say(isTaken ? "taken" : "looked", { list: list.list }) : file.name}
      </h2>
      <UploadProgress upload={upload} />
      <ProblemNotice problem={upload.refusal?.problem} />
      {list && !upload.busy && (
        <FateSummary
          list={list}
          shown={shown}
          show={setShown}
          actions={
            isTaken ? (
              <>
                {next}
                <button type="button" class="secondary" onClick={start}>
                  {say("next_list")}
                </button>
              </>
            ) : (
              <>
                <button
                  type="button"
                  disabled={!isChecked || list.added + list.updated === 0}
                  onClick={() => void send(file, choice, false)}
                >
                  {say("import", { count: number(list.added + list.updated) })}
                </button>
                <button type="button" class="secondary" onClick={start}>
                  {say("another")}
                </button>
              </>
            )
          }
        />
      )}
      {list && !upload.busy && <RejectedDownload list={list} />}
      {!list && !upload.busy && (
        <div class="actions">
          <button type="button" class="secondary" onClick={start}>
            {say("another")}
          </button>
        </div>
      )}
      {seen && !isTaken && (
        <ColumnTable
          headers={headers}
          fields={seen.fields}
          choice={choice}
          choose={(column, field) => setChoice(withChoice(choice, headers, column, field))}
          isRead={list !== undefined}
          unreadSheets={list?.unread_sheets ?? []}
          isChecked={choice === checked}
          busy={upload.busy}
          check={() => void send(file, choice, true)}
        />
      )}
      {list && !upload.busy && <RowTable list={list} shown={shown} />}
    </section>
  );
}
