// A set of quick wins for whoever doubts it, account or not: by which rules it was chosen, why
// each candidate is in or out, who decided beside the rules and what that cost, and all that one
// needs to reckon it again.
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { day } from "../../formats/formats";
import { chosenOf, namesOf, rejectedOf } from "../../parts/choice/answers";
import { Binding } from "../../parts/choice/binding";
import { useGroupNames } from "../../parts/choice/group_names";
import { Told } from "../../parts/choice/reasons";
import { RulesTold } from "../../parts/choice/rules_told";
import { summaryOf } from "../../parts/choice/summary";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { Notice, ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import type { PathProps } from "../../shell/pages";
import { region } from "../../shell/region";
import { sentences } from "../../words/words";
import { Candidates } from "./candidates";
import { Decisions } from "./decisions";
import type { PublicSet } from "./public_set";
import "./public_set.css";
import { Recompute } from "./recompute";
import { Runs } from "./runs";
import { Trial } from "./trial";
import { Withheld } from "./withheld";
import words from "./words.json";

const say = sentences(words);

export default function PublicSetPage({ region: code = "", id = "" }: PathProps) {
  const found = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/public/quick-win-sets/{id}", {
        params: { path: { code, id } },
        credentials: "omit",
        signal,
      }),
    [code, id],
  );
  const set = found.value;
  if (found.problem?.status === 404) return <Empty title={say("not_public")} what={say("not_public_what")} />;
  return (
    <Page title={set?.name ?? say("title")}>
      <ProblemNotice problem={found.problem} again={found.again} />
      {!set && !found.problem && <Loading />}
      {set && <Shown code={code} set={set} />}
    </Page>
  );
}

function Shown({ code, set }: { code: string; set: PublicSet }) {
  const names = useGroupNames(code);
  const { selection } = set;
  return (
    <div class="public-set">
      <p>{say("what", { region: region.value?.name ?? code })}</p>
      <p>
        {set.adopted_on && say("adopted", { day: day(set.adopted_on) })}{" "}
        {set.decree && say("decree", { decree: set.decree })}
      </p>
      {set.amendment && <Amendment amendment={set.amendment} />}
      <p>
        <strong>{set.withheld.candidates > 0 ? namedOf(set) : summaryOf(selection)}</strong>
      </p>
      <Withheld set={set} />
      <nav class="public-set-parts no-print" aria-label={say("parts")}>
        <a href="#aturan">{say("to_rules")}</a>
        <a href="#calon">{say("to_candidates")}</a>
        <a href="#keputusan">{say("to_decisions")}</a>
        <a href="#putaran">{say("to_runs")}</a>
        <a href="#coba">{say("to_trial")}</a>
        <a href="#hitung-ulang">{say("to_recompute")}</a>
      </nav>
      <div id="aturan">
        <RulesTold choice={selection} names={names} />
      </div>
      <Binding choice={selection} />
      <Told title={say("notes")} statements={selection.notes} />
      <Candidates set={set} />
      <Decisions code={code} set={set} />
      <Runs code={code} set={set} />
      <Trial code={code} set={set} />
      <Recompute code={code} set={set} />
    </div>
  );
}

/** Where some are not named it does not look as if fewer had been chosen. */
function namedOf({ selection }: PublicSet): string {
  return say("named", {
    chosen: chosenOf(selection).length,
    others: rejectedOf(selection).length,
    candidates: selection.considered.candidates,
  });
}

function Amendment({ amendment }: { amendment: NonNullable<PublicSet["amendment"]> }) {
  return (
    <Notice kind="note">
      <p>{say("amended", { reason: amendment.reason, decree: amendment.decree })}</p>
      {amendment.left.length > 0 && <p>{say("amended_left", { names: namesOf(amendment.left) })}</p>}
      {amendment.came.length > 0 && <p>{say("amended_came", { names: namesOf(amendment.came) })}</p>}
    </Notice>
  );
}
