// Entries of the region that may be the same; a verifier makes one of two, and can part them.
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { percent } from "../../formats/formats";
import { StatusMark } from "../../parts/innovation/status_mark";
import type { Innovation } from "../../parts/innovation/value_words";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences(words);

type Alike = Extract<keyof typeof words, `alike_${string}`>;

const isAlike = (key: string): key is Alike => key in words;

function reasonName(reason: string): string {
  const key = `alike_${reason}`;
  return isAlike(key) ? say(key) : reason;
}

interface Props {
  code: string;
  entry: Innovation;
  turn: number;
  /** Without: the reader may not merge. */
  merge?: (gone: string, name: string) => void;
}

export function Duplicates({ code, entry, turn, merge }: Props) {
  const { id, name, short_name, summary, owner } = entry;
  const found = useResource(
    (signal) =>
      api.POST("/api/v1/regions/{code}/innovations/likely-duplicates", {
        params: { path: { code }, query: { limit: 10 } },
        body: { id, name, short_name, summary, owner },
        signal,
      }),
    [code, id, turn],
  );
  const alike = found.value?.likely_duplicates.filter((one) => one.id !== id && one.status !== "archived");
  if (!alike) return found.problem ? <ProblemNotice problem={found.problem} again={found.again} /> : <Loading />;
  if (alike.length === 0) return <p class="entry-unknown">{say("no_duplicates")}</p>;
  return (
    <ul class="entry-similar">
      {alike.map((one) => (
        <li key={one.id}>
          <a href={`/${one.region}/inovasi/${one.id}`}>
            <strong>{one.name}</strong>
          </a>{" "}
          <StatusMark status={one.status} />{" "}
          <small>
            {[
              one.owner,
              say("alike", { share: percent(one.score / 1_000_000) }),
              one.reasons.map(reasonName).join(", "),
              one.words.length > 0 && say("alike_words", { words: one.words.join(", ") }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </small>
          {merge && one.region === code && (
            <p>
              <button type="button" class="quiet" onClick={() => merge(one.id, one.name)}>
                {say("merge")}
                <span class="visually-hidden"> {one.name}</span>
              </button>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
