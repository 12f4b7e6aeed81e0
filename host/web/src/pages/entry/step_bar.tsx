// The steps that can be taken now; a question only before what cannot be undone.
import { useState } from "preact/hooks";

import { Dialog } from "../../parts/dialog";
import { sentences } from "../../words/words";
import type { StepName } from "./rights_here";
import { approve, archive, at, backTo, drop, recall, submit, verify } from "./step_requests";
import type { Steps } from "./steps";
import type { Innovation } from "../../parts/innovation/value_words";
import words from "./words.json";

const say = sentences(words);

interface Props {
  steps: Steps;
  possible: StepName[];
  /** As it is published, and whether a newer version stands beside it. */
  entry: Innovation;
  pending: boolean;
  /** What a verifier should know before. */
  warnings: string[];
  returning: () => void;
}

export function StepBar({ steps, possible, entry, pending, warnings, returning }: Props) {
  const [question, setQuestion] = useState<"verify" | "drop" | "archive">();
  const { id } = entry;
  const close = () => setQuestion(undefined);
  const isUndone = pending === false;

  const taken = {
    submit: () =>
      steps.take({
        request: submit,
        told: say("told_submit"),
        undo: (etag) => recall(at(id, etag)),
        undone: say("told_recall"),
      }),
    recall: () =>
      steps.take({
        request: recall,
        told: say("told_recall"),
        undo: (etag) => submit(at(id, etag)),
        undone: say("told_submit"),
      }),
    approve: () => steps.take({ request: approve, told: say("told_approve") }),
    verify: () => steps.take({ request: verify, told: say("told_verify") }).then(close),
    drop: () => steps.take({ request: drop, told: say("told_drop") }).then(close),
    archive: () =>
      steps
        .take({
          request: archive,
          told: say("told_archive"),
          // With a newer version beside it that one would be lost.
          undo: isUndone ? (etag) => backTo(entry.status)(at(id, etag)) : undefined,
          undone: say("told_unarchive"),
        })
        .then(close),
  };
  const choose: Record<StepName, () => void> = {
    edit: () => undefined,
    return: returning,
    submit: () => void taken.submit(),
    recall: () => void taken.recall(),
    approve: () => void taken.approve(),
    verify: () => setQuestion("verify"),
    drop: () => setQuestion("drop"),
    archive: () => (isUndone ? void taken.archive() : setQuestion("archive")),
  };

  return (
    <>
      {possible.map((step, place) =>
        step === "edit" ? (
          <a key={step} role="button" class={place > 0 ? "secondary" : undefined} href={`/${entry.region}/inovasi/${id}/isi`}>
            {say("step_edit")}
          </a>
        ) : (
          <button
            key={step}
            type="button"
            class={place > 0 ? "secondary" : undefined}
            disabled={steps.busy}
            onClick={choose[step]}
          >
            {say(`step_${step}`)}
          </button>
        ),
      )}
      {question && (
        <Dialog title={say(`ask_${question}`)} close={close}>
          <p>{say(`ask_${question}_what`)}</p>
          {question === "verify" && warnings.length > 0 && (
            <ul>
              {warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          )}
          <div class="actions">
            <button
              type="button"
              disabled={steps.busy}
              aria-busy={steps.busy}
              onClick={() => void taken[question]()}
            >
              {say(`step_${question}`)}
            </button>
            <button type="button" class="secondary" onClick={close}>
              {say("cancel")}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
