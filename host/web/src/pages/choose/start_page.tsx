// Where choosing begins: scenarios kept by name, those that come with the rules, the runs so far
// and the sealed weights.
import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { instant, number } from "../../formats/formats";
import { namesOf } from "../../parts/choice/answers";
import { countWords } from "../../parts/choice/groups";
import { scenarioOf } from "../../parts/choice/scenario";
import shared from "../../parts/choice/words.json";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import type { PathProps } from "../../shell/pages";
import { region } from "../../shell/region";
import { sentences, titled } from "../../words/words";
import "./choose.css";
import { type Pack, packsFor } from "./packs";
import { type Row, rowsOf } from "./runs";
import { SealList } from "./seal_list";
import words from "./words.json";

const say = sentences({ ...shared, ...words });

export default function StartPage({ region: code = "" }: PathProps) {
  return (
    <Page title={say("title")}>
      <p>{say("what")}</p>
      <Scenarios code={code} />
      <RunsSoFar code={code} />
      <SealList code={code} />
    </Page>
  );
}

function Scenarios({ code }: { code: string }) {
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/scenarios", { params: { path: { code } }, signal }),
    [code],
  );
  const kept = found.value?.scenarios ?? [];
  const { own, others } = packsFor(code);
  const address = (key: string, value: string) =>
    `/${code}/pilih/baru?${new URLSearchParams({ [key]: value }).toString()}`;
  const pack = ({ plugin, scenario }: Pack) => (
    <li key={plugin}>
      <a href={address("paket", plugin)}>{scenario.name ?? plugin}</a>{" "}
      <small>{say("pack_of", { rule: plugin, count: countWords(scenario.count) })}</small>
    </li>
  );
  return (
    <section class="choose-part">
      <h2>{say("scenarios")}</h2>
      <ProblemNotice problem={found.problem} again={found.again} />
      {kept.length > 0 && (
        <ul>
          {kept.map((one) => (
            <li key={one.id}>
              <a href={address("skenario", one.name)}>{one.name}</a>{" "}
              <small>{titled(countWords(scenarioOf(one.document)?.count))}</small>
            </li>
          ))}
        </ul>
      )}
      {own.length > 0 && (
        <>
          <h3>{say("packs_own")}</h3>
          <ul>{own.map(pack)}</ul>
        </>
      )}
      {others.length > 0 && (
        <details>
          <summary>{say("packs_others")}</summary>
          <ul>{others.map(pack)}</ul>
        </details>
      )}
    </section>
  );
}

const mostShown = 30;

function RunsSoFar({ code }: { code: string }) {
  const { route } = useLocation();
  const [all, setAll] = useState(false);
  const [picked, setPicked] = useState<string[]>([]);
  const selections = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/selections", { params: { path: { code } }, signal }),
    [code],
  );
  const runs = useResource((signal) => runsOfRounds(code, signal), [code]);
  const rows = rowsOf(selections.value?.selections ?? [], runs.value ?? []);
  const pick = (id: string) =>
    setPicked((before) =>
      before.includes(id) ? before.filter((one) => one !== id) : [...before.slice(-1), id],
    );
  // What was made earlier stands first: came and went are told from it on.
  const [a, b] = rows.map((row) => row.selection.id).filter((id) => picked.includes(id)).reverse();
  return (
    <section class="choose-part">
      <div class="heading">
        <h2>{say("runs")}</h2>
        {rows.length > 1 && (
          <button
            type="button"
            class="secondary choose-narrow"
            disabled={!a || !b}
            onClick={() => route(`/${code}/pilih/banding?a=${a}&b=${b}`)}
          >
            {say("compare_two")}
          </button>
        )}
      </div>
      <ProblemNotice problem={selections.problem} again={selections.again} />
      {!selections.value && selections.loading && <Loading />}
      {selections.value && rows.length === 0 && <Empty title={say("runs_none")} what={say("runs_none_what")} />}
      {rows.length > 0 && (
        <div class="wide" tabIndex={0} role="region" aria-label={say("runs")}>
          <table class="choose-runs">
            <thead>
              <tr>
                <th scope="col">{say("compare")}</th>
                <th scope="col">{say("run")}</th>
                <th scope="col">{say("when")}</th>
                <th scope="col" class="number">
                  {say("score")}
                </th>
                <th scope="col">{say("since_before")}</th>
              </tr>
            </thead>
            <tbody>
              {(all ? rows : rows.slice(0, mostShown)).map((row) => (
                <RunRow
                  key={row.selection.id}
                  code={code}
                  row={row}
                  picked={picked.includes(row.selection.id)}
                  pick={pick}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!all && rows.length > mostShown && (
        <button type="button" class="quiet" onClick={() => setAll(true)}>
          {say("runs_all", { count: rows.length })}
        </button>
      )}
    </section>
  );
}

/** The runs of every round; a round that cannot be read is left out. */
async function runsOfRounds(code: string, signal: AbortSignal) {
  const path = { code };
  const { data, error, response } = await api.GET("/api/v1/regions/{code}/rounds", { params: { path }, signal });
  if (!data) return { error, response };
  const answers = await Promise.all(
    data.rounds.map((round) =>
      api.GET("/api/v1/regions/{code}/rounds/{id}/selections", {
        params: { path: { code, id: round.id } },
        signal,
      }),
    ),
  );
  return { data: answers.flatMap((one) => (one.data ? [one.data] : [])), response };
}

interface RowProps {
  code: string;
  row: Row;
  picked: boolean;
  pick: (id: string) => void;
}

function RunRow({ code, row, picked, pick }: RowProps) {
  const { selection, at, by, round, since } = row;
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          checked={picked}
          aria-label={say("compare_this", { name: selection.name })}
          onChange={() => pick(selection.id)}
        />
      </td>
      <th scope="row">
        <a href={`/${code}/pilih/${selection.id}`}>{selection.name}</a>
        <small>
          {selection.selected
            ? say("run_chosen", { chosen: selection.selected.length })
            : say("run_infeasible")}
          {round && ` · ${round}`}
        </small>
      </th>
      <td>
        {at ? instant(at, region.value?.time_zone) : selection.as_of}
        {by && <small>{by}</small>}
      </td>
      <td class="number">{selection.score === null ? "–" : number(selection.score)}</td>
      <td>{since ? sinceWords(since) : say("since_unknown")}</td>
    </tr>
  );
}

function sinceWords(since: NonNullable<Row["since"]>): string {
  if (since.same_inputs) return say("since_same");
  const catalogue = since.catalogue.totals;
  const touched = catalogue.added + catalogue.changed + catalogue.mapped_otherwise + catalogue.gone;
  return [
    ...(since.scenario.length > 0 ? [say("since_scenario", { count: since.scenario.length })] : []),
    ...(since.plugins.length > 0 ? [say("since_rules")] : []),
    ...(touched > 0 ? [say("since_catalogue", { count: touched })] : []),
    ...(since.enter.length > 0 ? [say("since_came", { names: namesOf(since.enter) })] : []),
    ...(since.leave.length > 0 ? [say("since_went", { names: namesOf(since.leave) })] : []),
  ].join("; ");
}
