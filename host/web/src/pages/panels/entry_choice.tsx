// Picks entries by searching for them.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import words from "./new_words.json";

const say = sentences(words);

interface Props {
  code: string;
  /** Ids. */
  chosen: string[];
  choose: (ids: string[]) => void;
}

export function EntryChoice({ code, chosen, choose }: Props) {
  const [sought, setSought] = useState("");
  const found = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/innovations", {
        params: {
          path: { code },
          query: { status: ["verified", "submitted"], limit: 50, ...(sought.trim() ? { q: sought.trim() } : { sort: "name" as const }) },
        },
        signal,
      }),
    [code, sought],
  );
  const entries = found.value?.innovations ?? [];
  return (
    <>
      <label>
        {say("search")}
        <input type="search" maxLength={200} value={sought} onInput={(event) => setSought(event.currentTarget.value)} />
      </label>
      <p role="status">{say("picked", { count: chosen.length })}</p>
      <ProblemNotice problem={found.problem} again={found.again} />
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(entry.id)}
                onChange={(event) =>
                  choose(
                    event.currentTarget.checked
                      ? [...chosen, entry.id]
                      : chosen.filter((one) => one !== entry.id),
                  )
                }
              />
              {entry.name}
            </label>
          </li>
        ))}
      </ul>
      {found.value?.next && <small>{say("more_found")}</small>}
    </>
  );
}
