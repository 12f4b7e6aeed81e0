// A new link: for what, how long, for which round.
import { api } from "../../api/client";
import { saidOf } from "../../api/problem";
import { useResource } from "../../api/resource";
import { useChange } from "../../api/change";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { ProblemNotice } from "../../parts/notice";
import { sentences, titled } from "../../words/words";
import type { OpenedLink } from "./intake_poster";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  done: (link: OpenedLink) => void;
  close: () => void;
}

export function OpenLink({ code, done, close }: Props) {
  const rounds = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/rounds", { params: { path: { code } }, signal }),
    [code],
  );
  const opening = useChange();
  const { problem } = opening;
  const beside = ["/name", "/days", "/round"].some((pointer) => saidOf(problem, pointer));

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const round = String(form.get("round"));
    const named = { name: String(form.get("name")), days: Number(form.get("days")) };
    const opened = await opening.run((key) =>
      api.POST("/api/v1/regions/{code}/intake-links", {
        params: { path: { code }, header: { "Idempotency-Key": key } },
        body: round ? { ...named, round } : named,
      }),
    );
    if (opened?.data) done(opened.data);
  };

  return (
    <Dialog title={say("link_open")} close={close}>
      <form onSubmit={(event) => void submit(event)}>
        {!beside && <ProblemNotice problem={problem} />}
        <Field label={say("link_name")} help={say("link_name_help")} error={saidOf(problem, "/name")} required>
          {(given) => <input {...given} name="name" maxLength={200} autocomplete="off" />}
        </Field>
        <Field label={say("link_days")} error={saidOf(problem, "/days")} required>
          {(given) => <input {...given} name="days" type="number" inputMode="numeric" defaultValue="30" />}
        </Field>
        <Field label={titled(say("link_round"))} error={saidOf(problem, "/round")}>
          {(given) => (
            <select {...given} name="round">
              <option value="">{say("link_no_round")}</option>
              {rounds.value?.rounds.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <button type="submit" aria-busy={opening.busy} disabled={opening.busy}>
          {say("link_open")}
        </button>
        <button type="button" class="secondary" onClick={close}>
          {say("cancel")}
        </button>
      </form>
    </Dialog>
  );
}
