// Accounts for the people of a list; what was rejected stays to be read.
import { useState } from "preact/hooks";

import type { components } from "../../api/schema";
import { useUpload } from "../../api/upload";
import { number } from "../../formats/formats";
import { Dialog } from "../../parts/dialog";
import { FileDrop } from "../../parts/file_drop";
import { Notice, ProblemNotice } from "../../parts/notice";
import { UploadProgress } from "../../parts/upload_progress";
import { sentences } from "../../words/words";
import { type LinkCard, cardsOf } from "./link_card";
import words from "./words.json";

const say = sentences(words);

type Imported = components["schemas"]["ImportedAccounts"];

interface Props {
  code: string;
  done: (cards: LinkCard[]) => void;
  /** Accounts have changed, but there is something left to read here. */
  taken: () => void;
  close: () => void;
}

function Rejected({ rows }: { rows: Imported["rows"] }) {
  return (
    <div class="wide" tabIndex={0} role="region" aria-label={say("list_rejected")}>
      <table>
        <thead>
          <tr>
            <th scope="col" class="number">
              {say("row")}
            </th>
            <th scope="col">{say("why")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <td class="number">{row.row}</td>
              <td>{row.reasons?.map((reason) => reason.text).join(" ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function AccountsFromList({ code, done, taken, close }: Props) {
  const upload = useUpload<Imported>();
  const [imported, setImported] = useState<Imported>();

  const take = async (file: File) => {
    setImported(undefined);
    const query = new URLSearchParams({ file_name: file.name, links: "true" });
    const sent = await upload.send(`/api/v1/regions/${code}/lists/accounts?${query}`, file);
    if (!sent) return;
    if (sent.rejected === 0 && sent.links > 0) return done(cardsOf(sent.rows));
    setImported(sent);
    taken();
  };
  const cards = imported ? cardsOf(imported.rows) : [];
  const rejected = imported?.rows.filter((row) => row.fate === "rejected") ?? [];

  return (
    <Dialog title={say("from_list")} close={close}>
      <p>{say("list_what")}</p>
      <FileDrop label={say("list_drop")} disabled={upload.busy} take={(file) => void take(file)} />
      <UploadProgress upload={upload} />
      <ProblemNotice problem={upload.refusal?.problem} />
      {imported && (
        <Notice kind={imported.rejected > 0 ? "note" : "good"}>
          <p>
            {say("list_done", {
              added: number(imported.added),
              updated: number(imported.updated),
              unchanged: number(imported.unchanged),
              rejected: number(imported.rejected),
            })}
          </p>
        </Notice>
      )}
      {rejected.length > 0 && <Rejected rows={rejected} />}
      {cards.length > 0 && (
        <button type="button" onClick={() => done(cards)}>
          {say("cards")} ({number(cards.length)})
        </button>
      )}
    </Dialog>
  );
}
