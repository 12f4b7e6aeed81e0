// An entry as those see it who work on it: its steps, its reasons, its newer version, its
// evidence, comments and history.
import { useEffect, useState } from "preact/hooks";

import { api } from "../../api/client";
import { saidOf } from "../../api/problem";
import { useResource } from "../../api/resource";
import type { components } from "../../api/schema";
import type { NamesLoaded } from "../../parts/innovation/names";
import type { Innovation } from "../../parts/innovation/value_words";
import { Loading } from "../../parts/loading";
import { Notice, ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { sentences } from "../../words/words";
import { nameActorAmong } from "./actors";
import { Areas } from "./areas";
import { Belonging, SimilarElsewhere } from "./belonging";
import { ClaimsView } from "./claims";
import { Comments } from "./comments";
import { Duplicates } from "./duplicates";
import { EntryLead } from "./entry_lead";
import { FieldsView } from "./fields_view";
import { History } from "./history";
import { PendingVersion } from "./pending_version";
import { ReturnForm } from "./return_form";
import { useReasons } from "./return_reasons";
import { rightsHere, standingOf, stepsFrom } from "./rights_here";
import { reasonsByField } from "./said";
import { Lacking, Late, Returned } from "./standing";
import { StepBar } from "./step_bar";
import { at, merge, part } from "./step_requests";
import { type Steps, useSteps } from "./steps";
import { Unfolding } from "./unfolding";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  /** As it is published, or the only version. */
  entry: Innovation;
  entryEtag: string;
  names: NamesLoaded;
  review: components["schemas"]["Review"];
  /** Of the version that is worked on. */
  etag: string;
  again: () => void;
  reviewAgain: () => void;
}

/**
 * The newer version comes before the rest is shown. What a step came to is kept here: it is told
 * also when by that step there is a newer version no more.
 */
export function EntryWorkedOn(props: Props) {
  const { id } = props.entry;
  const { pending: isThere, revision } = props.review;
  const found = useResource(
    isThere
      ? (signal) => api.GET("/api/v1/innovations/{id}/pending", { params: { path: { id } }, signal })
      : undefined,
    [id, revision],
  );
  const pending = isThere ? found.value : undefined;
  const steps = useSteps({ id, etag: props.etag, shown: pending ?? props.entry, again: props.again });
  if (isThere && !pending) {
    return found.problem ? <ProblemNotice problem={found.problem} again={found.again} /> : <Loading />;
  }
  return <Worked {...props} steps={steps} pending={pending} />;
}

interface WorkedProps extends Props {
  steps: Steps;
  pending?: Innovation;
}

function Worked({ code, entry, entryEtag, names, review, etag, steps, again, reviewAgain, pending }: WorkedProps) {
  const { id } = entry;
  const working = pending ?? entry;
  const turn = review.revision;
  const rights = rightsHere(code, working.owner);
  const possible = stepsFrom(standingOf(review), rights);
  const nameActor = nameActorAmong(review.names);
  const reasons = useReasons(id);
  const mayReturn = possible.includes("return");
  const [returning, setReturning] = useState(Object.keys(reasons.reasons).length > 0);
  const writing = mayReturn && returning ? reasons : undefined;
  useEffect(() => {
    if (writing) document.querySelector<HTMLElement>(".entry-reason-button, .entry-return textarea")?.focus();
  }, [!writing]);
  const claims = useResource(
    (signal) => api.GET("/api/v1/innovations/{id}/evidence", { params: { path: { id } }, signal }),
    [id, turn],
  );
  const said = review.status === "returned" ? reasonsByField(review.reasons) : reasonsByField([]);
  const unproven = claims.value?.claims.filter((one) => !one.proven && !one.verified).length ?? 0;
  const open = review.comments.filter((one) => !one.settled).length;
  const warnings = [
    unproven > 0 ? say("warn_unproven", { count: unproven }) : "",
    open > 0 ? say("warn_comments", { count: open }) : "",
  ].filter(Boolean);
  // What the form of reasons tells by itself stands there.
  const isBeside = writing !== undefined && saidOf(steps.problem, "/reasons/0/text") !== undefined;
  const mergeInto = (gone: string, name: string) =>
    void steps.take({
      request: () => merge(gone)(at(id, entryEtag)),
      told: say("told_merge", { name }),
      undo: () => part(gone),
      undone: say("told_part", { name }),
    });

  return (
    <Page
      title={entry.name || say("nameless")}
      actions={
        <StepBar
          {...{ steps, possible, entry, warnings }}
          pending={review.pending}
          returning={() => setReturning(true)}
        />
      }
    >
      <EntryLead {...{ code, entry, names }}>
        {review.approved_by && ` · ${say("approved")}`}
      </EntryLead>
      {steps.told && (
        <Notice kind="good">
          <p>
            {steps.told.text}{" "}
            {steps.told.undo && (
              <button type="button" class="quiet entry-inline" onClick={steps.told.undo}>
                {say("undo")}
              </button>
            )}
          </p>
        </Notice>
      )}
      {steps.late ? (
        <Late seen={steps.late} now={working} names={names} />
      ) : (
        !isBeside && <ProblemNotice problem={steps.problem} />
      )}
      <Returned review={review} />
      <Lacking review={review} registers={rights.registers} />
      {pending && <PendingVersion published={entry} pending={pending} names={names} writing={writing} />}
      <FieldsView
        entry={entry}
        names={names}
        whole
        said={pending ? new Map() : said}
        writing={pending ? undefined : writing}
      />
      <Areas
        {...{ code, entry, names }}
        said={pending ? undefined : said.get("mappings")}
        writing={pending ? undefined : writing}
      />
      {claims.value && (
        <ClaimsView
          {...{ id, etag, names }}
          claims={claims.value}
          entry={working}
          verifies={rights.verifies}
          writing={writing}
          again={again}
        />
      )}
      <ProblemNotice problem={claims.problem} again={claims.again} />
      <Comments
        id={id}
        comments={review.comments}
        allowed={rights.comments}
        nameActor={nameActor}
        changed={reviewAgain}
      />
      <Belonging code={code} id={id} turn={turn} />
      <Unfolding title={say("duplicates")}>
        {() => (
          <Duplicates
            {...{ code, entry, turn }}
            merge={rights.verifies && entry.status !== "archived" ? mergeInto : undefined}
          />
        )}
      </Unfolding>
      <Unfolding title={say("similar")}>{() => <SimilarElsewhere id={id} names={names} />}</Unfolding>
      <Unfolding title={say("history")}>{() => <History {...{ id, turn, names }} />}</Unfolding>
      {writing && <ReturnForm writing={writing} steps={steps} close={() => setReturning(false)} />}
    </Page>
  );
}
