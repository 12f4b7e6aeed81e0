// What a closed panel found: whether its members agree, where they are far apart, the middle
// score of each entry and who gave what.
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import type { components } from "../../api/schema";
import { number } from "../../formats/formats";
import { Loading } from "../../parts/loading";
import { Notice, ProblemNotice } from "../../parts/notice";
import { wording } from "../../words/wording";
import { sentences } from "../../words/words";
import "./results.css";
import words from "./words.json";

const say = sentences(words);

type Panel = components["schemas"]["Panel"];
type Found = components["schemas"]["PanelResults"];
type Judged = Found["entries"][number];

const titleIn = (panel: Panel) => (key: string) =>
  wording(panel.criteria?.find((one) => one.key === key)?.title) || key;

function Agreement({ panel, found }: { panel: Panel; found: Found }) {
  const title = titleIn(panel);
  return (
    <section>
      <h2>{say("agreement")}</h2>
      <dl class="panel-agreement">
        {found.agreement.map((one) => (
          <div key={one.criterion}>
            <dt>{title(one.criterion)}</dt>
            <dd class={one.level}>{say(`agreement_${one.level}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function FarApart({ panel, found }: { panel: Panel; found: Found }) {
  const title = titleIn(panel);
  if (found.far_apart.length === 0) return <Notice kind="good">{say("nothing_far_apart")}</Notice>;
  return (
    <section>
      <h2>{say("far_apart")}</h2>
      <p>{say("far_apart_what")}</p>
      <ul>
        {found.far_apart.map((one) => {
          const scores =
            found.entries
              .find((entry) => entry.id === one.innovation)
              ?.criteria.find((criterion) => criterion.criterion === one.criterion)?.scores ?? [];
          return (
            <li key={`${one.innovation}/${one.criterion}`}>
              <strong>{one.name}</strong>, {title(one.criterion)}:{" "}
              {scores.map((score) => `${score.name} ${score.step}${score.note ? ` (${score.note})` : ""}`).join("; ")}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Row({ panel, entry, code }: { panel: Panel; entry: Judged; code: string }) {
  const of = (key: string) => entry.criteria.find((one) => one.criterion === key);
  return (
    <tr>
      <th scope="row">
        <a href={`/${code}/inovasi/${entry.id}`}>{entry.name}</a>
      </th>
      {(panel.criteria ?? []).map(({ key = "" }) => {
        const found = of(key);
        const median = found?.median_halves;
        return (
          <td key={key} class="number">
            {median === undefined ? say("unknown") : number(median / 2, 1)}
            {found?.far_apart && <small class="panel-apart"> {say("apart")}</small>}
            <br />
            <small>{(found?.scores ?? []).map((score) => score.step).join(" · ")}</small>
          </td>
        );
      })}
    </tr>
  );
}

export function Results({ code, panel }: { code: string; panel: Panel }) {
  const asked = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/panels/{id}/results", { params: { path: { code, id: panel.id } }, signal }),
    [code, panel.id],
  );
  const found = asked.value;
  if (!found) return asked.problem ? <ProblemNotice problem={asked.problem} again={asked.again} /> : <Loading />;
  return (
    <>
      <Agreement panel={panel} found={found} />
      <FarApart panel={panel} found={found} />
      <section>
        <h2>{say("results")}</h2>
        <p>{say("results_what")}</p>
        <div class="wide" tabIndex={0} role="region" aria-label={say("results")}>
          <table class="striped">
            <thead>
              <tr>
                <th scope="col">{say("entry")}</th>
                {(panel.criteria ?? []).map((one) => (
                  <th key={one.key} scope="col" class="number">
                    {wording(one.title)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.entries.map((entry) => (
                <Row key={entry.id} code={code} panel={panel} entry={entry} />
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </>
  );
}
