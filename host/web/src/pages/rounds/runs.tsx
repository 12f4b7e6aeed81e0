// What was chosen in the round, in order.
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { instant, number } from "../../formats/formats";
import { region as here } from "../../shell/region";
import { sentences, titled } from "../../words/words";
import type { Round } from "./round";
import words from "./words.json";

const say = sentences(words);

export function Runs({ code, round }: { code: string; round: Round }) {
  const found = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/rounds/{id}/selections", {
        params: { path: { code, id: round.id } },
        signal,
      }),
    [code, round.id],
  );
  // Who sees one organisation's part of the region alone sees no runs.
  const runs = found.value?.runs ?? [];
  if (runs.length === 0) return null;
  return (
    <section>
      <h2>{titled(say("runs"))}</h2>
      <ol>
        {runs.map((run) => (
          <li key={run.selection}>
            <a href={`/${code}/pilih/${run.selection}`}>{run.name}</a>:{" "}
            {titled(say("run_chosen", { count: number(run.chosen.length) }))}{" "}
            <small>
              {[run.by, instant(run.at, here.value?.time_zone)].filter(Boolean).join(", ")}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}
