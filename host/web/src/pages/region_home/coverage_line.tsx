// In one line how far the areas are covered, and which are empty.
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import type { NamesLoaded } from "../../parts/innovation/names";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences(words);

const named = 3;

export function CoverageLine({ code, names }: { code: string; names: NamesLoaded }) {
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/coverage", { params: { path: { code } }, signal }),
    [code],
  );
  const coverage = found.value;
  if (!coverage) return found.problem ? <ProblemNotice problem={found.problem} again={found.again} /> : null;
  const holes = coverage.areas.filter((one) => one.hole);
  const some = holes.slice(0, named).map((one) => names.area(one.area)).join(", ");
  const rest = holes.length - named;
  return (
    <p>
      {say("covered", { covered: coverage.areas.length - holes.length, all: coverage.areas.length })}{" "}
      {holes.length > 0 && say("holes", { areas: some })}
      {rest > 0 && ` ${say("holes_more", { count: rest })}`}{" "}
      <a href={`/${code}/peta`}>{say("to_map")}</a>
    </p>
  );
}
