// The sets of quick wins: what holds, what was replaced, what can be adopted; and the three
// horizons over all of them.
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import type { components } from "../../api/schema";
import { day } from "../../formats/formats";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { may } from "../../shell/session";
import { sentences } from "../../words/words";
import { Horizons } from "./horizons";
import { placedAs, type QuickWinSet } from "./set";
import words from "./words.json";

const say = sentences(words);

function SetRow({ code, set }: { code: string; set: QuickWinSet }) {
  const signed = set.signatories.length - set.unsigned;
  return (
    <tr>
      <th scope="row">
        <a href={`/${code}/quick-win/${set.id}`}>{set.name}</a>
      </th>
      <td>{set.adopted_on && day(set.adopted_on)}</td>
      <td>{set.decree || say("no_decree")}</td>
      <td class="number">{placedAs(set, "quick-win").length}</td>
      <td>
        {set.amended_by
          ? say("amended")
          : set.signatories.length === 0
            ? say("no_signatories")
            : say("signed_of", { signed, all: set.signatories.length })}
      </td>
    </tr>
  );
}

function Sets({ code, sets, title }: { code: string; sets: QuickWinSet[]; title: string }) {
  if (sets.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <div class="wide" tabIndex={0} role="region" aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say("name")}</th>
              <th scope="col">{say("adopted_on")}</th>
              <th scope="col">{say("decree")}</th>
              <th scope="col" class="number">
                {say("count")}
              </th>
              <th scope="col">{say("commitment")}</th>
            </tr>
          </thead>
          <tbody>
            {sets.map((set) => (
              <SetRow key={set.id} code={code} set={set} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type Selection = components["schemas"]["SelectionSummary"];

/** Selections that chose something and are not adopted yet. */
function Adoptable({ code, sets }: { code: string; sets: QuickWinSet[] }) {
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/selections", { params: { path: { code } }, signal }),
    [code],
  );
  const adopted = new Set(sets.map((set) => set.selection));
  const chose = (one: Selection) => (one.selected ?? []).length > 0 && !adopted.has(one.id);
  const selections = (found.value?.selections ?? []).filter(chose).slice(0, 10);
  if (selections.length === 0) return <p>{say("nothing_to_adopt")} <a href={`/${code}/pilih`}>{say("choose")}</a></p>;
  return (
    <section>
      <h2>{say("to_adopt")}</h2>
      <ul>
        {selections.map((one) => (
          <li key={one.id}>
            <a href={`/${code}/quick-win/adopsi/${one.id}`}>{say("adopt_of", { name: one.name })}</a>{" "}
            <small>{say("chosen_on", { count: (one.selected ?? []).length, day: day(one.as_of) })}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

export default function SetsPage({ region: code = "" }: Record<string, string>) {
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/quick-win-sets", { params: { path: { code } }, signal }),
    [code],
  );
  const sets = found.value?.quick_win_sets;
  return (
    <Page title={say("title")}>
      <p>{say("what")}</p>
      <ProblemNotice problem={found.problem} again={found.again} />
      {!sets && found.loading && <Loading />}
      {sets?.length === 0 && <Empty title={say("none")} what={say("none_what")} />}
      {sets && (
        <>
          <Sets code={code} title={say("in_force")} sets={sets.filter((set) => !set.amended_by)} />
          {sets.length > 0 && <Horizons code={code} />}
          {may("choose", code) && <Adoptable code={code} sets={sets} />}
          <Sets code={code} title={say("replaced")} sets={sets.filter((set) => set.amended_by)} />
        </>
      )}
    </Page>
  );
}
