// The innovations between two dimensions, and the package that is made of them.
import { useState } from "preact/hooks";

import { useChange } from "../../api/change";
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { areaName, dimensionName, useTaxonomy } from "../../api/taxonomy";
import { number } from "../../formats/formats";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { Notice, ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import type { PathProps } from "../../shell/pages";
import { may } from "../../shell/session";
import { sentences, titled } from "../../words/words";
import { MakePackage, type Made } from "./make_package";
import words from "./words.json";

const say = sentences(words);
const most = 1000;

export default function IntersectionPage({ region: code = "", first = "", second = "" }: PathProps) {
  const taxonomy = useTaxonomy();
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const [made, setMade] = useState<Made>();
  const [undone, setUndone] = useState(false);
  const undoing = useChange();
  const found = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/coverage/pairs/{first}/{second}", {
        params: { path: { code, first, second }, query: { limit: most } },
        signal,
      }),
    [code, first, second],
  );
  const entries = found.value?.innovations;
  const names = { first: dimensionName(taxonomy, first), second: dimensionName(taxonomy, second) };
  const title = titled(say(first === second ? "same_title" : "pair_title", names));
  const canJoin = first !== second && may("relate", code) && (entries?.length ?? 0) > 1;

  const leaveOut = (id: string, out: boolean) => {
    const next = new Set(without);
    if (out) next.add(id);
    else next.delete(id);
    setWithout(next);
  };
  const undo = async (made: Made) => {
    const done = await undoing.run(() =>
      api.DELETE("/api/v1/regions/{code}/packages/{id}", {
        params: { path: { code, id: made.id }, header: { "If-Match": made.etag } },
      }),
    );
    if (!done) return;
    setMade(undefined);
    setUndone(true);
  };

  return (
    <Page title={title} actions={<a href={`/${code}/peta`}>{say("back")}</a>}>
      <ProblemNotice problem={found.problem} again={found.again} />
      <ProblemNotice problem={undoing.problem} />
      {!entries && found.loading && <Loading />}
      {made && (
        <Notice kind="good">
          <p>{titled(say("package_made", { name: made.name, count: number(made.members) }))}</p>
          <button type="button" class="secondary" disabled={undoing.busy} onClick={() => void undo(made)}>
            {say("undo")}
          </button>
        </Notice>
      )}
      {undone && (
        <Notice kind="note">
          <p>{titled(say("undone"))}</p>
        </Notice>
      )}
      {entries?.length === 0 && <Empty title={say("pair_none")} what={say("pair_none_what")} />}
      {entries && entries.length > 0 && (
        <>
          {entries.length === most && <p>{titled(say("at_most", { most: number(most) }))}</p>}
          <div class="wide" tabIndex={0} role="region" aria-label={title}>
            <table>
              <thead>
                <tr>
                  {canJoin && <td />}
                  <th scope="col">{say("col_innovation")}</th>
                  <th scope="col">{titled(say("col_owner"))}</th>
                  <th scope="col">{titled(say("col_area"))}</th>
                </tr>
              </thead>
              <tbody>
                {entries.map((one) => (
                  <tr key={one.id}>
                    {canJoin && (
                      <td>
                        <input
                          type="checkbox"
                          aria-label={say("include", { name: one.name })}
                          checked={!without.has(one.id)}
                          onChange={(event) => leaveOut(one.id, !event.currentTarget.checked)}
                        />
                      </td>
                    )}
                    <th scope="row">
                      <a href={`/${code}/inovasi/${one.id}`}>{one.name}</a>
                    </th>
                    <td>{one.owner ?? say("owner_unknown")}</td>
                    <td>{one.areas.map((area) => areaName(taxonomy, area)).join(", ")}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {canJoin && !made && (
            <MakePackage
              key={`${first} ${second}`}
              code={code}
              first={first}
              second={second}
              name={`${names.first} – ${names.second}`}
              entries={entries}
              without={without}
              done={(one) => {
                setUndone(false);
                setMade(one);
              }}
            />
          )}
        </>
      )}
    </Page>
  );
}
