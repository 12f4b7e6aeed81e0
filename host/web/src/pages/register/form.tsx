// The form itself: steps that can be left at any time. What is typed goes to the autosave at
// once; saving makes or changes the entry of the catalogue, and asks what still lacks.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { api } from "../../api/client";
import { type Problem, problemOf } from "../../api/problem";
import { Notice, ProblemNotice } from "../../parts/notice";
import { language } from "../../words/language";
import { filled, sentences } from "../../words/words";
import { useLikeness } from "./alike";
import { DifferenceDialog, GoneDialog } from "./difference_dialog";
import { Duplicates } from "./duplicates";
import { type SavedVersion, useEvidence } from "./evidence";
import { EvidenceBox } from "./evidence_box";
import { type Choosable, FieldInput, nameOf } from "./field_input";
import { firstSaveDrawer, typedDrawer, useKeeping } from "./keeping";
import { LikeEarlier } from "./like_earlier";
import { ReviewStep, Submitted } from "./review_step";
import { SaveBar } from "./save_bar";
import { differences, saveChange, saveNew, type Saved, taking, untouched } from "./saving";
import { type FieldSpec, lastStep, placeOf, steps } from "./schema";
import { beginWorkingCopy, catalogueOf, type Opened, type Review, tagOf } from "./server";
import { type FieldKey, same, type Typed } from "./typed";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  opened: Opened;
  choosable: Choosable;
  firstStep: number;
  /** Reads everything anew. */
  again: () => void;
}

const titleOf = (step: number) => {
  const title = steps[step]?.title;
  return title ? filled(title[language.value]) : say("last_step");
};

/** What was said of the field and of what lies in it. */
function errorAt(problem: Problem | undefined, key: FieldKey): string | undefined {
  const said = problem?.errors.filter(({ pointer }) => pointer === `/${key}` || pointer.startsWith(`/${key}/`));
  return said && said.length > 0 ? said.map(({ message }) => message).join(" ") : undefined;
}

/** There the steps stand beside the form (register.css). */
const wide = () => matchMedia("(min-width: 60rem)");

function Steps({ step, go }: { step: number; go: (step: number) => void }) {
  const [open, setOpen] = useState(() => wide().matches);
  useEffect(() => {
    const screen = wide();
    const turned = () => setOpen(screen.matches);
    screen.addEventListener("change", turned);
    return () => screen.removeEventListener("change", turned);
  }, []);
  const all = lastStep + 1;
  return (
    <details class="register-steps" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say("step_of", { number: step + 1, all, title: titleOf(step) })}</summary>
      <nav aria-label={say("steps")}>
        <ol>
          {Array.from({ length: all }, (_, at) => (
            <li key={at}>
              <a
                href={`?langkah=${at + 1}`}
                aria-current={at === step ? "step" : undefined}
                onClick={(event) => {
                  event.preventDefault();
                  event.stopPropagation();
                  go(at);
                }}
              >
                {titleOf(at)}
              </a>
            </li>
          ))}
        </ol>
      </nav>
    </details>
  );
}

export function Form({ code, opened, choosable, firstStep, again }: Props) {
  const place = useRef({ id: opened.id, isNew: !opened.entry });
  const id = useMemo(() => ({ get current() { return place.current.id; } }), []);
  const { autosave, told, online, begun, resumed } = useKeeping(opened, id);
  const [typed, setTyped] = useState<Typed>(begun);
  const newest = useRef(typed);
  const [step, setStep] = useState(firstStep);
  const [review, setReview] = useState<Review | undefined>(opened.review);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [submitted, setSubmitted] = useState(false);
  const [clash, setClash] = useState<{ mine: Typed; theirs: Typed; keys: FieldKey[] }>();
  const [choosing, setChoosing] = useState(false);
  const wanted = useRef<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const likeness = useLikeness(code, place.current.id, typed);
  const status = review?.status ?? "draft";
  const isOpen = status !== "submitted" && status !== "archived";
  const pending = review ? review.pending || review.status === "verified" : false;

  const take = (next: Typed) => {
    newest.current = next;
    setTyped(next);
  };
  const type = (next: Typed) => {
    take(next);
    autosave.typed(next);
  };
  const change = (changed: Partial<Typed>) => type({ ...newest.current, ...changed });

  useEffect(() => {
    if (told.state.is === "changed") setChoosing(true);
  }, [told.state.is]);

  /** Opens the step; with a pointer, at that field. */
  const go = (to: number, field?: string) => {
    wanted.current = field ?? "";
    setStep(to);
    const address = new URL(location.href);
    address.searchParams.set("langkah", String(to + 1));
    history.replaceState(null, "", address.pathname + address.search);
    if (to === lastStep) void check();
  };
  useEffect(() => {
    if (wanted.current === undefined) return;
    const field = document.getElementById(`isian-${wanted.current}`);
    const input = field?.querySelector<HTMLElement>("input:not([type=file]), textarea, select");
    wanted.current = undefined;
    (input ?? field ?? heading.current)?.focus();
    (field ?? heading.current)?.scrollIntoView({ block: "start" });
  });
  const toField = (pointer: string) => {
    const found = placeOf(pointer);
    if (found) go(found.step, found.key);
  };

  /** The entry of the catalogue becomes what is typed; undefined: it was refused, or asks. */
  const save = async (from?: Typed): Promise<SavedVersion | undefined> => {
    if (told.state.is === "changed" && !from) {
      setChoosing(true);
      return undefined;
    }
    await autosave.flush();
    const document = from ?? newest.current;
    const before = place.current;
    const saved = before.isNew
      ? await saveNew(catalogueOf(code, false), firstSaveDrawer(before.id), before.id, document)
      : await saveChange(catalogueOf(code, pending), before.id, document);
    return settled(document, saved);
  };

  const settled = (document: Typed, saved: Saved): SavedVersion | undefined | Promise<SavedVersion | undefined> => {
    setProblem(saved.is === "problem" ? saved.problem : undefined);
    if (saved.is === "problem") return undefined;
    if (saved.is === "changed") return merge(document, saved.theirs, saved.changed);
    const kept = { ...document, _from: saved.revision };
    autosave.savedElsewhere(kept);
    const wasNew = place.current.isNew;
    place.current = { id: saved.id, isNew: false };
    if (wasNew) history.replaceState(null, "", `/${code}/inovasi/${saved.id}/isi${location.search}`);
    const since = same({ ...newest.current, _from: undefined }, { ...document, _from: undefined });
    if (since) take(kept);
    else type({ ...newest.current, _from: saved.revision });
    return { id: saved.id, revision: saved.revision };
  };

  /** Somebody else has changed the entry: what they alone touched is taken, else we ask. */
  const merge = (mine: Typed, theirs: Typed, changed: Parameters<typeof untouched>[1] | undefined) => {
    const merged = taking(mine, theirs, changed ? untouched(mine, changed) : []);
    const next = { ...merged, _from: theirs._from };
    const keys = differences(next, theirs)
      .map(({ key }) => key)
      .filter((key) => !changed || key in changed);
    type(next);
    if (keys.length === 0) return save(next);
    setClash({ mine: next, theirs, keys });
    return undefined;
  };

  const evidence = useEvidence({
    begun: opened.entry?.evidence ?? [],
    saved: () => save(),
    changed: (revision) => {
      const next = { ...newest.current, _from: revision };
      if (autosave.isSaved) {
        autosave.savedElsewhere(next);
        take(next);
      } else type(next);
    },
  });

  const readReview = async (entryId: string) => {
    const found = await api.GET("/api/v1/innovations/{id}/review", { params: { path: { id: entryId } } });
    if (found.data) setReview(found.data);
    else setProblem(problemOf(found.error, found.response));
    return found.data;
  };

  const during = async (work: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };

  const check = () =>
    during(async () => {
      const version = isOpen ? await save() : undefined;
      if (version) await readReview(version.id);
    });

  const submit = () =>
    during(async () => {
      const version = await save();
      if (!version) return;
      const sent = await api.POST("/api/v1/innovations/{id}/submit", {
        params: { path: { id: version.id }, header: { "If-Match": tagOf(version.revision) } },
      });
      if (!sent.data) return setProblem(problemOf(sent.error, sent.response));
      setReview(sent.data);
      setSubmitted(true);
    });

  const recall = () =>
    during(async () => {
      if (!review) return;
      const back = await api.POST("/api/v1/innovations/{id}/recall", {
        params: { path: { id: review.innovation }, header: { "If-Match": tagOf(review.revision) } },
      });
      if (!back.data) return setProblem(problemOf(back.error, back.response));
      again();
    });

  if (submitted) return <Submitted code={code} id={place.current.id} />;
  if (status === "submitted") {
    return (
      <>
        <ProblemNotice problem={problem} />
        <Submitted code={code} id={opened.id} recall={() => void recall()} />
      </>
    );
  }
  if (!isOpen) return <Notice kind="note">{say("is_archived")}</Notice>;

  const theirs = told.state.is === "changed" ? told.state.theirs : undefined;
  const reasonsFor = (key: string) =>
    review?.reasons.filter(({ pointer }) => placeOf(pointer ?? "")?.key === key) ?? [];
  const current = steps[step];
  const proof = (field: string, label: string) => (
    <EvidenceBox entry={place.current.id} field={field} label={label} evidence={evidence} />
  );
  return (
    <div
      class="register"
      // A file that misses its field shall not open in place of the form.
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => event.preventDefault()}
    >
      <Steps step={step} go={go} />
      <div class="register-step">
        <SaveBar
          state={told.state}
          onDevice={told.onDevice}
          online={online}
          retry={() => autosave.retry()}
          choose={() => setChoosing(true)}
        />
        {resumed && <p class="register-resumed">{say("resumed")}</p>}
        {pending && <Notice kind="note">{say("is_verified")}</Notice>}
        {status === "returned" && <Notice kind="note">{say("returned")}</Notice>}
        <h2 ref={heading} tabIndex={-1}>
          {titleOf(step)}
        </h2>
        {step === 0 && place.current.isNew && (
          <LikeEarlier code={code} id={place.current.id} typed={typed} change={type} />
        )}
        {current ? (
          <form onSubmit={(event) => event.preventDefault()}>
            {current.fields.map((spec: FieldSpec) => (
              <section key={spec.key} id={`isian-${spec.key}`} class="register-field" tabIndex={-1}>
                <FieldInput
                  code={code}
                  spec={spec}
                  typed={typed}
                  choosable={choosable}
                  suggestions={likeness.suggestions}
                  error={errorAt(problem, spec.key)}
                  change={change}
                  proof={proof}
                />
                {reasonsFor(spec.key).map((reason) => (
                  <p key={reason.text} class="error">
                    {say("verifier_said", { text: reason.text ?? "" })}
                  </p>
                ))}
                {spec.key === "summary" && <Duplicates duplicates={likeness.duplicates} />}
                {spec.proof && proof(`/${spec.key}`, nameOf(spec))}
              </section>
            ))}
          </form>
        ) : (
          <ReviewStep
            typed={typed}
            review={review}
            problem={problem}
            busy={busy}
            toField={toField}
            check={() => void check()}
            submit={() => void submit()}
          />
        )}
        {current && problem && <ProblemNotice problem={problem} />}
        <div class="actions register-actions">
          {step > 0 && (
            <button type="button" class="secondary" onClick={() => go(step - 1)}>
              {say("back")}
            </button>
          )}
          {step < lastStep && (
            <button type="button" onClick={() => go(step + 1)}>
              {say("next")}
            </button>
          )}
          {step < lastStep && (
            <button
              type="button"
              class="outline"
              disabled={busy}
              onClick={() => void during(async () => setReviewAfter(await save()))}
            >
              {say("save")}
            </button>
          )}
        </div>
      </div>
      {choosing && theirs && (
        <DifferenceDialog
          differences={differences(typed, theirs.document)}
          close={() => setChoosing(false)}
          done={(keys) => {
            const next = taking(newest.current, theirs.document, keys);
            take(next);
            autosave.resolve(next);
            setChoosing(false);
          }}
        />
      )}
      {choosing && theirs === null && (
        <GoneDialog
          close={() => setChoosing(false)}
          open={() => {
            typedDrawer(place.current.id).erase();
            again();
          }}
          goOn={() => void goOn()}
        />
      )}
      {clash && (
        <DifferenceDialog
          differences={differences(clash.mine, clash.theirs).filter(({ key }) => clash.keys.includes(key))}
          close={() => setClash(undefined)}
          done={(keys) => {
            const next = taking(newest.current, clash.theirs, keys);
            setClash(undefined);
            type(next);
            void check();
          }}
        />
      )}
    </div>
  );

  async function setReviewAfter(version: SavedVersion | undefined) {
    if (version) await readReview(version.id);
  }

  /** What is typed here becomes a working copy of its own. */
  async function goOn() {
    setChoosing(false);
    if (!place.current.isNew) return autosave.resolve(newest.current);
    const made = await beginWorkingCopy(code, newest.current, crypto.randomUUID());
    if (typeof made !== "string") return setProblem(made);
    typedDrawer(place.current.id).erase();
    autosave.close();
    location.assign(`/${code}/inovasi/${made}/isi`);
  }
}
