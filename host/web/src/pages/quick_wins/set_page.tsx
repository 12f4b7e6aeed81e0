// One set of quick wins: where every candidate is placed, who commits, what an amendment changed.
import { rupiah } from "../../formats/formats";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { Notice, ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { type Placing, placingWord } from "../../parts/placing";
import { may } from "../../shell/session";
import { sentences } from "../../words/words";
import { Amended } from "./amended";
import { Commitment } from "./commitment";
import { Facts } from "./facts";
import { PublicPage } from "./public_page";
import { formulationOf, nameOf, type Placed, placedAs, type QuickWinSet, useSet } from "./set";
import "./sets.css";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  set: QuickWinSet;
}

function QuickWins({ code, set }: Props) {
  const title = placingWord("quick-win");
  return (
    <section>
      <h2>{title}</h2>
      <div class="wide" tabIndex={0} role="region" aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say("name")}</th>
              <th scope="col">{say("lead")}</th>
              <th scope="col" class="number">
                {say("cost")}
              </th>
              <th scope="col">{say("reason")}</th>
            </tr>
          </thead>
          <tbody>
            {placedAs(set, "quick-win").map((placed, index) => {
              const formulation = formulationOf(set, placed.candidate ?? "");
              return (
                <tr key={placed.candidate}>
                  <th scope="row">
                    {index + 1}. <a href={`/${code}/quick-win/${set.id}/${placed.candidate}`}>{nameOf(set, placed)}</a>
                  </th>
                  <td>
                    {formulation ? formulation.lead_name : <strong class="quick-win-late">{say("not_formulated")}</strong>}
                  </td>
                  <td class="number">{formulation?.total === undefined ? say("unknown") : rupiah(formulation.total)}</td>
                  <td>{placed.reason}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Reasons({ code, set, placed }: Props & { placed: Placed[] }) {
  return (
    <ul>
      {placed.map((one) => (
        <li key={one.candidate}>
          {one.placing === "not-now" ? (
            one.name
          ) : (
            <a href={`/${code}/quick-win/${set.id}/${one.candidate}`}>{nameOf(set, one)}</a>
          )}
          : {one.reason}
        </li>
      ))}
    </ul>
  );
}

function Horizon({ code, set, placing }: Props & { placing: Placing }) {
  const placed = placedAs(set, placing);
  return (
    <section>
      <h2>{placingWord(placing)}</h2>
      {placed.length === 0 ? <p>{say("nothing_placed")}</p> : <Reasons code={code} set={set} placed={placed} />}
    </section>
  );
}

function NotNow({ code, set }: Props) {
  const placed = placedAs(set, "not-now");
  if (placed.length === 0) return null;
  return (
    <details>
      <summary>{say("not_now", { count: placed.length })}</summary>
      <Reasons code={code} set={set} placed={placed} />
    </details>
  );
}

export default function SetPage({ region: code = "", id = "" }: Record<string, string>) {
  const found = useSet(code, id);
  const set = found.value;
  const actions = set && (
    <>
      <a role="button" class="secondary" href={`/${code}/quick-win/${id}/cetak`}>
        {say("print")}
      </a>
      {!set.amended_by && may("choose", code) && (
        <a role="button" class="secondary" href={`/${code}/quick-win/${id}/ubah`}>
          {say("amend")}
        </a>
      )}
    </>
  );
  return (
    <Page title={set?.name ?? say("title")} actions={actions}>
      <p>
        <a href={`/${code}/quick-win`}>{say("all")}</a>
      </p>
      <ProblemNotice problem={found.problem} again={found.again} />
      {!set && !found.problem && <Loading />}
      {set && (
        <>
          {set.amended_by && (
            <Notice kind="note">
              {say("amended_what")} <a href={`/${code}/quick-win/${set.amended_by}`}>{say("newer")}</a>
            </Notice>
          )}
          <Facts code={code} set={set} />
          {!set.amended_by && <PublicPage code={code} id={set.id} />}
          <Amended code={code} set={set} />
          {placedAs(set, "quick-win").length === 0 ? (
            <Empty title={say("no_quick_wins")} />
          ) : (
            <QuickWins code={code} set={set} />
          )}
          <Horizon code={code} set={set} placing="medium-term" />
          <Horizon code={code} set={set} placing="long-term" />
          <NotNow code={code} set={set} />
          <Commitment code={code} set={set} again={found.again} />
        </>
      )}
    </Page>
  );
}
