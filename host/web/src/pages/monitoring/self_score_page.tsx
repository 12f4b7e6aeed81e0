// What an evaluation would find, as far as the registry knows: ranges, what is missing; and what
// citizens say of each area.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import type { components } from "../../api/schema";
import { number } from "../../formats/formats";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { wording } from "../../words/wording";
import { sentences } from "../../words/words";
import { Bar } from "./bar";
import "./monitoring.css";
import { PartsNav } from "./parts_nav";
import { percentsOf, scoreText } from "./score";
import words from "./score_words.json";
import { Survey } from "./survey";

const say = sentences(words);

type SelfScore = components["schemas"]["SelfScore"];
type Part = SelfScore["parts"][number];

interface PartsProps {
  parts: Part[];
  scale: number;
  title: string;
  /** Each quick win tells what it lacks; the mean of all does not. */
  lacks?: boolean;
}

function Parts({ parts, scale, title, lacks }: PartsProps) {
  return (
    <div class="wide" tabIndex={0} role="region" aria-label={title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say("part")}</th>
            <th scope="col" class="number">
              {say("weight")}
            </th>
            <th scope="col">{say("score")}</th>
            {lacks && <th scope="col">{say("missing")}</th>}
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.key}>
              <th scope="row">{wording(part.title)}</th>
              <td class="number">{number(part.weight)}</td>
              <td>
                <Bar {...percentsOf(part)} />
                {scoreText(part, scale)}
              </td>
              {lacks && <td>{part.missing.map(wording).join(" ")}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Score({ code, score }: { code: string; score: SelfScore }) {
  return (
    <>
      <p class="monitoring-score">
        <Bar {...percentsOf(score)} />
        <strong>{say("whole", { score: scoreText(score, score.scale), scale: score.scale })}</strong>{" "}
        {score.low !== score.high && say("range_what")}
      </p>
      <Parts parts={score.parts} scale={score.scale} title={say("parts")} />
      <h3>{say("entries")}</h3>
      {score.entries.map((entry) => (
        <details key={`${entry.set}/${entry.candidate}`}>
          <summary>
            {entry.name}: {scoreText(entry, score.scale)}
          </summary>
          <p>
            <a href={`/${code}/quick-win/${entry.set}/${entry.candidate}`}>{say("open", { name: entry.name })}</a>
          </p>
          <Parts parts={entry.parts} scale={score.scale} title={say("parts_of", { name: entry.name })} lacks />
        </details>
      ))}
    </>
  );
}

export default function SelfScorePage({ region: code = "" }: Record<string, string>) {
  const [scheme, setScheme] = useState("");
  const schemes = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/evaluation-schemes", { params: { path: { code } }, signal }),
    [code],
  );
  const found = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/self-score", {
        params: { path: { code }, query: scheme ? { scheme } : {} },
        signal,
      }),
    [code, scheme],
  );
  return (
    <Page title={say("title")}>
      <PartsNav code={code} />
      <p>{say("what")}</p>
      <label>
        {say("scheme")}
        <select value={scheme || found.value?.scheme} onChange={(event) => setScheme(event.currentTarget.value)}>
          {(schemes.value?.schemes ?? []).map((one) => (
            <option key={one.key} value={one.key}>
              {wording(one.name)}
            </option>
          ))}
        </select>
      </label>
      <ProblemNotice problem={found.problem} again={found.again} />
      {found.value ? <Score code={code} score={found.value} /> : !found.problem && <Loading />}
      <Survey code={code} changed={found.again} />
    </Page>
  );
}
