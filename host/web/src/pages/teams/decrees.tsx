// The decrees on which teams rest, newest first, with their files.
import { useRef, useState } from "preact/hooks";

import { useChange } from "../../api/change";
import { api } from "../../api/client";
import { fileBody } from "../../api/file_body";
import type { Resource } from "../../api/resource";
import { partialDate, period } from "../../formats/partial_date";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { sentences, titled } from "../../words/words";
import { NewDecree } from "./new_decree";
import type { Decree } from "./team";
import words from "./words.json";

const say = sentences(words);

/** Of a decree its file: to open, or to be kept once. */
function File({ code, decree, changes, again }: RowProps) {
  const change = useChange();
  const choose = useRef<HTMLInputElement>(null);
  if (decree.file) {
    return (
      <a href={`/api/v1/regions/${code}/decrees/${decree.id}/file`} target="_blank" rel="noopener">
        {decree.file.file_name || say("file")}
      </a>
    );
  }
  if (!changes) return <>{say("no_file")}</>;
  const keep = async (file: globalThis.File) => {
    const kept = await change.run(() =>
      api.PUT("/api/v1/regions/{code}/decrees/{id}/file", {
        params: { path: { code, id: decree.id }, query: { file_name: file.name } },
        ...fileBody(file),
      }),
    );
    if (kept) again();
  };
  return (
    <>
      <ProblemNotice problem={change.problem} />
      <input
        ref={choose}
        type="file"
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) void keep(file);
          event.currentTarget.value = "";
        }}
      />
      <button
        type="button"
        class="quiet"
        disabled={change.busy}
        aria-busy={change.busy}
        aria-label={say("keep_file_of", { number: decree.number ?? "" })}
        onClick={() => choose.current?.click()}
      >
        {say("keep_file")}
      </button>
    </>
  );
}

interface RowProps {
  code: string;
  decree: Decree;
  changes: boolean;
  again: () => void;
}

function Row({ code, decree, changes, again }: RowProps) {
  return (
    <tr>
      <th scope="row">
        {decree.number} {decree.subject && <small>{decree.subject}</small>}
      </th>
      <td>
        {partialDate(decree.signed_on)}, {[decree.signed_by_name, decree.office].filter(Boolean).join(", ")}
      </td>
      <td>
        {decree.to ? period(decree.from, decree.to) : say("from", { from: partialDate(decree.from) })}
      </td>
      <td>{titled(say(`decree_${decree.state}`))}</td>
      <td>
        {decree.teams.map((team, place) => (
          <span key={team.id}>
            {place > 0 && ", "}
            <a href={`/${code}/pokja/${team.id}`}>{team.name}</a>
          </span>
        ))}
      </td>
      <td>
        <File code={code} decree={decree} changes={changes} again={again} />
      </td>
    </tr>
  );
}

interface Props {
  code: string;
  found: Resource<{ decrees: Decree[] }>;
  changes: boolean;
  again: () => void;
}

export function Decrees({ code, found, changes, again }: Props) {
  const [adding, setAdding] = useState(false);
  const decrees = found.value?.decrees;
  return (
    <section>
      <div class="teams-heading">
        <h2>{titled(say("decrees"))}</h2>
        {changes && decrees && (
          <button type="button" class="secondary" onClick={() => setAdding(true)}>
            {titled(say("new_decree"))}
          </button>
        )}
      </div>
      <ProblemNotice problem={found.problem} again={found.again} />
      {!decrees && found.loading && <Loading />}
      {decrees?.length === 0 && <p>{titled(say("no_decrees"))}</p>}
      {decrees && decrees.length > 0 && (
        <div class="wide" tabIndex={0} role="region" aria-label={titled(say("decrees"))}>
          <table>
            <thead>
              <tr>
                <th scope="col">{titled(say("decree"))}</th>
                <th scope="col">{say("signed")}</th>
                <th scope="col">{say("term")}</th>
                <th scope="col">{say("state")}</th>
                <th scope="col">{say("teams")}</th>
                <th scope="col">{say("file")}</th>
              </tr>
            </thead>
            <tbody>
              {decrees.map((decree) => (
                <Row key={decree.id} code={code} decree={decree} changes={changes} again={again} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {adding && (
        <NewDecree
          code={code}
          decrees={decrees ?? []}
          done={() => {
            setAdding(false);
            again();
          }}
          close={() => setAdding(false)}
        />
      )}
    </section>
  );
}
