// What is late, then what is late and explained, then what was.
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import type { components } from "../../api/schema";
import { today } from "../../formats/months";
import { Loading } from "../../parts/loading";
import { Notice, ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import words from "./late_words.json";
import { latenessWords } from "./lateness";
import "./monitoring.css";

const say = sentences(words);

type Thing = components["schemas"]["LateList"]["late"][number];

function Things({ code, things }: { code: string; things: Thing[] }) {
  return (
    <ul>
      {things.map((thing, index) => (
        <li key={index}>
          <strong>
            {say(thing.kind)}: {thing.what}
          </strong>
          {thing.name && thing.set && thing.candidate && (
            <>
              {" · "}
              <a href={`/${code}/quick-win/${thing.set}/${thing.candidate}`}>{thing.name}</a>
            </>
          )}
          <br />
          {latenessWords(thing, today())}
          {thing.owner_name && (
            <>
              {" "}
              <small>{say("owner", { owner: thing.owner_name })}</small>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

export function Late({ code }: { code: string }) {
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/late", { params: { path: { code } }, signal }),
    [code],
  );
  const things = found.value?.late;
  if (!things) return found.problem ? <ProblemNotice problem={found.problem} again={found.again} /> : <Loading />;
  const late = things.filter((one) => one.state === "late");
  const explained = things.filter((one) => one.state === "explained");
  const was = things.filter((one) => one.done_on);
  return (
    <section>
      <h2>{say("title")}</h2>
      {late.length + explained.length === 0 && <Notice kind="good">{say("nothing")}</Notice>}
      {late.length > 0 && (
        <>
          <h3 class="monitoring-late">{say("late")}</h3>
          <Things code={code} things={late} />
        </>
      )}
      {explained.length > 0 && (
        <>
          <h3>{say("explained")}</h3>
          <Things code={code} things={explained} />
        </>
      )}
      {was.length > 0 && (
        <details>
          <summary>{say("was", { count: was.length })}</summary>
          <Things code={code} things={was} />
        </details>
      )}
    </section>
  );
}
