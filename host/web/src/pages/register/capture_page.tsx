// Capture in a minute: a name, one sentence, a photo. It becomes a draft of the catalogue, to be
// completed later. What is typed lies on the device until the host has it.
import { useEffect, useId, useRef, useState } from "preact/hooks";

import { useOrganisations } from "../../api/organisations";
import { type Problem, problemOf, saidOf } from "../../api/problem";
import { requestKey } from "../../api/request_key";
import { number } from "../../formats/formats";
import { Field } from "../../parts/field";
import { Notice, ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import type { PathProps } from "../../shell/pages";
import { me, session } from "../../shell/session";
import { drawer } from "../../shell/typed_on_device";
import { sentences, titled, word } from "../../words/words";
import { Owner, ownersFor } from "./fields/organisations";
import { SignInFirst } from "./form_page";
import "./register.css";
import { firstSaveDrawer } from "./keeping";
import { saveNew } from "./saving";
import { sendEvidence } from "./evidence";
import { catalogueOf } from "./server";
import { shrunkPhoto } from "./shrink_photo";
import type { Typed } from "./typed";
import words from "./words.json";

const say = sentences(words);

interface Note {
  name: string;
  sentence: string;
  owner?: string;
  /** Of this note, whatever becomes of the first try. */
  key: string;
}

function noteFrom(found: unknown): Note | undefined {
  if (typeof found !== "object" || found === null) return undefined;
  const { name, sentence, owner, key } = found as Partial<Record<keyof Note, unknown>>;
  if (typeof name !== "string" || typeof sentence !== "string" || typeof key !== "string") return undefined;
  return { name, sentence, key, owner: typeof owner === "string" ? owner : undefined };
}

const emptyNote = (): Note => ({ name: "", sentence: "", key: requestKey() });

interface Photo {
  file: File;
  width: number;
  height: number;
}

async function photoOf(file: File): Promise<Photo | undefined> {
  const small = await shrunkPhoto(file);
  if (!small) return undefined;
  const picture = await createImageBitmap(small);
  return { file: small, width: picture.width, height: picture.height };
}

function PhotoInput({ photo, take }: { photo: Photo | undefined; take: (photo: Photo | undefined) => void }) {
  const id = useId();
  const [unread, setUnread] = useState(false);
  const choose = async (file: File | undefined) => {
    const found = file && (await photoOf(file));
    setUnread(file !== undefined && !found);
    take(found);
  };
  return (
    <div class="field register-photo">
      <label for={id}>{say("capture_photo")}</label>
      <input
        id={id}
        type="file"
        accept="image/*"
        capture="environment"
        onChange={(event) => void choose(event.currentTarget.files?.[0])}
      />
      <small role="status">
        {photo &&
          say("capture_photo_ready", {
            width: photo.width,
            height: photo.height,
            size: number(Math.max(1, Math.round(photo.file.size / 1024))),
          })}
        {unread && <span class="error">{say("capture_photo_unread")}</span>}
      </small>
    </div>
  );
}

interface Captured {
  id: string;
  revision: number;
  name: string;
  /** The photo is still to be sent. */
  photoOpen: boolean;
}

export default function CapturePage({ region: code = "" }: PathProps) {
  const place = drawer(session.value?.account.id ?? "nobody", `catat.${code}`, noteFrom);
  const [note, setNote] = useState<Note>(() => place.kept() ?? emptyNote());
  const [photo, setPhoto] = useState<Photo>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [captured, setCaptured] = useState<Captured>();
  const first = useRef<HTMLInputElement>(null);
  const organisations = useOrganisations(code);
  const all = organisations.list;
  const owners = ownersFor(me.value?.grants ?? [], code, all);
  const owner = note.owner ?? (owners.length === 1 ? owners[0]?.id : undefined);

  useEffect(() => {
    first.current?.focus();
  }, [captured]);
  if (!session.value) return <SignInFirst />;

  const type = (changed: Partial<Note>) => {
    const next = { ...note, ...changed };
    setNote(next);
    place.keep(next);
  };

  const sendPhoto = async (id: string, revision: number): Promise<boolean> => {
    if (!photo) return true;
    const sent = await sendEvidence({ id, revision }, "/summary", photo.file, requestKey());
    if ("refusal" in sent) setProblem(sent.refusal.problem);
    return "answer" in sent;
  };

  const capture = async () => {
    const typed: Typed = { entry_kind: "existing", name: note.name, summary: note.sentence, owner };
    const saved = await saveNew(catalogueOf(code, false), firstSaveDrawer(note.key), note.key, typed);
    if (saved.is !== "saved") return setProblem(saved.is === "problem" ? saved.problem : problemOf(undefined));
    setProblem(undefined);
    const sent = await sendPhoto(saved.id, saved.revision);
    place.erase();
    setCaptured({ id: saved.id, revision: saved.revision, name: note.name, photoOpen: !sent });
    setNote(emptyNote());
    if (sent) setPhoto(undefined);
  };

  const sendAgain = async (waiting: Captured) => {
    setBusy(true);
    setProblem(undefined);
    if (await sendPhoto(waiting.id, waiting.revision)) {
      setPhoto(undefined);
      setCaptured({ ...waiting, photoOpen: false });
    }
    setBusy(false);
  };

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    await capture();
    setBusy(false);
  };

  if (captured) {
    return (
      <Page title={say("title_capture")}>
        <Notice kind="good">
          <p>{say("captured", { name: captured.name })}</p>
          <div class="actions">
            <a role="button" href={`/${code}/inovasi/${captured.id}/isi`}>
              {say("complete")}
            </a>
            <button type="button" class="secondary" onClick={() => setCaptured(undefined)}>
              {say("capture_another")}
            </button>
          </div>
        </Notice>
        {captured.photoOpen && (
          <Notice kind="note">
            <p>{say("captured_photo_open")}</p>
            <button type="button" disabled={busy} onClick={() => void sendAgain(captured)}>
              {say("retry")}
            </button>
          </Notice>
        )}
        <ProblemNotice problem={problem} />
      </Page>
    );
  }
  return (
    <Page title={say("title_capture")}>
      <p>{say("capture_what")}</p>
      <form class="narrow" onSubmit={(event) => void submit(event)}>
        <ProblemNotice problem={problem} />
        <Field label={say("capture_name")} required error={saidOf(problem, "/name")}>
          {(given) => (
            <input
              {...given}
              ref={first}
              type="text"
              maxLength={500}
              autocomplete="off"
              value={note.name}
              onInput={(event) => type({ name: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={say("capture_sentence")} error={saidOf(problem, "/summary")}>
          {(given) => (
            <textarea
              {...given}
              rows={2}
              maxLength={2000}
              required={photo !== undefined}
              value={note.sentence}
              onInput={(event) => type({ sentence: event.currentTarget.value })}
            />
          )}
        </Field>
        <PhotoInput photo={photo} take={setPhoto} />
        {owners.length > 1 && (
          <fieldset class="field">
            <legend>{titled(word("agency"))}</legend>
            <Owner
              code={code}
              grants={me.value?.grants ?? []}
              organisations={all}
              value={owner}
              change={(chosen) => type({ owner: chosen })}
            />
          </fieldset>
        )}
        <button type="submit" aria-busy={busy} disabled={busy}>
          {say("capture_save")}
        </button>
      </form>
    </Page>
  );
}
