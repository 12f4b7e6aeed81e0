// What changed between two frozen rounds, or between a frozen round and now.
import { useLocation } from "preact-iso";

import fields from "registry-data/messages/field.json";
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { areaName, type Taxonomy, useTaxonomy } from "../../api/taxonomy";
import { number } from "../../formats/formats";
import { Empty } from "../../parts/empty";
import { Field } from "../../parts/field";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import type { PathProps } from "../../shell/pages";
import { language } from "../../words/language";
import { type Sentence, sentences, titled } from "../../words/words";
import { byFate, type Difference, fates, type Round } from "./round";
import { RoundFrame } from "./round_frame";
import words from "./words.json";

const say = sentences(words);
const named: Record<string, Sentence | undefined> = fields;

const fieldName = (key: string) => named[`field.${key}`]?.[language.value] ?? key;

function What({ one, taxonomy }: { one: Difference; taxonomy?: Taxonomy }) {
  const areas = (keys: readonly string[]) =>
    keys.map((key) => areaName(taxonomy, key)).join(", ") || say("no_area");
  const moved = one.areas_before.join() !== one.areas_after.join();
  const both = one.fate === "mapped_otherwise" || (one.fate === "changed" && moved);
  return (
    <>
      {both && (
        <div>
          {say("areas_moved", { before: areas(one.areas_before), after: areas(one.areas_after) })}
        </div>
      )}
      {one.fields.length > 0 && (
        <div>{say("fields_changed", { fields: one.fields.map(fieldName).join(", ") })}</div>
      )}
      {one.fate === "added" && <div>{areas(one.areas_after)}</div>}
      {one.fate === "gone" && <div>{areas(one.areas_before)}</div>}
    </>
  );
}

function Differences({ code, id, other }: { code: string; id: string; other?: string }) {
  const taxonomy = useTaxonomy();
  const found = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/rounds/{id}/comparison", {
        params: { path: { code, id }, query: { with: other } },
        signal,
      }),
    [code, id, other],
  );
  const comparison = found.value;
  if (!comparison) {
    return found.loading ? <Loading /> : <ProblemNotice problem={found.problem} again={found.again} />;
  }
  const groups = byFate(comparison.differences);
  return (
    <>
      <p>
        {say("compared", { from: comparison.from, to: comparison.to ?? say("now") })}{" "}
        {fates
          .map((fate) => say(`total_${fate}`, { count: number(comparison.totals[fate]) }))
          .join(", ")}
        .
      </p>
      {groups.length === 0 && <Empty title={say("same")} />}
      {groups.map((group) => (
        <section key={group.fate}>
          <h2>{say(`fate_${group.fate}`)}</h2>
          <div class="wide" tabIndex={0} role="region" aria-label={say(`fate_${group.fate}`)}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say("col_innovation")}</th>
                  <th scope="col">{titled(say("col_owner"))}</th>
                  <th scope="col">{say("col_what")}</th>
                </tr>
              </thead>
              <tbody>
                {group.of.map((one) => (
                  <tr key={one.id}>
                    <th scope="row">
                      <a href={`/${code}/inovasi/${one.id}`}>{one.name}</a>
                    </th>
                    <td>{one.owner}</td>
                    <td>
                      <What one={one} taxonomy={taxonomy} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
    </>
  );
}

function Compare({ code, round }: { code: string; round: Round }) {
  const { query, path, route } = useLocation();
  const rounds = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/rounds", { params: { path: { code } }, signal }),
    [code],
  );
  if (round.frozen_revision === undefined) {
    return <Empty title={say("not_frozen")} what={titled(say("not_frozen_what"))} />;
  }
  const other = query.with || undefined;
  const others = (rounds.value?.rounds ?? []).filter(
    (one) => one.id !== round.id && one.frozen_revision !== undefined,
  );
  return (
    <>
      <div class="rounds-choice no-print">
        <Field label={say("compare_with")}>
          {(given) => (
            <select
              {...given}
              value={other ?? ""}
              onChange={(event) => {
                const chosen = event.currentTarget.value;
                route(chosen ? `${path}?with=${chosen}` : path, true);
              }}
            >
              <option value="">{say("now")}</option>
              {others.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.snapshot || one.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Differences code={code} id={round.id} other={other} />
    </>
  );
}

export default function ComparisonPage({ region: code = "", id = "" }: PathProps) {
  return (
    <RoundFrame code={code} id={id} tab="comparison">
      {(round) => <Compare code={code} round={round} />}
    </RoundFrame>
  );
}
