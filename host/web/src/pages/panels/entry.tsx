// What an assessor reads of an entry before judging: summary, aims, indicators, evidence.
import { useEffect } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import type { components } from "../../api/schema";
import { decimal } from "../../formats/decimal";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import words from "./assess_words.json";

const say = sentences(words);

type Innovation = components["schemas"]["Innovation"];

/** What was read stays at hand, so that going back and on needs no connection. */
const read = new Map<string, ReturnType<typeof ask>>();

const ask = (id: string) => api.GET("/api/v1/innovations/{id}", { params: { path: { id } } });

async function entryOf(id: string) {
  const asked = read.get(id) ?? ask(id);
  read.set(id, asked);
  try {
    const answer = await asked;
    if (!answer.data) read.delete(id);
    return answer;
  } catch (error) {
    read.delete(id);
    throw error;
  }
}

function Indicators({ entry }: { entry: Innovation }) {
  const indicators = entry.indicators ?? [];
  if (indicators.length === 0) return null;
  return (
    <>
      <h3>{say("indicators")}</h3>
      <ul>
        {indicators.map((one) => (
          <li key={one.definition}>
            {one.definition}:{" "}
            {say("from_to", {
              from: decimal(one.baseline ?? "") || say("unknown"),
              to: decimal(one.target ?? "") || say("unknown"),
              unit: one.unit ?? "",
            })}
            {one.measured?.at(-1)?.value && `; ${say("measured", { value: decimal(one.measured.at(-1)?.value ?? "") })}`}
          </li>
        ))}
      </ul>
    </>
  );
}

function Evidence({ entry }: { entry: Innovation }) {
  const files = entry.evidence ?? [];
  if (files.length === 0) return <p>{say("no_evidence")}</p>;
  return (
    <>
      <h3>{say("evidence")}</h3>
      <ul>
        {files.map((file) => (
          <li key={file.sha256}>
            <a href={`/api/v1/innovations/${entry.id}/evidence/${file.sha256}`} target="_blank" rel="noreferrer">
              {file.file_name || say("file")}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

const texts = ["problem", "target_group", "benefit", "uniqueness"] as const;

/** `following`: the one that comes next, read ahead. */
export function Entry({ id, following }: { id: string; following?: string }) {
  const found = useResource(() => entryOf(id), [id]);
  useEffect(() => {
    if (following) void entryOf(following).catch(() => undefined);
  }, [following]);
  const entry = found.value?.id === id ? found.value : undefined;
  if (!entry) return found.problem ? <ProblemNotice problem={found.problem} again={found.again} /> : <Loading />;
  return (
    <>
      <p>{entry.summary || say("no_summary")}</p>
      <Evidence entry={entry} />
      <details>
        <summary>{say("more")}</summary>
        {texts.map(
          (text) =>
            entry[text] && (
              <p key={text}>
                <strong>{say(text)}</strong>
                <br />
                {entry[text]}
              </p>
            ),
        )}
        <Indicators entry={entry} />
      </details>
    </>
  );
}
