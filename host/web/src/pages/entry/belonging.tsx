// What the entry belongs together with: relations, packages, similar ones elsewhere.
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { partialDate } from "../../formats/partial_date";
import type { Names } from "../../parts/innovation/names";
import { relationWord, stageWord } from "../../parts/innovation/value_words";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences(words);

export function Belonging({ code, id, turn }: { code: string; id: string; turn: number }) {
  const relations = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/relations", {
        params: { path: { code }, query: { innovation: id } },
        signal,
      }),
    [code, id, turn],
  );
  const packages = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/packages", { params: { path: { code } }, signal }),
    [code, id, turn],
  );
  const related = relations.value?.relations ?? [];
  const joined = (packages.value?.packages ?? []).filter((one) => one.members?.includes(id));
  const problem = relations.problem ?? packages.problem;
  if (related.length + joined.length === 0 && !problem) return null;
  return (
    <section class="entry-group">
      <h2>{say("belonging")}</h2>
      <ProblemNotice problem={problem} />
      <ul>
        {related.map((one) => {
          const isFrom = one.from === id;
          return (
            <li key={one.id}>
              {relationWord(one.kind, isFrom)}{" "}
              <a href={`/${code}/inovasi/${isFrom ? one.to : one.from}`}>
                {isFrom ? one.to_name : one.from_name}
              </a>
              {one.note && <small> {one.note}</small>}
            </li>
          );
        })}
        {joined.map((one) => (
          <li key={one.id}>
            {say("in_package", { name: one.name ?? "–" })}:{" "}
            {one.entries
              .filter((entry) => entry.id !== id)
              .map((entry, place) => (
                <span key={entry.id}>
                  {place > 0 && ", "}
                  <a href={`/${code}/inovasi/${entry.id}`}>{entry.name}</a>
                </span>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function SimilarElsewhere({ id, names }: { id: string; names: Names }) {
  const found = useResource(
    (signal) =>
      api.GET("/api/v1/innovations/{id}/similar", { params: { path: { id }, query: { limit: 10 } }, signal }),
    [id],
  );
  const similar = found.value?.similar;
  if (!similar) return found.problem ? <ProblemNotice problem={found.problem} again={found.again} /> : <Loading />;
  if (similar.length === 0) return <p class="entry-unknown">{say("no_similar")}</p>;
  return (
    <ul class="entry-similar">
      {similar.map((one) => (
        <li key={one.id}>
          <a href={`/${one.region}/inovasi/${one.id}`}>
            <strong>{one.name}</strong>
          </a>{" "}
          <small>
            {[
              one.region_name,
              one.owner,
              one.stage && stageWord(one.stage),
              one.applied && partialDate(one.applied),
              one.areas.map(names.area).join(", "),
            ]
              .filter(Boolean)
              .join(" · ")}
          </small>
          {one.summary && <p>{one.summary}</p>}
          {one.results.map((result, place) => (
            <p key={place} class="entry-below">
              {say("result", {
                definition: result.definition ?? "–",
                baseline: result.baseline ?? "–",
                measured: result.measured ?? result.target ?? "–",
                unit: result.unit ?? "",
              })}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
