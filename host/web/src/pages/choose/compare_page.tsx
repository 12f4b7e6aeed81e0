// Two kept selections side by side: who came, who went, and why.
import { useLocation } from "preact-iso";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { number, percent } from "../../formats/formats";
import { type Candidate, type Choice, inWords, namesOf, type Selection } from "../../parts/choice/answers";
import { useGroupNames } from "../../parts/choice/group_names";
import { boundWords, countWords, coverageWords, type GroupNames } from "../../parts/choice/groups";
import { Told } from "../../parts/choice/reasons";
import { keyOf } from "../../parts/choice/scenario";
import { summaryOf } from "../../parts/choice/summary";
import shared from "../../parts/choice/words.json";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import type { PathProps } from "../../shell/pages";
import { sentences, titled } from "../../words/words";
import "./choose.css";
import { type Change, differencesBetween } from "./differences";
import words from "./words.json";

const say = sentences({ ...shared, ...words });

export default function ComparePage({ region: code = "" }: PathProps) {
  const { query } = useLocation();
  const one = useSelection(code, query.a);
  const other = useSelection(code, query.b);
  return (
    <Page title={say("compare_title")} actions={<a href={`/${code}/pilih`}>{say("back_to_start")}</a>}>
      {(!query.a || !query.b) && <Empty title={say("compare_choose")} what={say("compare_choose_what")} />}
      <ProblemNotice problem={one.problem ?? other.problem} />
      {(one.loading || other.loading) && <Loading />}
      {one.value && other.value && <Compared code={code} before={one.value} after={other.value} />}
    </Page>
  );
}

function useSelection(code: string, id: string | undefined) {
  return useResource<Selection>(
    id
      ? (signal) => api.GET("/api/v1/regions/{code}/selections/{id}", { params: { path: { code, id } }, signal })
      : undefined,
    [code, id],
  );
}

function Compared({ code, before, after }: { code: string; before: Selection; after: Selection }) {
  const names = useGroupNames(code);
  const found = differencesBetween(before, after);
  return (
    <>
      <dl class="choose-two">
        <dt>
          <a href={`/${code}/pilih/${before.id}`}>{before.name}</a>
        </dt>
        <dd>{summaryOf(before)}</dd>
        <dt>
          <a href={`/${code}/pilih/${after.id}`}>{after.name}</a>
        </dt>
        <dd>{summaryOf(after)}</dd>
      </dl>
      {found.points !== null && (
        <p>
          {say(sameWeights(before, after) ? "compare_points" : "compare_points_other_weights", {
            points: signed(found.points),
          })}
        </p>
      )}
      <section class="choose-part">
        <h2>{say("compare_came", { count: found.came.length })}</h2>
        {found.came.length === 0 && <p>{say("nobody_came")}</p>}
        {found.came.map(({ candidate, before: was }) => (
          <Fate key={candidate.id} now={candidate} was={was} reasons={candidate} />
        ))}
      </section>
      <section class="choose-part">
        <h2>{say("compare_went", { count: found.went.length })}</h2>
        {found.went.length === 0 && <p>{say("nobody_went")}</p>}
        {found.went.map(({ candidate, after: now }) => (
          <Fate key={candidate.id} now={now} was={candidate} reasons={now} />
        ))}
      </section>
      <section class="choose-part">
        <h2>{say("compare_changes")}</h2>
        {found.changes.length + found.changed.length === 0 && !found.otherDay && <p>{say("since_same")}</p>}
        <ul>
          {found.changes.map((one) => (
            <li key={`${one.part} ${one.of ?? ""}`}>{changeWords(one, after, before, names)}</li>
          ))}
          {found.changed.length > 0 && <li>{say("compare_entries", { names: found.changed.join(", ") })}</li>}
          {found.otherDay && <li>{say("compare_day", { before: before.as_of, after: after.as_of })}</li>}
        </ul>
      </section>
      <section class="choose-part">
        <h2>{say("compare_stayed", { count: found.stayed.length })}</h2>
        <p>{namesOf(found.stayed)}</p>
      </section>
    </>
  );
}

const signed = (value: number) => (value > 0 ? `+${number(value)}` : number(value));

const weightsText = (choice: Choice) => JSON.stringify(choice.criteria.map((one) => [keyOf(one), one.weight]));
const sameWeights = (one: Choice, other: Choice) => weightsText(one) === weightsText(other);

/** One candidate: how its score moved, and the reasons it is given now. */
function Fate({ now, was, reasons }: { now?: Candidate; was?: Candidate; reasons?: Candidate }) {
  const name = (now ?? was)?.name ?? "";
  const risen = (now?.criteria ?? []).flatMap((one) => {
    const earlier = was?.criteria.find((other) => keyOf(other) === keyOf(one));
    if (!earlier || (earlier.value === one.value && earlier.weight === one.weight)) return [];
    return [
      say("criterion_moved", {
        criterion: inWords(one.title),
        before: percent((earlier.value ?? 0) / 1_000_000),
        after: percent((one.value ?? 0) / 1_000_000),
        weight_before: earlier.weight,
        weight_after: one.weight,
      }),
    ];
  });
  return (
    <article class="choose-article">
      <h3>{name}</h3>
      <p class="facts">
        {now && was?.score === now.score
          ? say("score_stayed", { score: number(now.score) })
          : say("score_moved", {
              before: was ? number(was.score) : "–",
              after: now ? number(now.score) : "–",
            })}
      </p>
      {risen.length > 0 && (
        <ul>
          {risen.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      {reasons ? (
        <Told title={say(reasons.chosen ? "why_in" : "why_out")} statements={reasons.reasons} />
      ) : (
        <p>{say("no_candidate_now")}</p>
      )}
    </article>
  );
}

const plain = (value: unknown): string => {
  if (value === undefined || value === null) return say("none");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};

function changeWords({ part, of = "", before, after }: Change, now: Choice, was: Choice, names: GroupNames): string {
  const named = (id: string) =>
    [...now.candidates, ...was.candidates].find((one) => one.id === id)?.name ?? id;
  const shown = (value: unknown): string => {
    if (value === undefined || value === null) return say("none");
    if (part === "count") return countWords(value as { min?: number; max?: number });
    if (part === "bounds") return boundWords({ group: of, ...(value as object) }, names);
    if (part === "coverage" && typeof value === "number") return coverageWords({ groups: of, min: value });
    return typeof value === "number" ? number(value) : plain(value);
  };
  const what = (): string => {
    switch (part) {
      case "weights": {
        const found = [...now.criteria, ...was.criteria].find((one) => keyOf(one) === of);
        return say("change_weight", { criterion: found ? inWords(found.title) : of });
      }
      case "count":
        return say("change_count");
      case "limits":
        return say("change_limit", { resource: of === "budget" ? say("cost") : of });
      case "include":
        return say("change_include", { name: named(of) });
      case "exclude":
        return say("change_exclude", { name: named(of) });
      case "bounds":
      case "coverage":
        return say("change_bound");
      case "rules":
        return say("change_rule", { rule: of });
      case "parameters":
        return say("change_parameters", { rule: of });
      default:
        return say("change_other", { part });
    }
  };
  return say("change", { what: titled(what()), before: shown(before), after: shown(after) });
}
