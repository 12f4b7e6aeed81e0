// One part of the dossier: what stands in it, and the form that changes it.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useEdit } from "../../api/edit";
import type { Problem } from "../../api/problem";
import type { Recorded } from "../../api/record";
import { BothVersions } from "../../parts/both_versions";
import { Dialog } from "../../parts/dialog";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import { type Dossier, type DossierChange, rowsText, type TypedRow } from "./dossier_typed";
import words from "./words.json";

const say = sentences(words);

export interface PartGiven {
  code: string;
  id: string;
  dossier: Dossier;
  record: Recorded<Dossier>;
  changes: boolean;
}

interface Props extends PartGiven {
  title: string;
  rowsOf: (dossier: Dossier) => TypedRow[];
  bodyOf: (rows: readonly TypedRow[]) => DossierChange;
  form: (
    rows: readonly TypedRow[],
    set: (rows: TypedRow[]) => void,
    problem?: Problem,
  ) => ComponentChildren;
  children: ComponentChildren;
}

function ChangePart(props: Props & { close: () => void }) {
  const { code, id, dossier, record, title, rowsOf, bodyOf, form, close } = props;
  const path = { code, id };
  const [rows, setRows] = useState(() => rowsOf(dossier));
  const edit = useEdit(record.etag, () =>
    api.GET("/api/v1/regions/{code}/rounds/{id}/dossier", { params: { path } }),
  );
  const { theirs } = edit;
  const save = async () => {
    const changed = await edit.send((etag) =>
      api.PATCH("/api/v1/regions/{code}/rounds/{id}/dossier", {
        params: { path, header: { "If-Match": etag } },
        body: bodyOf(rows),
      }),
    );
    if (!changed) return;
    record.take(changed);
    close();
  };
  return (
    <Dialog title={title} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ProblemNotice problem={edit.problem} />
        {theirs && (
          <BothVersions
            rows={[{ label: title, mine: rowsText(rows), theirs: rowsText(rowsOf(theirs)) }]}
            busy={edit.busy}
            keepMine={() => void save()}
            takeTheirs={() => {
              setRows(rowsOf(theirs));
              edit.settle();
            }}
          />
        )}
        {form(rows, setRows, edit.problem)}
        {!theirs && (
          <button type="submit" class="rounds-save" disabled={edit.busy} aria-busy={edit.busy}>
            {say("save")}
          </button>
        )}
      </form>
    </Dialog>
  );
}

export function DossierPart(props: Props) {
  const [changing, setChanging] = useState(false);
  return (
    <section>
      <div class="rounds-heading">
        <h2>{props.title}</h2>
        {props.changes && (
          <button
            type="button"
            class="secondary"
            aria-label={say("change_what", { what: props.title })}
            onClick={() => setChanging(true)}
          >
            {say("change")}
          </button>
        )}
      </div>
      {props.children}
      {changing && <ChangePart {...props} close={() => setChanging(false)} />}
    </section>
  );
}
