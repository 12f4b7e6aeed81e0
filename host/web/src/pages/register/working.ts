// What the form works on: the document that is typed, kept by the autosave; the entry of the
// catalogue that it becomes when it is saved; and what the catalogue says of it.
import { useMemo, useRef, useState } from "preact/hooks";

import { basedOn } from "../../api/change";
import { api } from "../../api/client";
import { type Problem, problemOf } from "../../api/problem";
import { requestKey } from "../../api/request_key";
import type { SavedVersion } from "./evidence";
import { firstSaveDrawer, type Keeping, typedDrawer, useKeeping } from "./keeping";
import { type Changed, type Difference, differences, saveChange, saveNew, type Saved, taking, untouched } from "./saving";
import { beginWorkingCopy, catalogueOf, type Opened, type Review } from "./server";
import { type FieldKey, same, type Typed, typedOf } from "./typed";

/** Fields that were changed here and in the catalogue. */
interface Clash {
  differences: Difference[];
  theirs: Typed;
}

export interface Working {
  keeping: Keeping;
  typed: Typed;
  id: string;
  isNew: boolean;
  /** Changes go into the newer version of a verified entry. */
  isRevision: boolean;
  review: Review | undefined;
  problem: Problem | undefined;
  busy: boolean;
  clash: Clash | undefined;
  change: (changed: Partial<Typed>) => void;
  replace: (typed: Typed) => void;
  /** The entry becomes what is typed; undefined: it was refused, or the person is asked. */
  save: () => Promise<SavedVersion | undefined>;
  /** Saves, and asks what still lacks. */
  check: () => void;
  /** Whether it was submitted. */
  submit: () => Promise<boolean>;
  recall: () => Promise<boolean>;
  /** Evidence has made another revision of the entry. */
  hasRevision: (revision: number) => void;
  /** Of two working copies, with these fields of the other one. */
  chooseCopy: (other: Typed, keys: FieldKey[]) => void;
  /** Of a clash with the catalogue; undefined: later. */
  settleClash: (keys: FieldKey[] | undefined) => void;
  /** The working copy is gone: what is typed here goes on as one of its own. */
  goOn: () => void;
  /** The working copy is gone: what is typed here, too. */
  giveUp: () => void;
}

const withoutOrigin = (typed: Typed): Typed => ({ ...typed, _from: undefined });

export function useWorking(code: string, opened: Opened): Working {
  const place = useRef({ id: opened.id, isNew: !opened.entry });
  const id = useMemo(() => ({ get current() { return place.current.id; } }), []);
  const keeping = useKeeping(opened, id);
  const { autosave, told } = keeping;
  const [typed, setTyped] = useState<Typed>(keeping.begun);
  const newest = useRef(typed);
  const inCatalogue = useRef<Typed>(opened.entry ? typedOf(opened.entry) : {});
  const [review, setReview] = useState<Review | undefined>(opened.review);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [clash, setClash] = useState<Clash>();
  const isRevision = review ? review.pending || review.status === "verified" : false;

  const take = (next: Typed) => {
    newest.current = next;
    setTyped(next);
  };
  const replace = (next: Typed) => {
    take(next);
    autosave.typed(next);
  };

  const isUnchanged = (document: Typed) =>
    same(withoutOrigin(document), withoutOrigin(inCatalogue.current));

  async function save(): Promise<SavedVersion | undefined> {
    if (told.state.is === "changed") return undefined;
    await autosave.flush();
    const document = newest.current;
    const { id: at, isNew } = place.current;
    // A verified entry gets no newer version for nothing.
    if (review?.status === "verified" && !review.pending && isUnchanged(document)) {
      return { id: at, revision: document._from ?? review.revision };
    }
    const saved = isNew
      ? await saveNew(catalogueOf(code, false), firstSaveDrawer(at), at, document)
      : await saveChange(catalogueOf(code, isRevision), at, document);
    setProblem(saved.is === "problem" ? saved.problem : undefined);
    if (saved.is === "changed") return merge(document, saved.theirs, saved.changed);
    return saved.is === "saved" ? wasSaved(document, saved) : undefined;
  }

  function wasSaved(document: Typed, { id: at, revision }: Extract<Saved, { is: "saved" }>): SavedVersion {
    const kept = { ...document, _from: revision };
    inCatalogue.current = kept;
    autosave.savedElsewhere(kept);
    if (place.current.isNew) history.replaceState(null, "", `/${code}/inovasi/${at}/isi${location.search}`);
    place.current = { id: at, isNew: false };
    const typedSince = !same(withoutOrigin(newest.current), withoutOrigin(document));
    if (typedSince) replace({ ...newest.current, _from: revision });
    else take(kept);
    return { id: at, revision };
  }

  /** Somebody else has changed the entry: what they alone touched is taken, else we ask. */
  function merge(mine: Typed, theirs: Typed, changed: Changed | undefined) {
    const merged = taking(mine, theirs, changed ? untouched(mine, changed) : []);
    replace({ ...merged, _from: theirs._from });
    const both = differences(merged, theirs).filter(({ key }) => !changed || key in changed);
    if (both.length === 0) return save();
    setClash({ differences: both, theirs });
    return undefined;
  }

  async function readReview(at: string) {
    const found = await api.GET("/api/v1/innovations/{id}/review", { params: { path: { id: at } } });
    if (found.data) setReview(found.data);
    else setProblem(problemOf(found.error, found.response));
  }

  async function during<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    setBusy(true);
    try {
      return await work();
    } catch (error) {
      setProblem(problemOf(error));
      return undefined;
    } finally {
      setBusy(false);
    }
  }

  const check = () =>
    void during(async () => {
      const version = await save();
      if (version) await readReview(version.id);
    });

  async function step(path: "submit" | "recall", { id: at, revision }: SavedVersion): Promise<boolean> {
    const params = { path: { id: at }, header: basedOn(revision) };
    const { data, error, response } = await api.POST(`/api/v1/innovations/{id}/${path}`, { params });
    if (data) setReview(data);
    else setProblem(problemOf(error, response));
    return data !== undefined;
  }

  return {
    keeping, typed, isRevision, review, problem, busy, clash, replace, save, check,
    id: place.current.id,
    isNew: place.current.isNew,
    change: (changed) => replace({ ...newest.current, ...changed }),
    async submit() {
      const done = await during(async () => {
        const version = await save();
        return version !== undefined && (await step("submit", version));
      });
      return done ?? false;
    },
    async recall() {
      if (!review) return false;
      return (await during(() => step("recall", { id: review.innovation, revision: review.revision }))) ?? false;
    },
    hasRevision(revision) {
      const next = { ...newest.current, _from: revision };
      if (!autosave.isSaved) return replace(next);
      autosave.savedElsewhere(next);
      take(next);
    },
    chooseCopy(other, keys) {
      const next = taking(newest.current, other, keys);
      take(next);
      autosave.resolve(next);
    },
    settleClash(keys) {
      setClash(undefined);
      if (!clash || !keys) return;
      replace(taking(newest.current, clash.theirs, keys));
      check();
    },
    goOn() {
      if (!place.current.isNew) return autosave.resolve(newest.current);
      void during(async () => {
        const made = await beginWorkingCopy(code, newest.current, requestKey());
        if (typeof made !== "string") return setProblem(made);
        autosave.close();
        typedDrawer(place.current.id).erase();
        location.assign(`/${code}/inovasi/${made}/isi`);
      });
    },
    giveUp: () => typedDrawer(place.current.id).erase(),
  };
}
