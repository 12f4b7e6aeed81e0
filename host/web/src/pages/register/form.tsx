// The form itself: steps that can be left at any time, each with its fields.
import { useEffect, useRef, useState } from "preact/hooks";

import type { Problem } from "../../api/problem";
import { useCaughtBeside } from "../../parts/dropping";
import { Notice, ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import { useAlike } from "./alike";
import { useAreaSuggestions } from "./area_suggestions";
import { Choosing } from "./choosing";
import { Duplicates } from "./duplicates";
import { useEvidence } from "./evidence";
import { EvidenceBox } from "./evidence_box";
import { type Choosable, FieldInput, nameOf } from "./field_input";
import { LikeEarlier } from "./like_earlier";
import { ReturnedBecause } from "./returned_because";
import { ReviewStep, Submitted } from "./review_step";
import { SaveBar } from "./save_bar";
import { type FieldSpec, lastStep, placeOf, steps } from "./schema";
import type { Opened } from "./server";
import { StepList, titleOf } from "./step_list";
import type { FieldKey } from "./typed";
import words from "./words.json";
import { useWorking } from "./working";

const say = sentences(words);

interface Props {
  code: string;
  opened: Opened;
  choosable: Choosable;
  firstStep: number;
  /** Reads everything anew. */
  again: () => void;
}

/** What was said of the field and of what lies in it. */
function errorAt(problem: Problem | undefined, key: FieldKey): string | undefined {
  const said = problem?.errors.filter(({ pointer }) => pointer === `/${key}` || pointer.startsWith(`/${key}/`));
  return said && said.length > 0 ? said.map(({ message }) => message).join(" ") : undefined;
}

/** Which step is open; where one goes, the focus goes, too. */
function useStep(firstStep: number) {
  // A new object also for the step that is open: one goes to its field all the same.
  const [{ step }, setPlace] = useState({ step: firstStep });
  const wanted = useRef<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const field = document.getElementById(`isian-${wanted.current}`);
    const input = field?.querySelector<HTMLElement>("input:not([type=file]), textarea, select");
    wanted.current = undefined;
    (input ?? field ?? heading.current)?.focus();
    (field ?? heading.current)?.scrollIntoView({ block: "start" });
  });
  const go = (to: number, field = "") => {
    wanted.current = field;
    setPlace({ step: to });
    const address = new URL(location.href);
    address.searchParams.set("langkah", String(to + 1));
    history.replaceState(null, "", address.pathname + address.search);
  };
  return { step, go, heading };
}

export function Form({ code, opened, choosable, firstStep, again }: Props) {
  useCaughtBeside();
  const working = useWorking(code, opened);
  const { keeping, typed, review, problem, busy } = working;
  const { told, online, autosave } = keeping;
  const { step, go, heading } = useStep(firstStep);
  const [submitted, setSubmitted] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const duplicates = useAlike(code, working.id, typed);
  const suggestions = useAreaSuggestions(code, typed);
  const evidence = useEvidence({
    begun: opened.entry?.evidence ?? [],
    saved: working.save,
    changed: working.hasRevision,
  });
  const status = review?.status ?? "draft";
  const isOpen = status !== "submitted" && status !== "archived";

  useEffect(() => {
    if (told.state.is === "changed") setChoosing(true);
  }, [told.state.is]);
  useEffect(() => {
    if (step === lastStep && isOpen) working.check();
  }, [step]);

  if (submitted) return <Submitted code={code} id={working.id} />;
  if (status === "submitted") {
    const recall = async () => {
      if (await working.recall()) again();
    };
    return (
      <>
        <ProblemNotice problem={problem} />
        <Submitted code={code} id={opened.id} recall={() => void recall()} />
      </>
    );
  }
  if (!isOpen) return <Notice kind="note">{say("is_archived")}</Notice>;

  const submit = async () => setSubmitted(await working.submit());
  const toField = (pointer: string) => {
    const found = placeOf(pointer);
    if (found) go(found.step, found.key);
  };
  const reasonsFor = (key: string) =>
    review?.reasons.filter(({ pointer }) => placeOf(pointer ?? "")?.key === key) ?? [];
  const proof = (field: string, label: string) => (
    <EvidenceBox entry={working.id} field={field} label={label} evidence={evidence} />
  );
  const field = (spec: FieldSpec) => (
    <section key={spec.key} id={`isian-${spec.key}`} class="register-field" tabIndex={-1}>
      <FieldInput
        code={code}
        spec={spec}
        typed={typed}
        choosable={choosable}
        suggestions={suggestions}
        error={errorAt(problem, spec.key)}
        change={working.change}
        proof={proof}
      />
      {reasonsFor(spec.key).map((reason) => (
        <p key={reason.text} class="error">
          {say("verifier_said", { text: reason.text ?? "" })}
        </p>
      ))}
      {spec.key === "summary" && <Duplicates duplicates={duplicates} />}
      {spec.proof && proof(`/${spec.key}`, nameOf(spec))}
    </section>
  );
  const current = steps[step];
  return (
    <div class="register">
      <StepList step={step} go={go} />
      <div class="register-step">
        <SaveBar
          state={told.state}
          onDevice={told.onDevice}
          online={online}
          retry={() => autosave.retry()}
          choose={() => setChoosing(true)}
        />
        {keeping.resumed && <p class="register-resumed">{say("resumed")}</p>}
        {working.isRevision && <Notice kind="note">{say("is_verified")}</Notice>}
        {status === "returned" && <ReturnedBecause reasons={review?.reasons ?? []} toField={toField} />}
        <h2 ref={heading} tabIndex={-1}>
          {titleOf(step)}
        </h2>
        {step === 0 && working.isNew && (
          <LikeEarlier code={code} id={working.id} typed={typed} change={working.replace} />
        )}
        {current ? (
          <form onSubmit={(event) => event.preventDefault()}>{current.fields.map(field)}</form>
        ) : (
          <ReviewStep
            typed={typed}
            review={review}
            problem={problem}
            busy={busy}
            toField={toField}
            check={working.check}
            submit={() => void submit()}
          />
        )}
        {current && <ProblemNotice problem={problem} />}
        <div class="actions register-actions">
          {step > 0 && (
            <button type="button" class="secondary" onClick={() => go(step - 1)}>
              {say("back")}
            </button>
          )}
          {step < lastStep && (
            <>
              <button type="button" onClick={() => go(step + 1)}>
                {say("next")}
              </button>
              <button type="button" class="outline" disabled={busy} onClick={working.check}>
                {say("save")}
              </button>
            </>
          )}
        </div>
      </div>
      <Choosing working={working} open={choosing} close={() => setChoosing(false)} again={again} />
    </div>
  );
}
